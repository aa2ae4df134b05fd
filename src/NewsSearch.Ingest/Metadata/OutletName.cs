using NewsSearch.Archive;
using NewsSearch.Ingest.Cleaning;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Metadata.Outlets;

namespace NewsSearch.Ingest.Metadata;

/// <summary>Given fields and removed passages -> outlet and the rule that found it.</summary>
/// <remarks>
/// First of: given, the host of the address in the table of outlets, the copyright holder, the tag before the first sentence. Where a
/// name was written otherwise than it is shown, the rule tells how. A columnist or "Guest Writer" that is given writes for the outlet of the address.
/// </remarks>
/// <param name="Name">The name it is shown under; null where unknown.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Section">A section that was part of the name.</param>
internal readonly record struct OutletName(string? Name, string? Rule, string? Section)
{
    /// <param name="given">The article as its source gives it.</param>
    /// <param name="removed">What cleaning took out.</param>
    /// <param name="isLeft">Names that are left as they are, because somebody decided what they stand for.</param>
    public static OutletName Of(Article given, IReadOnlyList<Removal> removed, Func<string, bool>? isLeft = null)
    {
        var host = CanonicalUrl.Host(given.Url) ?? given.Host;
        if (!string.IsNullOrWhiteSpace(given.Outlet))
        {
            var written = given.Outlet.Trim();
            var isDecided = isLeft?.Invoke(written) is true;
            if (!isDecided && IsWriter(written) && OutletTable.Shared.ByHost(host) is { } employer) return new(employer, $"host; given: {written}", null);
            if (isDecided || !IsGuest(written)) return Written(written, given.OutletFrom ?? "given");
        }
        if (OutletTable.Shared.ByHost(host) is { } known) return new(known, "host", null);
        foreach (var removal in removed)
        {
            // An agency's notice stands under its reports in every paper.
            if (removal.Rule == CopyrightLine.Name && CopyrightLine.Holder(removal.Text) is { } holder && !Agencies.NamedIn(holder).Any())
                return Written(holder, CopyrightLine.Name);
        }
        foreach (var removal in removed)
        {
            if (removal.Rule == OutletTag.Name && OutletTag.Outlet(removal.Text) is { } tag) return Written(tag, OutletTag.Name);
        }
        return default;

        OutletName Written(string name, string rule)
        {
            if (isLeft is not null && isLeft(name)) return new(name, rule, null);
            var (outlet, section) = OutletWriting.Read(name, host);
            return new(outlet, outlet == name ? rule : $"{rule}: {name}", section);
        }
    }

    /// <summary>Whether the name is somebody's who writes, and no outlet's.</summary>
    private static bool IsWriter(string name) => IsGuest(name) || (OutletTable.Shared.ByName(name) is null && IsPerson(name));

    private static bool IsGuest(string name) => name.StartsWith("Guest Writer", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Guest Columnist", StringComparison.OrdinalIgnoreCase);

    private static bool IsPerson(string name) =>
        name.Split(' ') is { Length: 2 or 3 } words && Byline.AreNames(name) && (Lexicon.Shared.Section("male").Contains(words[0]) || Lexicon.Shared.Section("female").Contains(words[0]));
}
