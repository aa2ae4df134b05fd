using NewsSearch.Archive;
using NewsSearch.Archive.Names;
using NewsSearch.Archive.Reading;
using NewsSearch.Archive.Times;
using NewsSearch.Web.Search;
using NewsSearch.Web.Times;

namespace NewsSearch.Web.Names;

/// <summary>A portrait -> what the page of a person, organisation or place shows.</summary>
internal sealed record EntityView(EntityPortrait Portrait)
{
    public FacetWords Kind => FacetWords.Of(Portrait.Kind);

    public TimeChart Months { get; } = new(Portrait.Months, TimeScale.Month, month => new SearchState().With(new Filter(Portrait.Kind, Portrait.Name)).With(new Filter("date", month)).ToUrl());

    /// <summary>The search for its articles.</summary>
    public string SearchUrl => Articles.ToUrl();

    /// <summary>First and last month in words; null where no article is dated.</summary>
    public (string First, string Last)? Period => Portrait.Months.Where(month => month.Count > 0 && month.Period != FacetNames.NoValue).ToList() is [var first, ..] dated
        ? (PeriodInWords.Of(first.Period), PeriodInWords.Of(dated[^1].Period))
        : null;

    /// <summary>Kinds of those seen with it, each with the names.</summary>
    public IEnumerable<(string Title, string Kind, IReadOnlyList<Companion> Companions)> SeenWith() =>
        EntityChoices.Facets.Select(kind => (FacetWords.Of(kind).Many, kind, Portrait.SeenWith.GetValueOrDefault(kind, []))).Where(kind => kind.Item3.Count > 0);

    /// <summary>The articles that name both.</summary>
    public string BothUrl(string kind, string name) => (kind == Portrait.Kind
        ? Articles with { Filters = [], Query = $"{kind}:{Quoted(Portrait.Name)} {kind}:{Quoted(name)}" } // values of one facet are alternatives
        : Articles.With(new Filter(kind, name))).ToUrl();

    public string OutletUrl(string outlet) => Articles.With(new Filter("outlet", outlet)).ToUrl();

    private SearchState Articles => new SearchState().With(new Filter(Portrait.Kind, Portrait.Name));

    private static string Quoted(string name) => '"' + name.Replace('"', ' ') + '"';
}
