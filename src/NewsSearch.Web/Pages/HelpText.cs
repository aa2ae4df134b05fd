using System.Net;
using System.Text.RegularExpressions;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Pages;

/// <summary>A part of the help page: its title and what stands below, as HTML.</summary>
internal sealed record HelpPart(string Id, string Title, string Html);

/// <summary>The documentation's page on the query language -> the help page. Each example becomes a link to its search.</summary>
/// <remarks>Reads as much Markdown as that page has: headings, paragraphs and tables of one line each, code, and escaped stars.</remarks>
internal static partial class HelpText
{
    private static readonly string[] Sections = Load().Split("\n## ");

    public static string Title { get; } = Sections[0][2..Sections[0].IndexOf('\n', StringComparison.Ordinal)];

    /// <summary>What stands before the first part, as HTML.</summary>
    public static string Opening { get; } = Inline(Sections[0][(Title.Length + 2)..].Trim());

    public static IReadOnlyList<HelpPart> Parts { get; } = [.. Sections.Skip(1).Select(Part)];

    private static string Load()
    {
        using var stream = typeof(HelpText).Assembly.GetManifestResourceStream("query-language.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static HelpPart Part(string section)
    {
        var lines = section.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var id = NoLetters().Replace(lines[0].ToLowerInvariant(), "-");
        var html = lines.Skip(1).Where(line => !line.StartsWith("| --", StringComparison.Ordinal)).Select(line => line switch
        {
            ['|', ' ', '`', ..] => $"<tr>{Example(Cells(line))}</tr>",
            ['|', ..] => $"<table aria-labelledby=\"{id}\"><thead><tr>{string.Concat(Cells(line).Select(cell => $"<th scope=\"col\">{Inline(cell)}</th>"))}</tr></thead><tbody>",
            _ => $"<p>{Inline(line)}</p>",
        });
        return new HelpPart(id, lines[0], RowEnds().Replace(string.Concat(html), "$0</tbody></table>"));
    }

    private static string[] Cells(string row) => row.Trim('|').Split('|', StringSplitOptions.TrimEntries);

    private static string Example(string[] cells)
    {
        var url = WebUtility.HtmlEncode(new SearchState { Query = cells[0].Trim('`') }.ToUrl());
        return $"<th scope=\"row\"><a href=\"{url}\">{Inline(cells[0])}</a></th>{string.Concat(cells.Skip(1).Select(cell => $"<td>{Inline(cell)}</td>"))}";
    }

    private static string Inline(string text) =>
        Code().Replace(WebUtility.HtmlEncode(text), "<code>$1</code>").Replace("\\*", "*", StringComparison.Ordinal);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("[^a-z]+")]
    private static partial Regex NoLetters();

    /// <summary>The last row of a table.</summary>
    [GeneratedRegex("</tr>(?=<p>|$)")]
    private static partial Regex RowEnds();
}
