using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;
using NewsSearch.Archive;
using NewsSearch.Archive.Times;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Exploring;

/// <summary>Queries compared over time as their address holds them.</summary>
/// <param name="Queries">Different, none empty, at most <see cref="MostQueries"/>; none stands for all articles.</param>
/// <param name="Within">What they have in common: filters, range, how words are matched.</param>
/// <param name="Scale">The periods asked for; null lets them fit.</param>
/// <param name="AsksCounts">Articles instead of shares.</param>
internal sealed record TrendState(ImmutableArray<string> Queries, SearchState Within, TimeScale? Scale, bool AsksCounts)
{
    /// <summary>Most queries, and the longest of them: every point repeats one. Taste.</summary>
    public const int MostQueries = 5, MaxQueryLength = 500;

    public const string Path = "/trends";

    /// <summary>All articles have no share, they are it.</summary>
    public bool ShowsCounts => AsksCounts || Queries.IsEmpty;

    /// <summary>The searches that are drawn.</summary>
    public IEnumerable<SearchState> Searches => Queries.IsEmpty ? [Within] : Queries.Select(query => Within with { Query = query });

    /// <summary>A search over time.</summary>
    public static TrendState Of(SearchState state)
    {
        var (within, _) = Shared(state);
        return new TrendState(state.Query.Length > 0 ? [Cut(state.Query)] : [], within, null, AsksCounts: false);
    }

    /// <summary>Never fails, as <see cref="SearchUrl"/>.</summary>
    public static (TrendState State, IReadOnlyList<Note> Notes) Read(IEnumerable<KeyValuePair<string, StringValues>> parameters)
    {
        var values = parameters.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var asked = values.GetValueOrDefault("q").Select(query => query?.Trim() ?? "").Where(query => query.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var (state, notes) = SearchUrl.Read(values.Where(pair => pair.Key != "q"));
        var (within, leftOut) = Shared(state);
        List<string> said = [.. notes.Select(note => note.Text), .. leftOut];
        if (asked.Count > MostQueries) said.Add($"Only the first {MostQueries} of {InWords.Number(asked.Count)} searches were used.");
        if (asked.Take(MostQueries).Any(query => query.Length > MaxQueryLength)) said.Add($"Searches longer than {MaxQueryLength} characters were cut.");
        var scale = values.GetValueOrDefault("by").FirstOrDefault() switch { "year" => TimeScale.Year, "month" => TimeScale.Month, "day" => TimeScale.Day, _ => (TimeScale?)null };
        return (
            new TrendState([.. asked.Take(MostQueries).Select(query => Cut(query)).Distinct(StringComparer.Ordinal)], within, scale, values.GetValueOrDefault("show").FirstOrDefault() == "counts"),
            [.. said.Select(text => new Note(text, 0, 0))]);
    }

    public TrendState Without(string query) => this with { Queries = Queries.Remove(query) };

    public string ToUrl()
    {
        string[] own = [.. Queries.Select(query => "q=" + SearchUrl.Escape(query)), .. Scale is { } scale ? ["by=" + Word(scale)] : Array.Empty<string>(), .. AsksCounts ? ["show=counts"] : Array.Empty<string>()];
        return Within.ToUrl(own.Length == 0 ? Path : Path + "?" + string.Join('&', own));
    }

    public static string Word(TimeScale scale) => scale switch { TimeScale.Year => "year", TimeScale.Month => "month", _ => "day" };

    /// <summary>What searches can have in common: a chosen date is the range of time, if it can be one.</summary>
    private static (SearchState Within, string[] LeftOut) Shared(SearchState state)
    {
        Filter[] dates = [.. state.Filters.Where(filter => filter.Facet == "date")];
        var within = new SearchState { Match = state.Match, Filters = [.. state.Filters.Except(dates)], From = state.From, To = state.To };
        if (dates.Length == 0) return (within, []);
        if (dates is [{ Excluded: false } date] && !state.HasRange && PublicationDate.TryParse(date.Value) is { Precision: not DatePrecision.Time }) return (within.WithRange(date.Value, date.Value), []);
        return (within, ["The dates chosen among the filters were left out; from and to are kept."]);
    }

    private static string Cut(string query) => query.Length <= MaxQueryLength ? query : query[..(char.IsHighSurrogate(query[MaxQueryLength - 1]) ? MaxQueryLength - 1 : MaxQueryLength)];
}
