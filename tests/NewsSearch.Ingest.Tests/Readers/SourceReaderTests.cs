using System.IO.Compression;
using System.Text;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Ingest.Tests.Readers;

public sealed class SourceReaderTests : IDisposable
{
    private const string Text = "Håkon said “no”.\n\nThen he left.";
    private readonly TemporaryFolder _folder = new();
    private readonly List<Rejection> _rejections = [];

    public static TheoryData<string, byte[]> Encodings() => new()
    {
        { "utf8", Encoding.UTF8.GetBytes(Text) },
        { "utf8-mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
        { "utf16-le-mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
        { "utf16-be-mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "utf16-le", Encoding.Unicode.GetBytes(Text) },
        { "utf16-be", Encoding.BigEndianUnicode.GetBytes(Text) },
        { "windows-1252", [.. Text.Select(c => c switch { '“' => (byte)0x93, '”' => (byte)0x94, _ => (byte)c })] },
        { "gzip", Packed(Encoding.UTF8.GetBytes(Text)) },
        { "gzip-utf16", Packed(Encoding.Unicode.GetBytes(Text)) },
    };

    public static TheoryData<string, byte[], string> Refused() => new()
    {
        { "empty.txt", [], "The file is empty." },
        { "blank.txt", "  \n\t\r\n "u8.ToArray(), "The file holds nothing but white space." },
        { "empty.txt.gz", Packed([]), "The file is empty." },
        { "a.pdf", "%PDF-1.7 and so on"u8.ToArray(), "It is a PDF, which is not read." },
        { "a.txt", "PK\u0003\u0004 no zip"u8.ToArray(), "The zip archive is damaged: its directory, which stands at its end, cannot be read." },
        { "a.png", [0x89, .. "PNG\r\n"u8], "It is an image (PNG), which is not read." },
        { "a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "It is an image (JPEG), which is not read." },
        { "nuls.txt", [.. "some text "u8, .. new byte[50]], "It is a binary file, not text." },
        { "controls.txt", [.. Enumerable.Range(0, 200).Select(i => (byte)(1 + i % 8))], "It is a binary file, not text." },
        { "utf32.txt", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Text)], "It is a binary file, not text." },
        { "feed.xml", "<?xml version='1.0'?>\n<!-- a < b --><x:inventory/>"u8.ToArray(), "It is XML of a kind that is not read: its outermost element is <inventory>." },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_gives_the_same_text(string name, byte[] content)
    {
        var article = Assert.Single(Read(_folder.Write(name + ".txt", content)));

        Assert.Empty(_rejections);
        Assert.Equal(Text, article.Given.Body);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_text_is_rejected_with_its_reason(string name, byte[] content, string reason)
    {
        var path = _folder.Write(name, content);

        Assert.Empty(Read(path));

        Assert.Equal([new Rejection(path, "", reason)], _rejections);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_rejected()
    {
        var path = Path.Combine(_folder.Path, "gone.txt");

        Assert.Empty(Read(path));

        Assert.Equal(new Rejection(path, "", "The file is not there (a link that leads nowhere, or it was removed)."), Assert.Single(_rejections));
    }

    [Fact]
    public void Gzip_that_is_cut_short_gives_what_stands_before_the_damage()
    {
        var lines = string.Concat(Enumerable.Range(0, 20000).Select(i => $$"""{"id":"{{i}}","title":"{{(i * 7919) % 10007}}"}""" + "\n"));
        var packed = Packed(Encoding.UTF8.GetBytes(lines));
        var path = _folder.Write("cut.jsonl.gz", packed[..(packed.Length / 2)]);

        var articles = Read(path);

        Assert.NotEmpty(articles);
        Assert.Equal(articles.Select((_, i) => $"{i}"), articles.Select(article => article.Given.Id));
        Assert.Contains(_rejections, rejection => rejection.Reason == "The file ends within compressed data." && rejection.Place == "byte 0");
    }

    [Theory]
    [InlineData("a.jsonl", """{"id":"1"}""", "JSON Lines")]
    [InlineData("a.txt", """{"id":"1","body":"x"}""", "JSON Lines")]
    [InlineData("a.txt", "{\n \"id\":\"1\"}", "JSON")]
    [InlineData("a.json", """ [ {"id":"1"} ]""", "JSON")]
    [InlineData("a.txt", """[{"id":"1"}]""", "JSON")]
    [InlineData("a.txt", "[Updated] The mayor resigned.", "text")]
    [InlineData("a.txt", "{sic} The mayor resigned.", "text")]
    [InlineData("a.ndjson.gz", "nonsense", "JSON Lines")]
    [InlineData("page.txt", "<!doctype html><p>x", "HTML")]
    [InlineData("page", "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'x.dtd'>\n<html xmlns='y'>", "HTML")]
    [InlineData("page", "<!-- saved from a site -->\n<HTML><body>", "HTML")]
    [InlineData("page.htm", "<blockquote>x</blockquote>", "HTML")]
    [InlineData("a.txt", "<3 is what she wrote.", "text")]
    public void The_form_is_told_by_content_before_name(string name, string head, string format) =>
        Assert.Equal(format, SourceFormats.Of(new SourceHead(Encoding.UTF8.GetBytes(head), name)).Name);

    public void Dispose() => _folder.Dispose();

    internal static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }

    private List<SourceArticle> Read(string path) =>
        [.. SourceReader.Read(new SourceFile(path, Path.GetFileName(path), 0), new ReadOptions { Reject = _rejections.Add }, _ => { })];
}
