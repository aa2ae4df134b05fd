using System.Text;
using NewsSearch.Archive;

namespace NewsSearch.Bench.Walking;

/// <summary>
/// What a page must say, counted article by article. Of the archive it takes the articles and which of them a query finds, both from exports;
/// filters, facets, ranges and totals are its own.
/// </summary>
internal sealed class Oracle
{
    private readonly Site _site;
    private readonly ArticleFacts[] _articles;
    private readonly Dictionary<string, int> _numbers;
    private readonly Dictionary<(string, bool), int[]> _found = [];

    private Oracle(Site site, ArticleFacts[] articles)
    {
        (_site, _articles) = (site, articles);
        _numbers = articles.Select((article, number) => (article.Id, number)).ToDictionary(pair => pair.Id, pair => pair.number, StringComparer.Ordinal);
        _found[("", false)] = _found[("", true)] = [.. Enumerable.Range(0, articles.Length)];
    }

    public int ArticleCount => _articles.Length;

    public ArticleFacts Any(Random random) => _articles[random.Next(_articles.Length)];

    public static async Task<Oracle> OfAsync(Site site, CancellationToken stopped)
    {
        var articles = new List<ArticleFacts>();
        await foreach (var article in ExportAsync(site, "", stopped).ConfigureAwait(false)) articles.Add(new ArticleFacts(article));
        return articles.Count > 0 ? new Oracle(site, [.. articles]) : throw new BenchException("The archive is empty: there is nothing to walk in.");
    }

    /// <summary>Asks once what the words of a search find.</summary>
    public async Task LearnAsync(SearchAddress search, CancellationToken stopped)
    {
        if (_found.ContainsKey(search.Words)) return;
        var numbers = new List<int>();
        await foreach (var article in ExportAsync(_site, $"?q={Uri.EscapeDataString(search.Query)}{(search.IsAny ? "&match=any" : "")}", stopped).ConfigureAwait(false)) numbers.Add(_numbers[article.Id]);
        _found[search.Words] = [.. numbers];
    }

    public int Total(SearchAddress search) => Matching(search).Count();

    /// <summary>The articles of a search that was learned; one facet can be left out of account.</summary>
    public IEnumerable<ArticleFacts> Matching(SearchAddress search, string? without = null)
    {
        var choices = FacetNames.All.Where(facet => facet != without && search.HasChoice(facet))
            .Select(facet => (Facet: facet, Included: search.Included(facet), Excluded: search.Excluded(facet))).ToArray();
        var (first, last) = (PublicationDate.TryParse(search.From)?.FirstDay, PublicationDate.TryParse(search.To)?.LastDay);
        return _found[search.Words].Select(number => _articles[number]).Where(article => article.IsWithin(first, last) && choices.All(choice =>
            (choice.Included.Length == 0 || choice.Included.Intersect(article.Values(choice.Facet), StringComparer.Ordinal).Any())
            && !choice.Excluded.Intersect(article.Values(choice.Facet), StringComparer.Ordinal).Any()));
    }

    /// <summary>Value -> articles that have it, under the words and the other facets.</summary>
    public Dictionary<string, int> Counts(SearchAddress search, string facet) =>
        Matching(search, without: facet).SelectMany(article => article.Values(facet)).CountBy(value => value, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static async IAsyncEnumerable<Article> ExportAsync(Site site, string search, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stopped)
    {
        var stream = await site.StreamAsync("/search.jsonl" + search, stopped).ConfigureAwait(false);
        using var lines = new StreamReader(stream, Encoding.UTF8);
        while (await lines.ReadLineAsync(stopped).ConfigureAwait(false) is { } line)
            yield return ArticleJson.Read(Encoding.UTF8.GetBytes(line), out var error) ?? throw new BenchException($"An exported article cannot be read: {error}");
    }
}
