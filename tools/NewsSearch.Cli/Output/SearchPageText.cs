using System.Globalization;
using NewsSearch.Archive;

namespace NewsSearch.Cli.Output;

/// <summary>A search page -> text: reading, count, numbered hits, facets, remarks.</summary>
internal static class SearchPageText
{
    private const int LongestPlace = 40;

    /// <param name="page">The page.</param>
    /// <param name="kept">Options that the command of another search is given, too: the index, and how to print.</param>
    /// <param name="terminal">Where to.</param>
    public static void Write(SearchPage page, IReadOnlyList<string> kept, Terminal terminal)
    {
        var output = terminal.Out;
        if (page.InterpretedAs.Length > 0) output.WriteLine($"Read as: {MarkedText.Isolated(MarkedText.Plain(page.InterpretedAs), terminal.IsLive)}");
        output.WriteLine(Count(page));
        foreach (var note in page.Notes) output.WriteLine($"Note: {MarkedText.Plain(note.Text)}{Place(page.Query, note)}");
        for (var i = 0; i < page.Hits.Count; i++) WriteHit(page.Hits[i], ((page.Page - 1L) * page.Size) + i + 1, terminal);
        foreach (var (name, values) in page.Facets) WriteFacet(name, values, output);
        foreach (var suggestion in page.Suggestions) output.WriteLine($"{Environment.NewLine}{Suggestion(suggestion, kept)}");
    }

    /// <summary>What of the query the note is about.</summary>
    private static string Place(string query, Note note)
    {
        if (note.Start >= note.End || note.End > query.Length || (note.Start == 0 && note.End == query.Length)) return "";
        var place = query[note.Start..note.End];
        return $" (“{MarkedText.Plain(place.Length <= LongestPlace ? place : string.Concat(place.AsSpan(0, LongestPlace), "…"))}”)";
    }

    private static string Count(SearchPage page)
    {
        var articles = page.Total == 1 ? "1 article" : $"{Number(page.Total)} articles";
        if (page.Total <= page.Hits.Count) return articles;
        var first = ((page.Page - 1L) * page.Size) + 1;
        return page.Hits.Count == 0 ? $"{articles}, none on page {page.Page}" : $"{articles}, {Number(first)} to {Number(first + page.Hits.Count - 1)} shown";
    }

    private static void WriteHit(Hit hit, long rank, Terminal terminal)
    {
        var title = MarkedText.ForTerminal(hit.TitleMarked, terminal.IsColored);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rank}. {title}{(hit.HasHeadline ? "" : " [no headline: beginning of the text]")}"));
        terminal.Out.WriteLine($"   {MarkedText.Plain(hit.Outlet ?? "unknown outlet")} · {hit.Published?.Text ?? "undated"} · {MarkedText.Plain(hit.Id)}");
        foreach (var snippet in hit.Snippets)
            terminal.Out.WriteLine($"   {MarkedText.ForTerminal(snippet, terminal.IsColored).ReplaceLineEndings(" ")}");
        if (hit.Explanation is { } explanation) WriteExplanation(explanation, terminal.Out);
    }

    private static void WriteExplanation(Explanation explanation, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   score {explanation.Score:F3}:"));
        foreach (var part in explanation.Parts) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {part.Score,9:F3}  {MarkedText.Plain(part.InWords)}"));
    }

    private static void WriteFacet(string name, IReadOnlyList<FacetValue> values, TextWriter output)
    {
        if (values.Count == 0) return;
        output.WriteLine();
        output.WriteLine($"{name}:");
        var width = Number(values.Max(value => value.Count)).Length;
        foreach (var value in values)
        {
            var choice = value.Selected ? " (chosen)" : value.Excluded ? " (left out)" : "";
            output.WriteLine($"  {Number(value.Count).PadLeft(width)}  {MarkedText.Plain(value.Value)}{choice}");
        }
    }

    /// <summary>In words, with its count and the command that runs it.</summary>
    private static string Suggestion(Suggestion suggestion, IReadOnlyList<string> kept)
    {
        var options = string.Concat(kept.Select(word => (word.StartsWith("--", StringComparison.Ordinal) ? word : Quoted(word)) + " ").Concat(Options(suggestion.Request)));
        return $"{MarkedText.Plain(InWords(suggestion.Text))} ({Number(suggestion.Total)}): newssearch search {options}-- {Quoted(suggestion.Request.Query)}";
    }

    private static string InWords(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static IEnumerable<string> Options(SearchRequest request)
    {
        if (request.Match == MatchMode.Any) yield return "--match any ";
        foreach (var (facet, choice) in request.Facets)
        {
            foreach (var value in choice.Include) yield return $"--{facet} {Quoted(value)} ";
            foreach (var value in choice.Exclude) yield return $"--not-{facet} {Quoted(value)} ";
        }

        if (request.From is { } from) yield return $"--from {Quoted(from)} ";
        if (request.To is { } to) yield return $"--to {Quoted(to)} ";
        if (request.Sort is { } sort) yield return $"--sort {sort.ToString().ToLowerInvariant()} ";
    }

    /// <summary>For a POSIX shell.</summary>
    private static string Quoted(string text) => $"'{MarkedText.Plain(text).Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
