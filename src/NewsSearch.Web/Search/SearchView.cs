using NewsSearch.Archive;
using NewsSearch.Web.Times;

namespace NewsSearch.Web.Search;

/// <summary>A filter in use, with the address that takes it away.</summary>
internal sealed record Chip(string Label, string Value, bool Excluded, string RemoveUrl);

/// <summary>Another search that finds something.</summary>
internal sealed record WayOut(string Text, string Url, long Total);

/// <summary>State and answer -> what the search page shows.</summary>
internal sealed record SearchView(SearchState State, SearchPage Page, IReadOnlyList<Note> Notes, IReadOnlyList<FacetView> Facets, DateView Dates, SearchTimes? Times)
{
    /// <summary>Values shown of a facet, and of the one listed at length.</summary>
    private const int ShortList = 8;
    private const int LongList = 200;

    /// <summary>The query as probably meant.</summary>
    public IEnumerable<WayOut> Meant() => Page.Suggestions.Where(suggestion => suggestion.Kind == SuggestionKind.Spelling)
        .Select(suggestion => new WayOut(suggestion.Request.Query + (suggestion.Without.Count > 0 ? ", without any filter" : ""), UrlOf(suggestion), suggestion.Total));

    /// <summary>Other searches for when nothing was found.</summary>
    public IReadOnlyList<WayOut> WaysOut() =>
    [
        .. Page.Suggestions.Where(suggestion => suggestion.Kind != SuggestionKind.Spelling)
            .Select(suggestion => new WayOut(suggestion is { Kind: SuggestionKind.FewerFilters, Without: [var filter] } ? WithoutWords(filter) : InWords.Sentence(suggestion.Text), UrlOf(suggestion), suggestion.Total)),
    ];

    public long First => ((long)Page.Page - 1) * Page.Size + 1;

    public long Last => First + Page.Hits.Count - 1;

    public long LastPage => Math.Max(1, (Page.Total + Page.Size - 1) / Page.Size);

    public string Heading => State.Query.Length > 0 ? InWords.Clip(State.Query, 160) : "All articles";

    public string PageTitle => $"{InWords.Clip(Heading, 60)}: {InWords.Count(Page.Total, "article")}{(State.Page > 1 ? ", page " + InWords.Number(State.Page) : "")}";

    /// <summary>Runs the searches that one page needs.</summary>
    public static SearchView Load(IArticleArchive archive, SearchState state, IReadOnlyList<Note> notes, CancellationToken cancellation)
    {
        // One value more than is shown tells whether there are more. Of dates, all months are listed.
        var page = archive.Search(state.ToRequest() with { FacetSize = ShortList + 1 }, cancellation);
        var facets = page.Facets.ToDictionary(StringComparer.Ordinal);
        if (state.More is { } more)
        {
            var longer = state.ToRequest() with { Page = 1, Size = 1, CountFacets = [more], FacetSize = LongList + 1 };
            facets[more] = archive.Search(longer, cancellation).Facets.GetValueOrDefault(more, []);
        }

        return new SearchView(state, page, [.. page.Notes, .. notes],
            [.. FacetNames.All.Where(facet => facet != "date").Select(facet =>
                FacetView.Of(facet, facets.GetValueOrDefault(facet, []), state, facet == state.More ? LongList : ShortList))],
            DateView.Of(facets.GetValueOrDefault("date", []), state),
            state.Page == 1 && page.Total > 0 ? SearchTimes.Load(archive, state, facets.GetValueOrDefault("date", []), cancellation) : null);
    }

    public IEnumerable<Chip> Chips()
    {
        foreach (var filter in State.Filters)
        {
            var value = filter.Value == FacetNames.NoValue ? FacetWords.Of(filter.Facet).NoValue : FacetWords.Value(filter.Facet, filter.Value);
            yield return new Chip(FacetWords.Of(filter.Facet).One, value, filter.Excluded, State.Without(filter).ToUrl());
        }

        if (State.HasRange) yield return new Chip("Published", Range(State), false, State.WithRange(null, null).ToUrl());
    }

    /// <summary>Of how many articles the outlet or the date is not known, with the searches for them.</summary>
    public IEnumerable<WayOut> Gaps() =>
        Facets.SelectMany(facet => facet.Rows).Where(row => row.Filter.Facet == "outlet").Append(Dates.Undated)
            .OfType<FacetRow>().Where(row => row.Meaning is not null && !row.Checked && row.Count > 0)
            .Select(row => new WayOut(row.Meaning!, State.With(row.Filter).ToUrl(), row.Count));

    /// <summary>The pages to link: the first, the last and those around this one; null stands for a gap.</summary>
    public IEnumerable<long?> Pages()
    {
        long[] shown = [1, State.Page - 1, State.Page, State.Page + 1, LastPage];
        var before = 0L;
        foreach (var page in shown.Where(page => page >= 1 && page <= LastPage).Distinct().Order())
        {
            if (page > before + 1) yield return null;
            yield return before = page;
        }
    }

    private static string Range(SearchState state) => (state.From, state.To) switch
    {
        (null, var to) => "up to " + to,
        (var from, null) => "from " + from,
        var (from, to) => from == to ? from : $"{from} to {to}",
    };

    private string UrlOf(Suggestion suggestion) => (State with
    {
        Query = suggestion.Request.Query,
        Match = suggestion.Request.Match,
        Filters = [.. State.Filters.Where(filter => !suggestion.Without.Contains(new LeftOut(filter.Parameter, filter.Value)))],
        From = suggestion.Request.From,
        To = suggestion.Request.To,
        Page = 1,
    }).ToUrl();

    private static string WithoutWords(LeftOut filter)
    {
        if (filter.Name is "from" or "to") return "Without the range of dates";
        var facet = filter.Name.TrimStart('-');
        return $"Without the filter “{FacetWords.Of(facet).One}: {(filter.Name == facet ? "" : "not ")}{FacetWords.Value(facet, filter.Value)}”";
    }
}
