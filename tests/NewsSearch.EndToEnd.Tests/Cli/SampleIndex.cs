using System.Text.Json;
using NewsSearch.EndToEnd.Tests.Architecture;

namespace NewsSearch.EndToEnd.Tests.Cli;

/// <summary>The four sample articles, indexed once by the tool itself; for tests that only read.</summary>
public sealed class SampleIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SampleIndex()
    {
        Index = _folder["index"];
        Built = NewsSearchProcess.Run("rebuild", Corpus, "--index", Index);
        if (Built.ExitCode != 0) throw new InvalidOperationException($"The samples could not be indexed: {Built.Errors}");
        var export = NewsSearchProcess.Run("export", "--index", Index);
        NumberById = export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(article => article.GetProperty("id").GetString()!, article => Path.GetFileName(article.GetProperty("source").GetString()!)[..3]);
    }

    internal static string Corpus { get; } = Path.Combine(SourceTree.Root, "index-data", "corpus");

    internal Outcome Built { get; }

    internal string Index { get; }

    /// <summary>Id -> the number that the sample's file name begins with.</summary>
    internal IReadOnlyDictionary<string, string> NumberById { get; }

    public void Dispose() => _folder.Dispose();

    internal string IdOf(string number) => NumberById.Single(article => article.Value == number).Key;

    internal Outcome Run(string command, params string[] arguments) => NewsSearchProcess.Run([command, "--index", Index, .. arguments]);

    /// <summary>The document that <c>search --json</c> prints.</summary>
    internal JsonElement Search(params string[] arguments)
    {
        var outcome = Run("search", ["--json", .. arguments]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    /// <summary>The numbers of the articles found, in order of the numbers.</summary>
    internal string Numbers(JsonElement page)
    {
        var hits = page.GetProperty("hits").EnumerateArray().Select(hit => NumberById[hit.GetProperty("id").GetString()!]).ToList();
        Assert.Equal(page.GetProperty("total").GetInt64(), hits.Count);
        return string.Join(' ', hits.Order(StringComparer.Ordinal));
    }
}

[CollectionDefinition(Name)]
public sealed class SampleIndexUsers : ICollectionFixture<SampleIndex>
{
    public const string Name = "sample index";
}
