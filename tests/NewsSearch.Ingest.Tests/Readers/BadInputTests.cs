using NewsSearch.Ingest.Readers;
using NewsSearch.Ingest.Readers.Bytes;
using static NewsSearch.Ingest.Tests.Readers.Containers.Packing;

namespace NewsSearch.Ingest.Tests.Readers;

/// <summary>Sources that are endless, empty, or do not hold still: one rejection, and memory stays bounded.</summary>
public sealed class BadInputTests : IDisposable
{
    private const int Megabyte = 1 << 20;
    private readonly TemporaryFolder _folder = new();
    private readonly List<Rejection> _rejections = [];

    [Theory]
    [InlineData("a.jsonl", "{\"body\":\"")]
    [InlineData("a.json", "[{\"body\":\"")]
    [InlineData("a.csv", "title,body\nx,")]
    [InlineData("a.csv", "title,body\nx,\"")]
    [InlineData("a.csv", "title,body")]
    [InlineData("a.txt", "The harbour ")]
    [InlineData("a.html", "<!DOCTYPE html><p>")]
    [InlineData("a.html", "<!DOCTYPE html><p title=\"")]
    [InlineData("a.xml", "<rss><channel><item><title>")]
    [InlineData("a.xml", "<feed><entry id=\"")]
    [InlineData("a.xml", "<feed><!-- ")]
    [InlineData("a.xml", "<nitf><body>")]
    [InlineData("a.xml", "<newsItem><")]
    [InlineData("a.xml", "<mets><structMap>")]
    [InlineData("a.xml", "<alto><Layout><Page>")]
    [InlineData("a.json", "{\"uri\":\"x\",\"versioncreated\":\"2024-02-20T00:00:00Z\",\"headline\":\"")]
    [InlineData("a.warc", "WARC/1.0\r\nx")]
    [InlineData("a.warc", "WARC/1.0\r\nContent-Length: 60000000\r\n\r\n")]
    [InlineData("a.warc", "WARC/1.0\r\nContent-Length: 900000000000\r\n\r\n")]
    [InlineData("a.arc", "filedesc://x 0.0.0.0 19990513120000 text/plain 0\nx")]
    [InlineData("a.arc", "filedesc://x 0.0.0.0 19990513120000 text/plain 900000000000\n")]
    [InlineData("a.eml", "From: a@b.example\nTo: c@d.example\nSubject: x\n\n")]
    [InlineData("a.mbox", "From a\nFrom: a@b.example\nTo: c@d.example\nSubject: x\n\n")]
    public void Content_without_an_end_is_rejected_without_being_held(string name, string beginning)
    {
        using var content = new Endless(beginning, 48L * Megabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var articles = SourceContent.Read(content, new SourceFile(name, name, 0), new ReadOptions { MaxRecordByteLength = Megabyte, Reject = _rejections.Add }).Count();

        Assert.Equal((0, 1), (articles, _rejections.Count));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 24L * Megabyte);
    }

    [Theory]
    [InlineData("a.jsonl", "{\"body\":\"", 1024)]
    [InlineData("a.html", "<!DOCTYPE html><p>", 200)]
    public void A_line_of_a_gigabyte_and_a_page_of_200_megabytes_are_rejected(string name, string beginning, int megabytes)
    {
        using var content = new Endless(beginning, (long)megabytes * Megabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Empty(SourceContent.Read(content, new SourceFile(name, name, 0), new ReadOptions { Reject = _rejections.Add }));

        Assert.Contains("is longer than 64 MB", Assert.Single(_rejections).Reason, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400L * Megabyte);
    }

    [Fact]
    public void A_folder_without_files_is_rejected()
    {
        var empty = Directory.CreateDirectory(Path.Combine(_folder.Path, "empty")).FullName;
        Directory.CreateDirectory(Path.Combine(empty, "more"));

        Assert.Empty(SourceFiles.Find([empty], _rejections.Add));

        Assert.Equal([new Rejection(empty, "", "There are no files in the folder.")], _rejections);
    }

    [Fact]
    public void A_file_that_is_changed_while_it_is_read_is_told_and_what_was_read_of_it_is_kept()
    {
        var path = _folder.Write("a.jsonl", "{\"id\":\"1\"}\n{\"id\":\"2\"}\n");
        var ids = new List<string>();

        foreach (var article in SourceReader.Read(new SourceFile(path, "a.jsonl", 0), new ReadOptions { Reject = _rejections.Add }, _ => { }))
        {
            ids.Add(article.Given.Id);
            if (ids.Count == 1) File.AppendAllText(path, "{\"id\":\"3\"}\n");
        }

        Assert.Equal(["1", "2"], ids.Take(2));
        Assert.Equal([new Rejection(path, "", "The file was changed while it was read; what was read of it is kept.")], _rejections);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A beginning, then the same letter on and on.</summary>
    private sealed class Endless(string beginning, long byteLength) : ForwardStream
    {
        private readonly byte[] _beginning = Utf8(beginning);
        private long _at;

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, byteLength - _at);
            buffer[..count].Fill((byte)'x');
            if (_at < _beginning.Length) _beginning.AsSpan((int)_at, Math.Min(count, _beginning.Length - (int)_at)).CopyTo(buffer);
            _at += count;
            return count;
        }
    }
}
