using System.Text;

namespace NewsSearch.Archive.Formats;

/// <summary>Article -> a BibTeX entry that BibLaTeX reads as well: <c>@article</c> of a newspaper, in UTF-8.</summary>
/// <remarks>
/// Invariant: braces are balanced whatever the article holds, since BibTeX counts even escaped ones: a brace of the text is written
/// as a command. Titles stand in a second pair, so that no style makes names in headlines small.
/// </remarks>
internal static class BibTex
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static string Of(Reference reference)
    {
        var entry = new StringBuilder("@article{").Append(reference.Key);
        Add("author", string.Join(" and ", reference.Authors.Select(Name)));
        Add("title", "{" + Escape(reference.Title) + "}");
        Add("journal", Escape(reference.Outlet));
        Add("entrysubtype", "newspaper");
        if (reference.Day is { } day)
        {
            Add("date", day);
            Add("year", day[..4]);
            if (day.Length >= 7) entry.Append(",\n  month = ").Append(Months[((day[5] - '0') * 10) + day[6] - '0' - 1]);
            if (day.Length >= 10) Add("day", day[8..]);
        }

        Add("language", Escape(reference.Language));
        Add("url", Verbatim(reference.Url));
        Add("abstract", Escape(reference.Lead));
        return entry.Append("\n}\n\n").ToString();

        void Add(string field, string? value)
        {
            if (!string.IsNullOrEmpty(value)) entry.Append(",\n  ").Append(field).Append(" = {").Append(value).Append('}');
        }
    }

    private static string Name(CitedName author) => author.Family is null ? "{" + Escape(author.Whole) + "}" : Escape($"{author.Family}, {author.Given}")!;

    private static string? Escape(string? text)
    {
        if (text is null) return null;
        var escaped = new StringBuilder(text.Length + 16);
        var last = '\0';
        foreach (var c in text)
        {
            if (IsLigature(last, c)) escaped.Append("{}");
            last = c;
            _ = c switch
            {
                '\\' => escaped.Append("{\\textbackslash}"),
                '{' => escaped.Append("{\\textbraceleft}"),
                '}' => escaped.Append("{\\textbraceright}"),
                '~' => escaped.Append("{\\textasciitilde}"),
                '^' => escaped.Append("{\\textasciicircum}"),
                '$' or '&' or '#' or '%' or '_' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Whether LaTeX draws two characters as another one: a dash of two hyphens, a quotation mark, a turned question mark.</summary>
    private static bool IsLigature(char last, char c) => (c == last && c is ('-' or '\'' or '`')) || (c == '`' && last is ('?' or '!'));

    // Addresses are read as they stand; what would end the field is written as an address may write it.
    private static string? Verbatim(string? url) => url?
        .Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);
}
