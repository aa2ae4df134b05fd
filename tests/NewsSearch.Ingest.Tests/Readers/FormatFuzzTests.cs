using System.IO.Compression;
using NewsSearch.Ingest.Tests.Readers.Office;
using NewsSearch.Ingest.Tests.Readers.Web;
using static NewsSearch.Ingest.Tests.Readers.Containers.Packing;

namespace NewsSearch.Ingest.Tests.Readers;

/// <summary>Damaged samples of every container and format: each gives articles or rejections, no exception and no hang.</summary>
public sealed class FormatFuzzTests : IDisposable
{
    private const int Rounds = 100;
    private readonly ReaderRun _run = new();

    public static TheoryData<string, byte[], int> Samples()
    {
        var page = Utf8("<html><body><p>" + string.Join(' ', Enumerable.Range(0, 200).Select(i => i * 7919 % 10007)) + "</p></body></html>");
        byte[] warc =
        [
            .. WarcReaderTests.Response("http://a.example/1", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", [.. Utf8("10\r\n"), .. page[..16], .. Utf8("\r\n0\r\n\r\n")]),
            .. WarcReaderTests.Response("http://a.example/2", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", Gzip(page)),
            .. WarcReaderTests.Record("request", "http://a.example/2", "application/http", Utf8("GET / HTTP/1.1\r\n\r\n")),
            .. WarcReaderTests.Response("http://a.example/3", "Content-Type: text/html\r\nContent-Encoding: br\r\n", Brotli(page)),
        ];
        var table = Utf8("title,date,body\n\"one, \"\"1\"\"\",2024-02-20,\"First.\nSecond.\"\ntwo,3/4/2024,x\n\"three\",\"Feb 3, 2024\",y\n");
        var mail = Utf8("From: =?utf-8?q?a=C3=A9?= <a@b.example>\nSubject: =?utf-8?b?w6k=?=\nDate: Tue, 20 Feb 2024 14:05:06 +0900\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: quoted-printable\n\n=C3=A9 =\nx\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+SMOla29uPC9wPg==\n--b--\n");
        var json = Utf8("{\"title\":\"T\",\"text\":\"First \\u00e9 \\ud83d\\ude00.\",\"publish_date\":\"2024-02-20\",\"meta_lang\":\"en\",\"authors\":[\"A\",{\"name\":\"B\"}]}\n");
        return new()
        {
            { "a.warc", warc, 51 },
            { "a.warc.gz", Gzip(warc[..400], warc[400..], warc), 52 },
            { "a.arc", Utf8(ArchiveFormsTests.Record("filedesc://a", "1 0 Test\n") + ArchiveFormsTests.Record("http://a.example/", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>page</p>")), 53 },
            { "a.zip", Zip(("a.html", page), ("b/c.csv", table), ("d.zip", Zip(("e.eml", mail)))), 54 },
            { "a.tar", Tar(("a.html", page), ("b.csv", table)), 55 },
            { "a.tar.gz", Gzip(Tar(("a.html", page), ("b.csv", table))), 56 },
            { "a.docx", DocxReaderTests.Docx("<w:p><w:r><w:t>One</w:t></w:r></w:p>"), 57 },
            { "a.csv", table, 58 },
            { "a.eml", mail, 59 },
            { "a.mbox", [.. Utf8("From a Tue Feb 20\n"), .. mail, .. Utf8("\nFrom b Tue Feb 20\n"), .. mail], 60 },
            { "a.jsonl", [.. json, .. json, .. json], 61 },
            { "a.json", [(byte)'[', .. json, (byte)',', .. json, (byte)']'], 62 },
            { "a.html", page, 63 },
            { "a.wacz", Zip(("datapackage.json", Utf8("{}")), ("archive/data.warc.gz", Gzip(warc))), 64 },
        };
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Damage_gives_articles_or_rejections(string name, byte[] sample, int seed)
    {
        var random = new Random(seed);
        Assert.NotEmpty(_run.Read(name, sample));
        Assert.Empty(_run.Rejections);
        for (var round = 0; round < Rounds; round++)
        {
            var before = (_run.Rejections.Count, Skipped());

            var articles = _run.Read(name, FuzzTests.Damaged(random, sample));

            Assert.True(articles.Count > 0 || (_run.Rejections.Count, Skipped()) != before, $"Round {round} gave nothing at all.");
            Assert.All(articles, article => Assert.NotEmpty(article.Format));
        }
    }

    public void Dispose() => _run.Dispose();

    private long Skipped() => _run.Counts.Skipped.Sum(kind => kind.Value);

    private static byte[] Brotli(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) brotli.Write(content);
        return packed.ToArray();
    }
}
