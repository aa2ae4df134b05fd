using NewsSearch.Ingest.Metadata.Outlets;

namespace NewsSearch.Ingest.Metadata;

/// <summary>A title with the outlet behind it -> the title alone: <c>Bridge closes | The Harbour Gazette</c>.</summary>
internal static class OutletSuffix
{
    /// <summary>What a page puts between its title and its name.</summary>
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " • "];

    /// <summary>The title, and what was cut off with its separator; null where nothing was.</summary>
    /// <param name="title">The title.</param>
    /// <param name="outlet">The article's outlet, if known.</param>
    /// <param name="host">Its host, if known.</param>
    public static (string Title, string? Cut) Without(string title, string? outlet, string? host)
    {
        var (end, separator) = LastPart(title);
        if (end <= 0 || !Names(title[(end + separator.Length)..], separator, outlet, host)) return (title, null);
        // World news | The Guardian: the part before the name may be a section of it.
        var (sectionEnd, between) = LastPart(title[..end]);
        if (sectionEnd > 0 && between == separator && OutletWriting.IsSection(title[(sectionEnd + between.Length)..end])) end = sectionEnd;
        return title[..end].Contains(' ', StringComparison.Ordinal) ? (title[..end].TrimEnd(), title[end..].Trim()) : (title, null);
    }

    private static (int End, string Separator) LastPart(string title) =>
        Separators.Select(separator => (title.LastIndexOf(separator, StringComparison.Ordinal), separator)).Max();

    /// <summary>Whether a part names the outlet of the article; where this is unknown, whether it names one that is no common word.</summary>
    private static bool Names(string part, string separator, string? outlet, string? host)
    {
        var key = OutletTable.KeyOf(OutletWriting.Read(part, host).Outlet);
        if (key.Length == 0) return false;
        if (outlet is not null && key == OutletTable.KeyOf(outlet)) return true;
        if (host is not null && (OutletTable.Shared.ByHost(host) is { } here ? key == OutletTable.KeyOf(here) : host.Split('.').Contains(key))) return true;
        return outlet is null && OutletTable.Shared.ByName(part) is not null && (separator == " | " || part.Contains(' ', StringComparison.Ordinal));
    }
}
