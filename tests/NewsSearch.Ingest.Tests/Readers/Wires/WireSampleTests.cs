using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Ingest.Tests.Readers.Wires;

/// <summary>A file of each news format, and every field that its reader must give: <c>Samples/wires/NAME</c> and <c>NAME.articles.json</c>.</summary>
/// <remarks><c>UPDATE_GOLDEN=1</c> writes what comes out in place of what is expected; look at the difference before it is kept.</remarks>
public sealed class WireSampleTests
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("rss-2.xml", "RSS")]
    [InlineData("rss-1.xml", "RSS")]
    [InlineData("wordpress.xml", "RSS")]
    [InlineData("atom.xml", "Atom")]
    [InlineData("nitf.xml", "NITF")]
    [InlineData("newsml-g2.xml", "NewsML-G2")]
    [InlineData("newsml-1.xml", "NewsML 1")]
    [InlineData("ninjs-1.json", "ninjs")]
    [InlineData("ninjs-3.json", "ninjs")]
    [InlineData("issue/mets.xml", "METS")]
    [InlineData("alto-alone.xml", "ALTO")]
    public void A_sample_comes_out_field_by_field_as_expected(string name, string format)
    {
        var path = Path.Combine(Samples, name.Replace('/', Path.DirectorySeparatorChar));

        var (articles, rejections) = Read(path);

        Assert.All(articles, article => Assert.Equal(format, article.Format));
        AssertGolden(path + ".articles.json", Fields(articles, rejections));
    }

    [Theory]
    [InlineData("issue/page1.xml")]
    [InlineData("issue/alto/page2.xml")]
    public void A_page_is_left_to_the_issue_that_refers_to_it(string name)
    {
        var (articles, rejections) = Read(Path.Combine(Samples, name.Replace('/', Path.DirectorySeparatorChar)));

        Assert.Empty(articles);
        Assert.Empty(rejections);
    }

    [Fact]
    public void Confidence_of_words_is_kept()
    {
        var (articles, _) = Read(Path.Combine(Samples, "issue", "mets.xml"));

        Assert.Equal(0.844, articles[0].Given.WordConfidence!.Value, 0.01);
        Assert.Null(articles[1].Given.WordConfidence);
    }

    internal static string Samples => Path.Combine(Folders.Repository, "tests", "NewsSearch.Ingest.Tests", "Samples", "wires");

    internal static (List<SourceArticle> Articles, List<Rejection> Rejections) Read(string path, IngestCounts? counts = null)
    {
        var rejections = new List<Rejection>();
        var articles = SourceReader.Read(new SourceFile(path, Path.GetFileName(path), 0), new ReadOptions { Reject = rejections.Add, Counts = counts ?? new IngestCounts() }, _ => { }).ToList();
        return (articles, rejections);
    }

    private static string Fields(List<SourceArticle> articles, List<Rejection> rejections)
    {
        var lines = articles.Select(article => Encoding.UTF8.GetString(ArticleJson.ToUtf8(article.Given with { Source = article.Source })));
        var json = articles.Count == 0 ? "[]" : "[" + string.Join(',', lines) + "]";
        return JsonSerializer.Serialize(
            new { articles = JsonDocument.Parse(json).RootElement, rejections = rejections.Select(rejection => $"{Path.GetFileName(rejection.Source)}, {rejection.Place}: {rejection.Reason}") }, Written)
            .ReplaceLineEndings("\n") + "\n";
    }

    private static void AssertGolden(string path, string text)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
