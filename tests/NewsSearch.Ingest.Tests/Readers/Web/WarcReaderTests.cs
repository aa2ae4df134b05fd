using System.Globalization;
using System.IO.Compression;
using System.Text;
using NewsSearch.Ingest.Readers;
using NewsSearch.Ingest.Tests.Readers.Containers;

namespace NewsSearch.Ingest.Tests.Readers.Web;

public sealed class WarcReaderTests : IDisposable
{
    private const string Html = "Content-Type: text/html; charset=iso-8859-2\r\n";
    private readonly ReaderRun _run = new();

    [Fact]
    public void Pages_come_with_address_charset_and_time_and_everything_else_is_counted()
    {
        byte[] warc =
        [
            .. Record("warcinfo", "", "application/warc-fields", Bytes("software: x")),
            .. Record("request", "http://a.example/1", "application/http; msgtype=request", Bytes("GET / HTTP/1.1\r\n\r\n")),
            .. Response("<http://a.example/1>", Html, Bytes("<p>one</p>")),
            .. Response("http://a.example/2", "Content-Type: image/png\r\n", Bytes("png")),
            .. Response("http://a.example/1", Html, Bytes("<p>one</p>")),
            .. Response("http://a.example/3", Html, Bytes("<p>one</p>")),
            .. Record("response", "http://a.example/4", "application/http", Bytes("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no</p>")),
            .. Record("revisit", "http://a.example/5", "application/http", Bytes("HTTP/1.1 200 OK\r\n\r\n")),
            .. Record("resource", "http://a.example/a b", "text/html", Bytes("<p>two</p>")),
            .. Record("metadata", "http://a.example/6", "application/warc-fields", Bytes("via: y")),
        ];

        var articles = _run.Read("a.warc", warc);

        Assert.Empty(_run.Rejected);
        Assert.Equal(["http://a.example/1", "http://a.example/3", "http://a.example/a%20b"], articles.Select(article => article.Given.Url));
        Assert.Equal(["<p>one</p>", "<p>one</p>", "<p>two</p>"], articles.Select(Page));
        Assert.Equal("iso-8859-2", articles[0].Page!.Charset);
        Assert.Equal(new DateTimeOffset(2024, 2, 20, 14, 5, 0, TimeSpan.Zero), articles[0].Page!.Fetched);
        Assert.Equal(
            [("HTTP response 4xx", 1L), ("HTTP response of type image", 1L), ("WARC metadata", 1L), ("WARC request", 1L), ("WARC revisit", 1L), ("WARC warcinfo", 1L), ("page that came before, unchanged", 1L)],
            _run.Skipped);
    }

    [Fact]
    public void Packed_record_by_record_the_place_is_where_the_member_begins()
    {
        var (first, second) = (Response("http://a.example/1", Html, Bytes("<p>1</p>")), Response("http://a.example/2", Html, Bytes("<p>2</p>")));

        var articles = _run.Read("a.warc.gz", Packing.Gzip(first, second)).Concat(_run.Read("b.warc.gz", Packing.Gzip([.. first, .. second])));

        Assert.Equal(["a.warc.gz#0", $"a.warc.gz#{Packing.Gzip(first).Length}", "b.warc.gz#0", $"b.warc.gz#0+{first.Length}"], articles.Select(article => article.Source));
    }

    public static TheoryData<string, string, byte[]> Encoded()
    {
        var page = Bytes("<p>" + new string('x', 1000) + "</p>");
        return new()
        {
            { "chunked", "Transfer-Encoding: chunked\r\n", [.. Bytes("5\r\n"), .. page[..5], .. Bytes("\r\n3e8;x=y\r\n"), .. page[5..1005], .. Bytes("\r\n2\r\n"), .. page[1005..], .. Bytes("\r\n0\r\n\r\n")] },
            { "chunked-already-joined", "Transfer-Encoding: chunked\r\n", page },
            { "chunks-cut-short", "Transfer-Encoding: chunked\r\n", [.. Bytes("ffff\r\n"), .. page] },
            { "gzip", "Content-Encoding: gzip\r\n", Packing.Gzip(page) },
            { "gzip-already-unpacked", "Content-Encoding: gzip\r\n", page },
            { "zlib", "Content-Encoding: deflate\r\n", Packed(page, stream => new ZLibStream(stream, CompressionLevel.Fastest)) },
            { "raw-deflate", "Content-Encoding: deflate\r\n", Packed(page, stream => new DeflateStream(stream, CompressionLevel.Fastest)) },
            { "brotli", "Content-Encoding: br\r\n", Packed(page, stream => new BrotliStream(stream, CompressionLevel.Fastest)) },
            { "both", "Content-Encoding: deflate, gzip\r\n", Packing.Gzip(Packed(page, stream => new ZLibStream(stream, CompressionLevel.Fastest))) },
        };
    }

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Encodings_come_off(string name, string fields, byte[] body)
    {
        var article = Assert.Single(_run.Read(name + ".warc", Response("http://a.example/", Html + fields, body)));

        Assert.Empty(_run.Rejected);
        Assert.Equal("<p>" + new string('x', 1000) + "</p>", Page(article));
    }

    [Fact]
    public void A_broken_record_costs_one_rejection_and_no_neighbour()
    {
        var good = Enumerable.Range(0, 6).Select(i => Response($"http://a.example/{i}", Html, Bytes($"<p>{i}</p>"))).ToArray();
        var text = Encoding.UTF8.GetString(good[1]);
        var tooLong = Bytes(text.Replace("Content-Length: ", "Content-Length: 1", StringComparison.Ordinal));
        var noLength = Bytes(text.Replace("Content-Length: ", "Content-Size: ", StringComparison.Ordinal));
        var packedBadly = Response("http://a.example/x", Html + "Content-Encoding: gzip\r\n", Packing.Gzip(Bytes("<p>x</p>"))[..20]);
        byte[] warc = [.. good[0], .. tooLong, .. good[2], .. noLength, .. good[3], .. Bytes("nonsense\r\n\r\n"), .. good[4], .. packedBadly, .. good[5], .. good[1][..^20]];

        var articles = _run.Read("a.warc", warc);

        Assert.Equal(["<p>0</p>", "<p>2</p>", "<p>3</p>", "<p>4</p>", "<p>5</p>"], articles.Select(Page));
        Assert.Equal(
            [
                "The record is longer or shorter than it says.", "The record does not say how long it is.", "No record begins here; what follows is passed over to the next record.",
                "The file ends within compressed data.", "The file ends within the record.",
            ],
            _run.Rejected.Select(rejection => rejection.Reason));
        Assert.Equal($"byte {good[0].Length}", _run.Rejected.First().Place);
    }

    [Fact]
    public void Behind_a_broken_gzip_member_the_next_is_read()
    {
        var members = Enumerable.Range(0, 4).Select(i => Packing.Gzip(Response($"http://a.example/{i}", Html, Bytes($"<p>{i} {string.Join(' ', Enumerable.Range(0, 300).Select(n => n * 7919 % 10007))}</p>")))).ToArray();
        for (var i = 400; i < 420; i++) members[1][i] ^= 0x5A;

        var articles = _run.Read("a.warc.gz", [.. members[0], .. members[1], .. members[2], .. members[3][..^30]]);

        Assert.Equal(["http://a.example/0", "http://a.example/2"], articles.Select(article => article.Given.Url));
        Assert.Equal([$"byte {members[0].Length}", $"byte {members[0].Length + members[1].Length + members[2].Length}"], _run.Rejected.Select(rejection => rejection.Place));
    }

    [Fact]
    public void A_page_that_is_too_long_is_rejected_without_being_held()
    {
        byte[] warc = [.. Response("http://a.example/1", Html, new byte[3 << 20]), .. Response("http://a.example/2", Html, Bytes("<p>2</p>"))];

        var article = Assert.Single(_run.Read("a.warc", warc, new ReadOptions { MaxRecordByteLength = 1 << 20 }));

        Assert.Equal("http://a.example/2", article.Given.Url);
        Assert.Equal(("a.warc", "byte 0", "The record is longer than 1 MB."), Assert.Single(_run.Rejected));
    }

    public void Dispose() => _run.Dispose();

    internal static byte[] Record(string type, string address, string mediaType, byte[] block) =>
        [.. Bytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-02-20T14:05:00Z\r\nContent-Type: {mediaType}\r\nContent-Length: {block.Length}\r\n\r\n")), .. block, .. "\r\n\r\n"u8];

    internal static byte[] Response(string address, string fields, byte[] body) =>
        Record("response", address, "application/http; msgtype=response", [.. Bytes("HTTP/1.1 200 OK\r\n" + fields + "\r\n"), .. body]);

    private static byte[] Packed(byte[] content, Func<Stream, Stream> packing)
    {
        using var packed = new MemoryStream();
        using (var stream = packing(packed)) stream.Write(content);
        return packed.ToArray();
    }

    private static string Page(SourceArticle article) => Encoding.UTF8.GetString(article.Page!.Html.Span);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
