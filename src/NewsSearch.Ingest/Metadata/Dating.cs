using NewsSearch.Archive;
using NewsSearch.Ingest.Cleaning;

namespace NewsSearch.Ingest.Metadata;

/// <summary>Given fields and removed passages -> publication date and the rule that found it.</summary>
/// <remarks>
/// First of: given, the text's date line, the address, the copyright year. An address tells the day, a copyright year at
/// best the year of the page, so it comes last. No date lies in the future, and the first second of 1970 means unknown.
/// </remarks>
internal static class Dating
{
    /// <summary>What a clock east of here may show already.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(14);

    public static (PublicationDate? Date, string? Rule) Of(Article given, IReadOnlyList<Removal> removed, DateTimeOffset now)
    {
        string? refused = null;
        foreach (var (text, rule) in Candidates(given, removed))
        {
            if (PublicationDate.TryParse(text) is not { } date) continue;
            if (date.First > now + Ahead) refused ??= $"in the future: {text}";
            else if (date.Precision == DatePrecision.Time && date.First == DateTimeOffset.UnixEpoch) refused ??= $"start of 1970: {text}";
            else return (date, rule);
        }
        return (null, refused ?? given.PublishedBy);
    }

    private static IEnumerable<(string? Text, string Rule)> Candidates(Article given, IReadOnlyList<Removal> removed)
    {
        yield return (given.Published?.Text, given.PublishedBy ?? "given");
        yield return (Removed(removed, DateLine.Name, DateLine.Date), DateLine.Name);
        yield return (UrlDate.Of(given.Url), "url");
        yield return (Removed(removed, CopyrightLine.Name, CopyrightLine.Year), CopyrightLine.Name);
    }

    private static string? Removed(IReadOnlyList<Removal> removed, string rule, Func<string, string?> read) =>
        removed.Where(removal => removal.Rule == rule).Select(removal => read(removal.Text)).FirstOrDefault(date => date is not null);
}
