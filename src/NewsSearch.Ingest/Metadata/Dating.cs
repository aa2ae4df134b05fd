using NewsSearch.Archive;
using NewsSearch.Ingest.Cleaning;
using NewsSearch.Ingest.Metadata.Dates;

namespace NewsSearch.Ingest.Metadata;

/// <summary>Given fields, text and removed passages -> publication date and the rule that found it.</summary>
/// <remarks>
/// First of: given, the text's date line, the address, the copyright year. An address tells the day, a copyright year at
/// best the year of the page, so it comes last. Where only the year or the month is known, the dateline of a report may tell the
/// day. A given date that is not ISO 8601 is read as people write dates. No date lies in the future, and the first second of 1970
/// means unknown.
/// </remarks>
internal static class Dating
{
    /// <summary>What a clock east of here may show already.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(14);

    /// <param name="given">The article as its source gives it, its body cleaned.</param>
    /// <param name="removed">What cleaning took out.</param>
    /// <param name="now">No date lies behind it.</param>
    public static (PublicationDate? Date, string? Rule) Of(Article given, IReadOnlyList<Removal> removed, DateTimeOffset now)
    {
        string? refused = null;
        foreach (var (text, rule) in Candidates(given, removed))
        {
            if (PublicationDate.TryParse(text) is not { } date) continue;
            if (date.First > now + Ahead) refused ??= $"in the future: {text}";
            else if (date.Precision == DatePrecision.Time && date.First == DateTimeOffset.UnixEpoch) refused ??= $"start of 1970: {text}";
            else if (date.Precision < DatePrecision.Day && Dateline.Find(given.Body, given.Language, date) is { } day && day.First <= now + Ahead) return (day, "dateline");
            else return (date, rule);
        }
        return Dateline.Find(given.Body, given.Language, known: null) is { } dated && dated.First <= now + Ahead ? (dated, "dateline") : (null, refused ?? given.PublishedBy);
    }

    private static IEnumerable<(string? Text, string Rule)> Candidates(Article given, IReadOnlyList<Removal> removed)
    {
        yield return (given.Published?.Text, given.PublishedBy ?? "given");
        if (given.Published is null && given.PublishedBy is { } rule && rule.StartsWith(PublicationDate.Unreadable, StringComparison.Ordinal))
        {
            var unread = rule[PublicationDate.Unreadable.Length..];
            yield return (WrittenDate.Find(unread, given.Language)?.Text, "given: " + unread);
        }

        yield return (Removed(removed, DateLine.Name, DateLine.Date), DateLine.Name);
        yield return (UrlDate.Of(given.Url), "url");
        yield return (Removed(removed, CopyrightLine.Name, CopyrightLine.Year), CopyrightLine.Name);
    }

    private static string? Removed(IReadOnlyList<Removal> removed, string rule, Func<string, string?> read) =>
        removed.Where(removal => removal.Rule == rule).Select(removal => read(removal.Text)).FirstOrDefault(date => date is not null);
}
