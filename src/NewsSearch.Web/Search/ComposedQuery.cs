using System.Globalization;
using System.Text;

namespace NewsSearch.Web.Search;

/// <summary>What was filled in on the search form -> a query in the site's own syntax, which the reader can go on with.</summary>
internal sealed record ComposedQuery
{
    /// <summary>Words that must all be there, in any inflection.</summary>
    public string All { get; init; } = "";

    /// <summary>Words that must stand in this order.</summary>
    public string Phrase { get; init; } = "";

    /// <summary>Words one of which must be there.</summary>
    public string Any { get; init; } = "";

    /// <summary>Words none of which may be there.</summary>
    public string None { get; init; } = "";

    /// <summary>Words near each other.</summary>
    public string Near { get; init; } = "";

    /// <summary>How many others may be between those.</summary>
    public int Within { get; init; } = 5;

    /// <summary>Words of a headline.</summary>
    public string Title { get; init; } = "";

    /// <summary>Words said in a quotation, in this order.</summary>
    public string Said { get; init; } = "";

    /// <summary>The query; empty where nothing was filled in.</summary>
    public string Text => string.Join(' ', Parts().Where(part => part.Length > 0));

    private IEnumerable<string> Parts()
    {
        yield return string.Join(' ', Words(All));
        yield return Quoted(Phrase);
        yield return Words(Any) switch { [] => "", [var only] => only, var words => $"({string.Join(" OR ", words)})" };
        yield return Quoted(Near) is { Length: > 0 } near ? near + "~" + Math.Clamp(Within, 0, 99).ToString(CultureInfo.InvariantCulture) : "";
        yield return string.Join(' ', Words(Title).Select(word => "title:" + word));
        yield return Quoted(Said) is { Length: > 0 } said ? "said:" + said : "";
        yield return string.Join(' ', Words(None).Select(word => "-" + word));
    }

    private static string Quoted(string typed) => Words(typed) is { Count: > 0 } words ? $"\"{string.Join(' ', words)}\"" : "";

    // What would mean something to the parser means nothing in a field of the form; only a pattern may stay one.
    private static List<string> Words(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes()) plain.Append(rune.Value is '"' or '“' or '”' or '„' or '«' or '»' or '(' or ')' or ':' or '~' || Rune.IsControl(rune) ? " " : rune.ToString());
        return
        [
            .. plain.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.TrimStart('+', '-')).Where(word => word.Any(char.IsLetterOrDigit))
                .Select(word => word is "AND" or "OR" or "NOT" ? word.ToLowerInvariant() : word),
        ];
    }
}
