using System.Net;

namespace NewsSearch.Bench.Walking;

/// <summary>Something that a walk found wrong.</summary>
/// <param name="Step">Which click it was, from 1.</param>
/// <param name="Kind">What was clicked.</param>
/// <param name="From">On which page.</param>
/// <param name="Url">Where it led.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record Fault(int Step, string Kind, string From, string Url, string Text);

/// <summary>A reader who clicks at random, and counts after.</summary>
internal sealed class SiteWalk
{
    /// <summary>One click in so many begins anew.</summary>
    private const int FreshStart = 20;

    /// <summary>What readers do more often than anything else; times as likely.</summary>
    private static readonly Dictionary<string, int> Favourites = new(StringComparer.Ordinal) { ["box"] = 4, ["boxes of one facet"] = 4, ["bar"] = 2, ["hit"] = 2, ["page"] = 2, ["neighbour"] = 3 };

    private readonly Oracle _oracle;
    private readonly Random _random;
    private readonly WalkWords _words;
    private readonly FormClicks _forms;
    private readonly List<Fault> _faults = [];
    private readonly SortedDictionary<string, int> _clicked = new(StringComparer.Ordinal);

    private SiteWalk(Oracle oracle, int seed)
    {
        (_oracle, _random) = (oracle, new Random(seed));
        _words = new WalkWords(oracle, _random);
        _forms = new FormClicks(_random, _words.Next);
    }

    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>Kind -> how often it was clicked.</summary>
    public IReadOnlyDictionary<string, int> Clicked => _clicked;

    /// <summary>Numbers that were compared with the total after a click, without following it.</summary>
    public int Promises { get; private set; }

    public static async Task<SiteWalk> RunAsync(Site site, int clicks, int seed, CancellationToken stopped)
    {
        var walk = new SiteWalk(await Oracle.OfAsync(site, stopped).ConfigureAwait(false), seed);
        var page = await site.VisitAsync("/", stopped).ConfigureAwait(false);
        for (var step = 1; step <= clicks; step++)
        {
            stopped.ThrowIfCancellationRequested();
            var click = walk.Choose(page);
            await walk._oracle.LearnAsync(new SearchAddress(click.Url), stopped).ConfigureAwait(false);
            var next = await site.VisitAsync(click.Url, stopped).ConfigureAwait(false);
            walk._clicked[click.Kind] = walk._clicked.GetValueOrDefault(click.Kind) + 1;
            await walk._oracle.LearnAsync(new SearchAddress(next.Url), stopped).ConfigureAwait(false);
            foreach (var text in walk.Check(click, page, next)) walk._faults.Add(new Fault(step, click.Kind, page.Url, click.Url, text));
            page = next;
        }

        return walk;
    }

    private Click Choose(Visit page)
    {
        var search = new SearchAddress(page.Url);
        var kinds = page.Status != HttpStatusCode.OK || _random.Next(FreshStart) == 0 ? [] :
            LinkClicks.Of(page.Html, search).Concat(_forms.Of(page.Html, search)).GroupBy(click => click.Kind, StringComparer.Ordinal)
                .SelectMany(kind => Enumerable.Repeat(kind.ToList(), Favourites.GetValueOrDefault(kind.Key, 1))).ToList();
        if (kinds.Count == 0) return new Click("fresh start", "/?q=" + Uri.EscapeDataString(_words.Next()));
        var some = kinds[_random.Next(kinds.Count)];
        return some[_random.Next(some.Count)];
    }

    private List<string> Check(Click click, Visit before, Visit page)
    {
        if (page.Status != HttpStatusCode.OK) return [$"answers {(int)page.Status}"];
        var search = new SearchAddress(page.Url);
        var isResults = search.Path == "/";
        var faults = OtherPageChecks.Any(page).Concat(Promised(page, search));
        if (isResults) faults = faults.Concat(SearchPageCheck.Faults(page, _oracle));
        if (isResults && click.Promised is { } number && SearchPageCheck.Total(page.Html) is var total && total != number) faults = faults.Append($"promised {number}, finds {total}");
        if (search.Path.StartsWith("/entity/", StringComparison.Ordinal)) faults = faults.Concat(OtherPageChecks.Entity(page, _oracle));
        if (search.Path.StartsWith("/facet/", StringComparison.Ordinal)) faults = faults.Concat(OtherPageChecks.Values(page, _oracle));
        if (search.Path.StartsWith("/article", StringComparison.Ordinal)) faults = faults.Concat(OtherPageChecks.Article(page, _oracle));
        if (click.Kind == "neighbour" && !IsNeighbour(before, page)) faults = faults.Append("its neighbour is not the article before the click");
        if (click.Kind == "back" && new SearchAddress(before.Url).Rank is not null && !page.Html.QuerySelectorAll(".hits h3 a").Any(hit => SearchPageCheck.IdOf(hit.GetAttribute("href")!) == SearchPageCheck.IdOf(before.Url)))
            faults = faults.Append("the way back does not list the article");
        return [.. faults];
    }

    /// <summary>Every number of a page that says what a click would find, as far as the words are known.</summary>
    private IEnumerable<string> Promised(Visit page, SearchAddress search)
    {
        foreach (var click in LinkClicks.Of(page.Html, search).Concat(_forms.Of(page.Html, search)).Where(click => click.Promised is not null))
        {
            var target = new SearchAddress(click.Url);
            if (target.Path != "/" || target.Words != search.Words) continue;
            Promises++;
            if (_oracle.Total(target) is var total && total != click.Promised) yield return $"{click.Kind} to {click.Url} promises {click.Promised}, would find {total}";
        }
    }

    private static bool IsNeighbour(Visit before, Visit after) => after.Html.QuerySelectorAll("#result a")
        .Any(link => SearchPageCheck.IdOf(link.GetAttribute("href")!) == SearchPageCheck.IdOf(before.Url));
}
