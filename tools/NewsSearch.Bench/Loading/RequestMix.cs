using System.Globalization;

namespace NewsSearch.Bench.Loading;

/// <summary>A sample of an archive -> requests as readers send them, the same for the same seed. How often each kind comes is taste.</summary>
/// <param name="sample">What the archive holds.</param>
/// <param name="queries">Queries to search for beside those that are made up; may be empty.</param>
/// <param name="random">Chooses.</param>
internal sealed class RequestMix(ArchiveSample sample, IReadOnlyList<string> queries, Random random)
{
    private static readonly (string Kind, int Weight)[] Weights =
        [("front", 4), ("words", 24), ("phrase", 12), ("filters", 20), ("dates", 8), ("deep", 6), ("article", 14), ("entity", 4), ("suggest", 8)];

    private static readonly string[] Named = ["person", "org", "place"];

    public LoadRequest Next()
    {
        var at = random.Next(Weights.Sum(kind => kind.Weight));
        var kind = Weights.First(kind => (at -= kind.Weight) < 0).Kind;
        return new LoadRequest(kind, Url(kind));
    }

    private string Url(string kind) => kind switch
    {
        "front" => "/",
        "words" => Search(queries.Count > 0 && random.Next(2) == 0 ? One(queries) : Words(1 + random.Next(3))),
        "phrase" => Search($"\"{Words(2 + random.Next(2))}\""),
        "filters" => Search(random.Next(4) == 0 ? "" : Words(1)) + Filters(1 + random.Next(3)),
        "dates" => Search(Words(1)) + Dates(),
        "deep" => Deep(),
        "article" => "/article/" + Escape(One(sample.Ids)) + (random.Next(2) == 0 ? "" : $"?q={Escape(Words(2))}&match=any"),
        "entity" => Entity(),
        _ => "/suggest?q=" + Escape(Beginning(Words(1))),
    };

    private static string Search(string query) => "/?q=" + Escape(query);

    private string Filters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ =>
    {
        var facet = One([.. sample.Values.Keys.Where(name => name != "date").Order(StringComparer.Ordinal)]);
        return $"&{(random.Next(8) == 0 ? "-" : "")}{facet}={Escape(One(sample.Values[facet]))}";
    }));

    private string Dates()
    {
        if (!sample.Values.TryGetValue("date", out var months)) return "";
        string[] range = [One(months), One(months)];
        Array.Sort(range, StringComparer.Ordinal);
        return $"&from={Escape(range[0].Replace("-XX", "", StringComparison.Ordinal))}&to={Escape(range[1].Replace("-XX", "", StringComparison.Ordinal))}";
    }

    private string Deep()
    {
        var pages = Math.Max(2, (int)Math.Min(sample.Total / 10, 1_000_000));
        return string.Create(CultureInfo.InvariantCulture, $"/?sort={(random.Next(2) == 0 ? "newest" : "oldest")}&page={2 + random.Next(pages - 1)}");
    }

    private string Entity()
    {
        string[] kinds = [.. Named.Where(sample.Values.ContainsKey)];
        if (kinds.Length == 0) return "/help";
        var kind = One(kinds);
        return $"/entity/{kind}/{Escape(One(sample.Values[kind]))}";
    }

    /// <summary>Words that stand beside each other in an article.</summary>
    private string Words(int count)
    {
        var passage = One(sample.Passages);
        count = Math.Min(count, passage.Length);
        var start = random.Next(passage.Length - count + 1);
        return string.Join(' ', passage[start..(start + count)]);
    }

    private string Beginning(string word) => word[..Math.Min(word.Length, 2 + random.Next(4))];

    private T One<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
