using System.Runtime.CompilerServices;
using System.Text;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Compatibility;

/// <summary>A frozen index of each format version: that of the current one must open, verify and answer as on the day it was made.</summary>
/// <remarks>
/// A new format version gets a new folder; the old ones stay as they are. MAKE_SAMPLE=1 writes the folder of the current version anew:
/// only while that version has not been released, or when AnalysisVersion changed, because such an index is refused.
/// </remarks>
public sealed class CompatibilityTests : IDisposable
{
    private readonly TemporaryFolder _copy = new();

    public CompatibilityTests()
    {
        var sample = Path.Combine(Folder(), $"v{SearchIndex.FormatVersion}");
        if (Environment.GetEnvironmentVariable("MAKE_SAMPLE") == "1") Make(sample);
        Copy(sample, _copy.Path);
    }

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void The_sample_verifies()
    {
        var problems = new List<string>();

        SearchIndex.Verify(_copy.Path, problems.Add, problems.Add, CancellationToken.None);

        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("limousines", "0 1")]
    [InlineData("\"limousines\"", "1")]
    [InlineData("\"silver limousines\"", "1")]
    [InlineData("\"number150 silver\"~5", "150")]
    [InlineData("cafe", "2")]
    [InlineData("東京", "3")]
    [InlineData("said:\"never again\"", "2")]
    [InlineData("person:stone", "0 5")]
    [InlineData("date:2024-02", "6")]
    [InlineData("every -one", "0 1 2 3 5 6")]
    [InlineData("odd number17*", "17 171 173 175 177 179")]
    [InlineData("\"every one\" number1*7", "17 107 117 127 137 147 157 167 177")]
    public void The_sample_gives_its_answers(string query, string keys)
    {
        using var index = SearchIndex.Open(_copy.Path);
        using var searcher = index.OpenSearcher();

        var answer = searcher.Search(SampleSchema.Query(query) with { Count = 1000 });

        var found = answer.Hits.OrderBy(hit => hit.Doc).Select(hit => Encoding.UTF8.GetString(searcher.Stored(hit.Doc, "head")));
        Assert.Equal(keys, string.Join(' ', found));
    }

    [Fact]
    public void The_sample_gives_its_facets_stored_fields_and_attachments()
    {
        using var index = SearchIndex.Open(_copy.Path);
        using var searcher = index.OpenSearcher();

        var facets = searcher.Search(SampleSchema.All with { Facets = [new FacetRequest("person", 10, FacetOrder.Count, []), new FacetRequest("lang", 10, FacetOrder.Count, [])] }).Facets;

        Assert.Equal([new FacetCount("Robert Stone", 2), new FacetCount(null, 174)], facets["person"]);
        Assert.Equal([new FacetCount("de", 1), new FacetCount(null, 175)], facets["lang"]);
        Assert.Equal((176, 1), (searcher.DocCount, searcher.DeletedCount));
        Assert.Equal("every one odd number101", Encoding.UTF8.GetString(searcher.Stored(searcher.Find("101"), "whole")));
        Assert.Equal("learned", Encoding.UTF8.GetString(searcher.Attachment("sample")!.Value.Span));
        Assert.Equal(-1, searcher.Find("4"));
    }

    [Fact]
    public void The_sample_takes_changes()
    {
        using (var writer = SearchIndex.OpenWriter(_copy.Path, SampleSchema.Schema, new WriterOptions("test")))
        {
            writer.Add(SampleSchema.Document("0", "replaced", ""));
            writer.Commit();
        }

        using var index = SearchIndex.Open(_copy.Path);
        using var searcher = index.OpenSearcher();
        Assert.Equal(176, searcher.DocCount);
        Assert.Equal(1, searcher.Search(SampleSchema.Query("replaced")).Total);
        Assert.Equal(1, searcher.Search(SampleSchema.Query("limousines")).Total);
    }

    [Fact]
    public void A_version_that_is_no_longer_read_is_refused_and_can_be_built_over()
    {
        using var old = new TemporaryFolder();
        Copy(Path.Combine(Folder(), "v1"), old.Path);

        var error = Assert.Throws<IndexOutdatedException>(() => SearchIndex.Open(old.Path));
        using (var writer = SearchIndex.OpenWriter(old.Path, SampleSchema.Schema, new WriterOptions("test") { IsRebuild = true }))
        {
            writer.Add(SampleSchema.Document("0", "new", ""));
            writer.Commit();
        }

        Assert.Contains($"format version 1; this program reads version {SearchIndex.FormatVersion}", error.Message, StringComparison.Ordinal);
        using var index = SearchIndex.Open(old.Path);
        using var searcher = index.OpenSearcher();
        Assert.Equal(1, searcher.Search(SampleSchema.Query("new")).Total);
    }

    private static void Copy(string from, string into)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(into, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    private static void Make(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        using (var writer = SearchIndex.OpenWriter(folder, SampleSchema.Schema, new WriterOptions("the maker of the sample")))
        {
            writer.Attachments["sample"] = "learned"u8.ToArray();
            writer.Values = new ValueMap(new Dictionary<string, IReadOnlyDictionary<string, string?>> { ["person"] = new Dictionary<string, string?> { ["Bob Stone"] = "Robert Stone", ["Nobody"] = null } });
            foreach (var document in FirstDocuments()) writer.Add(document);
            writer.Commit();
            for (var i = 10; i < 180; i++) writer.Add(SampleSchema.Document($"{i}", "", $"every one {(i % 2 == 1 ? "odd " : "")}number{i}{(i == 150 ? " a b c silver" : "")}"));
            writer.Delete("4");
            writer.Commit();
        }

        File.Delete(Path.Combine(folder, "lock"));
    }

    private static IEnumerable<IndexDocument> FirstDocuments()
    {
        yield return With(SampleSchema.Document("0", "A limousine", "every"), document => document.AddKeyword("person", "Bob Stone"));
        yield return SampleSchema.Document("1", "", "every two silver limousines");
        yield return With(SampleSchema.Document("2", "Café", "every"), document => document.AddText("quotes", "Never again"));
        yield return With(SampleSchema.Document("3", "東京都", "every"), document => document.Language = "ja");
        yield return SampleSchema.Document("4", "deleted", "every limousines");
        yield return With(SampleSchema.Document("5", "", "every"), document => document.AddKeyword("person", "Robert Stone"));
        yield return With(SampleSchema.Document("6", "", "every"), document =>
        {
            document.SetNumber("first", new DateOnly(2024, 2, 1).DayNumber);
            document.SetNumber("last", new DateOnly(2024, 2, 29).DayNumber);
            document.AddKeyword("person", "Nobody");
            document.AddKeyword("lang", "de");
        });
    }

    private static IndexDocument With(IndexDocument document, Action<IndexDocument> change)
    {
        change(document);
        return document;
    }

    private static string Folder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
