using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using NewsSearch.Archive;

namespace NewsSearch.Web.Search;

/// <summary>URL parameters -> state. Never fails: what is unknown is ignored, what is wrong falls to its default with a note.</summary>
internal static class SearchUrl
{
    /// <summary>Longest query taken from an address (taste: every link of a page repeats it).</summary>
    public const int MaxQueryLength = 4000;

    /// <summary>Most facet values taken from an address, and the longest of them (taste, as above).</summary>
    public const int MaxFilters = 50;
    public const int MaxValueLength = 300;

    /// <summary>Last page that can be asked for.</summary>
    public const int MaxPage = 10_000_000;

    private static readonly Dictionary<string, SortOrder> Sorts = new(StringComparer.Ordinal)
    {
        ["relevance"] = SortOrder.Relevance,
        ["newest"] = SortOrder.Newest,
        ["oldest"] = SortOrder.Oldest,
    };

    public static (SearchState State, IReadOnlyList<Note> Notes) Parse(string url)
    {
        var start = url.IndexOf('?', StringComparison.Ordinal);
        return Read(start < 0 ? [] : QueryHelpers.ParseQuery(url[start..]));
    }

    public static (SearchState State, IReadOnlyList<Note> Notes) Read(IEnumerable<KeyValuePair<string, StringValues>> parameters)
    {
        var values = parameters.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var notes = new List<Note>();
        var state = new SearchState
        {
            Query = ReadQuery(One("q"), notes),
            Match = OneOf(One("match"), "match", notes, "all", "any") == "any" ? MatchMode.Any : MatchMode.All,
            Filters = ReadFilters(values, notes),
            From = ReadDay(One("from"), "from", notes),
            To = ReadDay(One("to"), "to", notes),
            Sort = OneOf(One("sort"), "sort", notes, [.. Sorts.Keys]) is { } sort ? Sorts[sort] : null,
            Page = ReadNumber(One("page"), "page", 1, MaxPage, notes) ?? 1,
            Size = ReadNumber(One("size"), "size", 1, SearchRequest.MaxSize, notes) ?? SearchState.DefaultSize,
            Explain = One("explain") == "1",
            Snippet = ReadNumber(One("snippet"), "snippet", SearchRequest.MinSnippetLength, SearchRequest.MaxSnippetLength, notes) ?? SearchRequest.DefaultSnippetLength,
            More = FacetNames.All.Contains(One("more")) ? One("more") : null,
        };
        if (Later(state.From, state.To)) Add(notes, $"The range begins ({state.From}) after it ends ({state.To}), so nothing can be in it.");
        return (state, notes);

        string One(string name) => values.TryGetValue(name, out var found) ? found.FirstOrDefault() ?? "" : "";
    }

    public static string Word(SortOrder sort) => Sorts.First(pair => pair.Value == sort).Key;

    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Escape(string value) => Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);

    private static string ReadQuery(string query, List<Note> notes)
    {
        if (query.Length <= MaxQueryLength) return query;
        var length = char.IsHighSurrogate(query[MaxQueryLength - 1]) ? MaxQueryLength - 1 : MaxQueryLength;
        Add(notes, $"The query is longer than {InWords.Number(MaxQueryLength)} characters; what comes after them was left out.");
        return query[..length];
    }

    private static ImmutableArray<Filter> ReadFilters(Dictionary<string, StringValues> values, List<Note> notes)
    {
        Filter[] filters = [.. FacetNames.All.SelectMany(facet => Values(facet, false).Concat(Values(facet, true))).Distinct()];
        if (filters.Any(filter => filter.Value.Length > MaxValueLength)) Add(notes, "A filter with an overlong value was left out.");
        filters = [.. filters.Where(filter => filter.Value.Length <= MaxValueLength)];
        if (filters.Length > MaxFilters) Add(notes, $"Only the first {MaxFilters} filters were used.");
        return [.. filters.Take(MaxFilters)];

        IEnumerable<Filter> Values(string facet, bool excluded) =>
            values.GetValueOrDefault(excluded ? "-" + facet : facet)
                .Where(value => !string.IsNullOrEmpty(value)).Select(value => new Filter(facet, value!, excluded));
    }

    private static string? ReadDay(string text, string name, List<Note> notes)
    {
        text = text.Trim();
        if (text.Length == 0) return null;
        if (PublicationDate.TryParse(text) is { Precision: not DatePrecision.Time }) return text;
        Add(notes, $"“{InWords.Clip(text, 40)}” is not a date for “{name}”; write 2024, 2024-02 or 2024-02-20. It was left out.");
        return null;
    }

    private static int? ReadNumber(string text, string name, int least, int most, List<Note> notes)
    {
        if (text.Length == 0) return null;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Add(notes, $"“{InWords.Clip(text, 40)}” is not a number for “{name}”.");
            return null;
        }

        var clamped = (int)Math.Clamp(number, least, most);
        if (clamped != number) Add(notes, $"“{name}” goes from {InWords.Number(least)} to {InWords.Number(most)}; {InWords.Number(clamped)} was used.");
        return clamped;
    }

    private static string? OneOf(string text, string name, List<Note> notes, params string[] words)
    {
        if (text.Length == 0) return null;
        if (words.Contains(text)) return text;
        Add(notes, $"“{InWords.Clip(text, 40)}” is not known for “{name}”; it can be {string.Join(", ", words[..^1])} or {words[^1]}.");
        return null;
    }

    private static bool Later(string? from, string? to) =>
        PublicationDate.TryParse(from) is { } first && PublicationDate.TryParse(to) is { } last && first.FirstDay > last.LastDay;

    // A note without a place in the query: Start == End.
    private static void Add(List<Note> notes, string text) => notes.Add(new Note(text, 0, 0));
}
