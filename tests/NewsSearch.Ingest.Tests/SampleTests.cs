using System.Text.Json;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Tests;

/// <summary>A source and the fields that must come out: <c>Samples/&lt;format&gt;/&lt;case&gt;.in</c> and <c>.expected.json</c>; the four articles of the corpus lie in index-data.</summary>
public sealed class SampleTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var expected in Directory.EnumerateFiles(Samples, "*.expected.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(expected).Replace(".expected.json", "", StringComparison.Ordinal);
            var isCorpus = Path.GetFileName(Path.GetDirectoryName(expected)) == "articles";
            cases.Add(isCorpus ? Path.Combine(Folders.Repository, "index-data", "corpus", name + ".txt") : Path.ChangeExtension(expected, null).Replace(".expected", ".in", StringComparison.Ordinal), expected);
        }
        return cases;
    }

    private static string Samples => Path.Combine(Folders.Repository, "tests", "NewsSearch.Ingest.Tests", "Samples");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_sample_comes_out_field_by_field_as_expected(string source, string expectedFile)
    {
        var rejections = new List<Rejection>();

        var article = Assert.Single(IngestPipeline.Default.Read([source], rejections.Add));

        Assert.Empty(rejections);
        var expected = JsonDocument.Parse(File.ReadAllText(expectedFile)).RootElement;
        Assert.Equal(expected.GetProperty("title").GetString(), article.Title);
        Assert.Equal(expected.GetProperty("titleFrom").GetString(), article.TitleFrom);
        Assert.Equal(expected.GetProperty("outlet").GetString(), article.Outlet);
        Assert.Equal(expected.GetProperty("outletFrom").GetString(), article.OutletFrom);
        Assert.Equal(expected.GetProperty("published").GetString(), article.Published?.Text);
        Assert.Equal(expected.GetProperty("publishedBy").GetString(), article.PublishedBy);
        Assert.Equal(expected.GetProperty("language").GetString(), article.Language);
        Assert.StartsWith(expected.GetProperty("bodyBegins").GetString()!, article.Body, StringComparison.Ordinal);
        Assert.EndsWith(expected.GetProperty("bodyEnds").GetString()!, article.Body, StringComparison.Ordinal);
        Assert.Equal(expected.GetProperty("paragraphs").GetInt32(), article.Body.Split("\n\n").Length);
        Assert.Equal(article.Body.Split("\n\n")[0], article.Lead);
        Assert.Equal(Texts(expected, "agencies"), article.Agencies);
        Assert.Equal(Texts(expected, "people"), article.People.Where(person => !person.IsLone).Select(person => person.Name));
        Assert.Equal(Texts(expected, "organisations"), article.Organisations.Select(organisation => organisation.Name));
        Assert.Equal(Texts(expected, "places"), article.Places.Select(place => place.Name));
        Assert.Equal(Texts(expected, "removed"), article.Removed.Select(removal => removal.Rule));
        AssertOffsets(article);
    }

    [Fact]
    public void Nothing_but_white_space_is_lost_from_the_sample_articles()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folders.Repository, "index-data", "corpus")))
        {
            var article = Assert.Single(IngestPipeline.Default.Read([file], _ => { }));

            var kept = article.Title + article.Body + string.Concat(article.Removed.Select(removal => removal.Text));

            Assert.Equal(Letters(File.ReadAllText(file)), Letters(kept));
        }
    }

    private static void AssertOffsets(Article article)
    {
        foreach (var entity in article.People.Concat(article.Organisations).Concat(article.Places))
        {
            Assert.NotEmpty(entity.Mentions);
            foreach (var mention in entity.Mentions) Assert.True(char.IsUpper(article.Body[mention.Start]) && char.IsLetter(article.Body[mention.End - 1]) || article.Body[mention.End - 1] == '.');
        }
        Assert.All(article.Removed, removal => Assert.InRange(removal.At, 0, article.Body.Length));
        Assert.Equal(article.Removed.Select(removal => removal.At).Order(), article.Removed.Select(removal => removal.At));
    }

    private static string Letters(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c)).Order()]);

    private static IEnumerable<string> Texts(JsonElement expected, string name) => expected.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);
}
