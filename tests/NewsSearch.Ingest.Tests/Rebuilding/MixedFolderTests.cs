using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Ingest.Tests.Rebuilding;

/// <summary>One folder with a sample of every format and container, rebuilt to an index: every article, field by field, and the whole report.</summary>
/// <remarks><c>UPDATE_GOLDEN=1</c> writes what comes out in place of what is expected; look at the difference before it is kept.</remarks>
public sealed class MixedFolderTests(MixedFolderTests.Rebuilt rebuilt) : IClassFixture<MixedFolderTests.Rebuilt>
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Names are found by other rules, which have tests of their own.</summary>
    private static readonly string[] OtherFields = ["people", "organisations", "places", "quotes", "source"];

    [Fact]
    public void Every_article_comes_out_field_by_field_as_expected()
    {
        var found = new JsonObject
        {
            ["articles"] = new JsonObject(rebuilt.Articles.OrderBy(article => article.Source, StringComparer.Ordinal).Select(article => KeyValuePair.Create(article.Source!, (JsonNode?)Fields(article)))),
            ["rejected"] = Texts(rebuilt.Rejections.Select(rejection => $"{rebuilt.NameOf(rejection.Source)}, {rejection.Place}: {rejection.Reason}").Order(StringComparer.Ordinal)),
            ["formats"] = new JsonObject(rebuilt.Report.Counts.Formats.OrderBy(count => count.Format, StringComparer.Ordinal).Select(count => KeyValuePair.Create(count.Format, (JsonNode?)$"{count.Articles} articles, {count.Rejected} rejected"))),
            ["passedOver"] = new JsonObject(rebuilt.Report.Counts.Skipped.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => KeyValuePair.Create(kind.Key, (JsonNode?)kind.Value))),
            ["repeated"] = Texts(rebuilt.Report.Repetitions.First.Select(repeated => $"{repeated.Source}: {repeated.Kind} {repeated.Id}")),
        };

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(ExpectedFile, found.ToJsonString(Written) + "\n");
        var differences = Differences(Lines(JsonNode.Parse(File.ReadAllText(ExpectedFile))!, ""), Lines(found, "")).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences.Prepend($"{differences.Count} fields differ:")));
    }

    [Fact]
    public void The_folder_holds_every_format_that_is_read()
    {
        string[] containers = ["gzip", "zip", "tar"];
        var read = SourceFormats.All.Where(format => format.IsRead).Select(format => format.Name).Except(containers).Append("DOCX").Order(StringComparer.Ordinal);

        Assert.Equal(read, rebuilt.Report.Counts.Formats.Where(count => count.Articles > 0).Select(count => count.Format).Order(StringComparer.Ordinal));
    }

    private static string Samples => Path.Combine(Folders.Repository, "tests", "NewsSearch.Ingest.Tests", "Samples");

    private static string ExpectedFile => Path.Combine(Samples, "mixed.articles.json");

    private static JsonObject Fields(Article article)
    {
        var fields = JsonNode.Parse(ArticleJson.ToUtf8(article))!.AsObject();
        foreach (var other in OtherFields) fields.Remove(other);
        fields["body"] = Texts(article.Body.Split("\n\n"));
        if (article.Published is { } published) fields["precision"] = published.Precision.ToString();
        return fields;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    /// <summary>One line a field: where it stands, and its value.</summary>
    private static Dictionary<string, string> Lines(JsonNode node, string path)
    {
        var fields = node switch
        {
            JsonObject values => values.Select(field => (Name: field.Key, field.Value)),
            JsonArray items => items.Select((item, number) => (Name: $"{number}", Value: item)),
            _ => [],
        };
        return node is JsonValue ? new() { [path] = node.ToJsonString(Written) } : fields.SelectMany(field => Lines(field.Value!, path + " / " + field.Name)).ToDictionary();
    }

    private static IEnumerable<string> Differences(Dictionary<string, string> expected, Dictionary<string, string> found) =>
        from path in expected.Keys.Union(found.Keys)
        let isExpected = expected.GetValueOrDefault(path, "nothing")
        let isFound = found.GetValueOrDefault(path, "nothing")
        where isExpected != isFound
        select $"{path}: expected {isExpected}, found {isFound}";

    /// <summary>The folder, made and rebuilt once for these tests.</summary>
    public sealed class Rebuilt : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly List<Rejection> _rejections = [];

        public Rebuilt()
        {
            var (source, index) = (Path.Combine(_folder.Path, "mixed"), Path.Combine(_folder.Path, "index"));
            PackedFolder.Make(Path.Combine(Samples, "mixed"), source);
            var pipeline = new IngestPipeline(new NameExtractor(), FixedClock.Spring2024, workers: 2);
            Report = Rebuild.Run(pipeline, [source], index, "test", ArticleArchive.DefaultMemoryBytes, _rejections.Add);
            using var archive = ArticleArchive.Open(index);
            Articles = [.. archive.Export(new SearchRequest())];
        }

        public RebuildReport Report { get; }

        public IReadOnlyList<Article> Articles { get; }

        public IReadOnlyList<Rejection> Rejections => _rejections;

        public string NameOf(string path) => Path.GetRelativePath(_folder.Path, path).Replace('\\', '/');

        public void Dispose() => _folder.Dispose();
    }
}
