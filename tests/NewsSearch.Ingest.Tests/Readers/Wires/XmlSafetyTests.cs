using System.Text;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Ingest.Tests.Readers.Wires;

/// <summary>XML that is meant to harm, lies about itself, or is broken.</summary>
public sealed class XmlSafetyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Entities_of_a_document_are_refused_and_what_stands_before_is_read()
    {
        var bomb = new StringBuilder("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 30; i++) bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">");
        bomb.Append("]>\n<rss><channel><item><title>First</title></item>\n<item><title>&a29;</title></item></channel></rss>");

        var (articles, rejections) = Read("bomb.xml", bomb.ToString());

        Assert.Equal("First", Assert.Single(articles).Given.Title);
        var rejection = Assert.Single(rejections);
        Assert.StartsWith("line 3, column ", rejection.Place, StringComparison.Ordinal);
        Assert.Contains("undeclared entity 'a29'", rejection.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void External_entities_are_never_fetched()
    {
        var secret = _folder.Write("secret.txt", "the secret");

        var (articles, rejections) = Read("x.xml", $"<!DOCTYPE nitf [<!ENTITY x SYSTEM \"file://{secret}\">]><nitf><body><body.content><p>&x;</p></body.content></body></nitf>");

        Assert.Empty(articles);
        Assert.Contains("undeclared entity 'x'", Assert.Single(rejections).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<rss><channel><item><title>A</title></item><item><title>B</b></item><item><title>C</title></item></channel></rss>", "A")]
    [InlineData("<rss><channel><item><title>A</title></item><item><title>B</title></item></channel>", "A,B")]
    [InlineData("<rss><channel><item><title>A</title></item><item><title>B", "A")]
    [InlineData("<rss><channel><item><title>A</title></item><item><title><![CDATA[B", "A")]
    public void A_broken_feed_gives_what_stands_before_the_break_and_one_rejection(string xml, string titles)
    {
        var (articles, rejections) = Read("broken.xml", xml);

        Assert.Equal(titles, string.Join(',', articles.Select(article => article.Given.Title)));
        Assert.StartsWith("line 1, column ", Assert.Single(rejections).Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Q&A on R&D", "Q&A on R&D")]
    [InlineData("a&nbsp;b &eacute; &hellip;", "a b é …")]
    [InlineData("&#150; &#x92; &#X41; &#0; &#xD800; &#99999999;", "– ’ A \uFFFD \uFFFD")]
    [InlineData("a&doesnotexist;b", "a&doesnotexist;b")]
    [InlineData("&lt;b&gt;bold&lt;/b&gt; &amp;amp; more", "bold & more")]
    [InlineData("a\u0001b\u000Bc", "a b c")]
    [InlineData("<![CDATA[5 &lt; 6 & 7]]>", "5 < 6 & 7")]
    [InlineData("<!-- & < no --><?php & ?>yes", "yes")]
    public void Slips_in_XML_are_mended(string title, string expected)
    {
        var (articles, rejections) = Read("slip.xml", $"\n<!-- before the declaration --><?xml version=\"1.0\"?><rss><channel><item><title>{title}</title></item></channel></rss>");

        Assert.Empty(rejections);
        Assert.Equal(expected, Assert.Single(articles).Given.Title);
    }

    [Fact]
    public void Prefixes_that_nobody_declared_are_understood_where_they_are_known()
    {
        var (articles, rejections) = Read("prefix.xml", "<rss><channel><item><dc:title>T</dc:title><dc:creator>Ann Lee</dc:creator><foo:bar>x</foo:bar><content:encoded>Text</content:encoded></item></channel></rss>");

        Assert.Empty(rejections);
        var given = Assert.Single(articles).Given;
        Assert.Equal(("T", "Text", "Ann Lee"), (given.Title, given.Body, Assert.Single(given.Authors)));
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16", "utf-16BE")]
    [InlineData("utf-8", "windows-1252")]
    [InlineData("iso-8859-1", "utf-8")]
    [InlineData("iso-8859-1", "windows-1252")]
    [InlineData("no-such-encoding", "utf-8")]
    [InlineData("utf-16", "utf-8")]
    public void Encodings_are_read_even_where_the_declaration_lies(string declared, string actual)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var xml = $"<?xml version=\"1.0\" encoding=\"{declared}\"?><rss><channel><item><title>Zoë’s café</title></item></channel></rss>";

        var (articles, rejections) = Read("encoded.xml", (CodePagesEncodingProvider.Instance.GetEncoding(actual) ?? Encoding.GetEncoding(actual)).GetBytes(xml));

        Assert.Empty(rejections);
        Assert.Equal("Zoë’s café", Assert.Single(articles).Given.Title);
    }

    [Fact]
    public void Encodings_of_several_bytes_a_letter_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var name in (string[])["gb2312", "big5", "shift_jis", "koi8-r", "euc-kr"])
        {
            var title = name switch { "koi8-r" => "Новости", "euc-kr" => "뉴스", _ => "中文" };

            var (articles, _) = Read(name + ".xml", (CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name)).GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><rss><channel><item><title>{title}</title></item></channel></rss>"));

            Assert.Equal(title, Assert.Single(articles).Given.Title);
        }
    }

    [Fact]
    public void An_item_that_is_too_long_ends_the_feed_with_a_rejection()
    {
        var xml = Encoding.UTF8.GetBytes("<rss><channel><item><title>A</title></item><item><description>" + new string('x', 3 << 20) + "</description></item></channel></rss>");
        var rejections = new List<Rejection>();

        var articles = NewsSearch.Ingest.Readers.Wires.Feeds.FeedReader.Read(
            new MemoryStream(xml), new SourceFile("f.xml", "f.xml", 0), new ReadOptions { MaxRecordByteLength = 1 << 20 }, rejections.Add).ToList();

        Assert.Equal("A", Assert.Single(articles).Given.Title);
        Assert.StartsWith("It is longer than 1 million characters.", Assert.Single(rejections).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_nested_a_hundred_thousand_deep_are_no_danger()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + "x" + string.Concat(Enumerable.Repeat("</a>", 100_000));
        foreach (var xml in (string[])[$"<nitf><body><body.content>{deep}</body.content></body></nitf>", $"<rss><channel><item><description>{deep}</description></item></channel></rss>",
            $"<newsItem><contentSet><inlineXML>{deep}</inlineXML></contentSet></newsItem>", $"<mets><structMap>{deep.Replace("<a>", "<div TYPE='ARTICLE'>", StringComparison.Ordinal).Replace("/a", "/div", StringComparison.Ordinal)}</structMap></mets>"])
        {
            var (articles, rejections) = Read("deep.xml", xml);

            Assert.NotEqual(0, articles.Count + rejections.Count);
        }
    }

    public void Dispose() => _folder.Dispose();

    private (List<SourceArticle> Articles, List<Rejection> Rejections) Read(string name, string content) => Read(name, Encoding.UTF8.GetBytes(content));

    private (List<SourceArticle> Articles, List<Rejection> Rejections) Read(string name, byte[] content) => WireSampleTests.Read(_folder.Write(name, content));
}
