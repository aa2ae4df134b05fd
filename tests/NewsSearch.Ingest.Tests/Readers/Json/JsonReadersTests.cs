using System.Text;
using NewsSearch.Ingest.Readers;
using NewsSearch.Ingest.Readers.Json;

namespace NewsSearch.Ingest.Tests.Readers.Json;

public sealed class JsonReadersTests
{
    private static readonly SourceFile File = new("dir/file.jsonl", "file.jsonl", 0);
    private readonly List<Rejection> _rejections = [];

    [Fact]
    public void A_bad_line_is_rejected_by_its_number_and_the_rest_goes_on()
    {
        var articles = Lines("{\"id\":\"1\"}\n\n{\"id\":\n[]\r\n{\"id\":\"5\"}\r\n  \n{\"id\":\"7\"}");

        Assert.Equal(["1", "5", "7"], articles.Select(article => article.Given.Id));
        Assert.Equal(["line 1", "line 5", "line 7"], articles.Select(article => article.Place));
        Assert.Equal("file.jsonl#5", articles[1].Source);
        Assert.Equal(
            [("line 3", "It is not valid JSON, at byte 6."), ("line 4", "It is not a JSON object.")],
            _rejections.Select(rejection => (rejection.Place, rejection.Reason)));
    }

    [Fact]
    public void A_line_that_is_too_long_is_rejected_and_not_kept_in_memory()
    {
        var content = Encoding.UTF8.GetBytes("{\"id\":\"1\"}\n{\"body\":\"" + new string('x', 3 << 20) + "\"}\n{\"id\":\"3\"}\n");

        var articles = JsonLinesReader.Read(new MemoryStream(content), File, new ReadOptions { MaxRecordByteLength = 1 << 20 }, _rejections.Add).ToList();

        Assert.Equal(["1", "3"], articles.Select(article => article.Given.Id));
        Assert.Equal(new Rejection("dir/file.jsonl", "line 2", "The line, which begins at byte 11, is longer than 1 MB."), Assert.Single(_rejections));
    }

    [Fact]
    public void A_line_in_Windows1252_is_read()
    {
        var content = Encoding.Latin1.GetBytes("{\"body\":\"caf\u00E9 \u0093x\u0094\"}\n{\"body\":\"y\"}\n");

        var articles = JsonLinesReader.Read(new MemoryStream(content), File, new ReadOptions(), _rejections.Add).ToList();

        Assert.Equal(["café “x”", "y"], articles.Select(article => article.Given.Body));
    }

    [Fact]
    public void Lines_come_whole_however_the_stream_is_cut()
    {
        var content = string.Concat(Enumerable.Range(0, 500).Select(i => $$"""{"id":"{{i}}","body":"{{new string('x', i * 37 % 300)}}"}""" + "\n"));

        foreach (var step in new[] { 1, 7, 4096 })
        {
            var articles = JsonLinesReader.Read(new DrippingStream(Encoding.UTF8.GetBytes(content), step), File, new ReadOptions(), _rejections.Add).ToList();
            Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{i}"), articles.Select(article => article.Given.Id));
        }
        Assert.Empty(_rejections);
    }

    [Fact]
    public void An_array_is_read_record_by_record_with_braces_in_strings()
    {
        var articles = Records("""
            [ {"id":"1","body":"a } \" { \\"}, {"id":"2","people":[{"name":"A","mentions":[]}]},
              {"id":[]}, {"id":"4"} ]
            """);

        Assert.Equal(["1", "2", "4"], articles.Select(article => article.Given.Id));
        Assert.Equal("a } \" { \\", articles[0].Given.Body);
        Assert.Equal(("record 3", "\"id\" is not text."), Assert.Single(_rejections.Select(rejection => (rejection.Place, rejection.Reason))));
    }

    [Fact]
    public void A_record_that_the_file_ends_within_is_rejected()
    {
        Assert.Single(Records("""[{"id":"1"},{"id":"2","""));

        Assert.Equal(("record 2", "The file ends within the record."), Assert.Single(_rejections.Select(rejection => (rejection.Place, rejection.Reason))));
    }

    [Fact]
    public void A_record_that_is_too_long_is_rejected_and_the_rest_goes_on()
    {
        var content = Encoding.UTF8.GetBytes("[{\"body\":\"" + new string('x', 3 << 20) + "\"},{\"id\":\"2\"}]");

        var articles = JsonRecordsReader.Read(new MemoryStream(content), File, new ReadOptions { MaxRecordByteLength = 1 << 20 }, _rejections.Add).ToList();

        Assert.Equal("2", Assert.Single(articles).Given.Id);
        Assert.Equal("The record is longer than 1 MB.", Assert.Single(_rejections).Reason);
    }

    [Fact]
    public void A_text_that_is_too_long_is_rejected()
    {
        Assert.Empty(PlainTextReader.Read(new MemoryStream(new byte[3 << 20]), File, new ReadOptions { MaxRecordByteLength = 1 << 20 }, _rejections.Add));

        Assert.Equal("The text is longer than 1 MB.", Assert.Single(_rejections).Reason);
    }

    private List<SourceArticle> Lines(string content) => [.. JsonLinesReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), File, new ReadOptions(), _rejections.Add)];

    private List<SourceArticle> Records(string content) => [.. JsonRecordsReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), File, new ReadOptions(), _rejections.Add)];

    /// <summary>Gives at most a few bytes a time.</summary>
    private sealed class DrippingStream(byte[] content, int step) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, step));
    }
}
