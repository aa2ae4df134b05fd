using System.Globalization;
using System.Text;
using NewsSearch.Ingest.Readers;
using static NewsSearch.Ingest.Tests.Readers.Containers.Packing;

namespace NewsSearch.Ingest.Tests.Readers.Web;

/// <summary>Web archives in their package and in their older form.</summary>
public sealed class ArchiveFormsTests : IDisposable
{
    private const string Page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>page</p>";
    private readonly ReaderRun _run = new();

    [Fact]
    public void A_packaged_archive_gives_the_pages_of_its_archives_alone()
    {
        var warc = Gzip(WarcReaderTests.Response("http://a.example/1", "Content-Type: text/html\r\n", Utf8("<p>page</p>")));
        var wacz = Zip(("datapackage.json", Utf8("{}")), ("pages/pages.jsonl", Utf8("{\"format\":\"json-pages-1.0\"}\n{\"url\":\"x\",\"text\":\"y\"}\n")), ("archive/data.warc.gz", warc), ("indexes/index.cdx.gz", Gzip(Utf8("x"))));

        var article = Assert.Single(_run.Read("a.wacz", wacz));

        Assert.Equal("a.wacz!/archive/data.warc.gz#0", article.Source);
        Assert.Equal([("WACZ index or list of pages", 3L)], _run.Skipped);
    }

    [Fact]
    public void The_older_form_is_read_and_an_end_within_a_record_rejected()
    {
        var first = Record("http://a.example/a b", Page);
        var arc = Utf8(Record("filedesc://a.arc", "1 0 Test\n") + first + Record("dns:a.example", "20240220 a.example IN A") + first[..^20]);

        var article = Assert.Single(_run.Read("a.arc", arc));

        Assert.Equal("http://a.example/a%20b", article.Given.Url);
        Assert.Equal(new DateTimeOffset(2024, 2, 20, 14, 5, 6, TimeSpan.Zero), article.Page!.Fetched);
        Assert.Equal("<p>page</p>", Encoding.UTF8.GetString(article.Page.Html.Span));
        Assert.Equal([("ARC record of another type", 1L)], _run.Skipped);
        Assert.Equal("The file ends within the record.", Assert.Single(_run.Rejected).Reason);
    }

    [Fact]
    public void A_page_that_an_earlier_archive_of_the_run_held_is_counted_and_not_read_again()
    {
        var options = new ReadOptions();
        var page = Utf8(Record("http://a.example/1", Page));
        byte[] warc = [.. WarcReaderTests.Response("http://a.example/1", "Content-Type: text/html\r\n", Utf8("<p>page</p>")), .. WarcReaderTests.Response("http://a.example/1", "Content-Type: text/html\r\n", Utf8("<p>new page</p>"))];

        var first = _run.Read("a.arc", [.. Utf8(Record("filedesc://a.arc", "1 0 Test\n")), .. page], options);
        var second = _run.Read("b.warc", warc, options);

        Assert.Equal(["<p>page</p>", "<p>new page</p>"], first.Concat(second).Select(article => Encoding.UTF8.GetString(article.Page!.Html.Span)));
        Assert.Equal([("page that came before, unchanged", 1L)], _run.Skipped);
    }

    public void Dispose() => _run.Dispose();

    internal static string Record(string address, string block) =>
        string.Create(CultureInfo.InvariantCulture, $"{address} 127.0.0.1 20240220140506 text/html {block.Length}\n{block}\n");
}
