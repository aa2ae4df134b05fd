using System.Buffers;

namespace NewsSearch.Archive.Formats;

/// <summary>Article -> a row of a table as RFC 4180 has it: commas, quotes where needed, CR LF.</summary>
/// <remarks>
/// A byte order mark stands before the header, without which Excel takes UTF-8 for something else. Lists are joined by "; ". A cell that
/// a spreadsheet would take for a formula has an apostrophe before it (OWASP, "CSV Injection"), so the table is for people; JSON Lines
/// holds everything as it is.
/// </remarks>
internal static class Csv
{
    public const string Head = "\ufeffid,title,outlet,published,authors,agencies,section,language,url,people,organisations,places,lead,body\r\n";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>What a formula begins with; the wide forms are the same to a spreadsheet in Chinese or Japanese.</summary>
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static string Of(Reference reference)
    {
        var article = reference.Article;
        string?[] cells =
        [
            article.Id, article.Title, article.Outlet, article.Published?.Text, List(article.Authors), List(article.Agencies), article.Section, article.Language, article.Url ?? reference.Permalink,
            List(article.People.Where(person => !person.IsLone).Select(person => person.Name)), List(article.Organisations.Select(office => office.Name)), List(article.Places.Select(place => place.Name)),
            article.Lead, article.Body,
        ];
        return string.Join(',', cells.Select(Cell)) + "\r\n";
    }

    private static string List(IEnumerable<string> values) => string.Join("; ", values);

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var cell = text.Any(IsUnreadable) ? string.Concat(text.Where(c => !IsUnreadable(c))) : text;
        if (cell.AsSpan().TrimStart(' ').IndexOfAny(FormulaStarts) == 0) cell = "'" + cell;
        return cell.AsSpan().ContainsAny(Quoted) || cell.StartsWith(' ') || cell.EndsWith(' ') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    // A NUL ends the file for many readers; the others show nothing.
    private static bool IsUnreadable(char c) => char.IsControl(c) && c is not ('\t' or '\r' or '\n');
}
