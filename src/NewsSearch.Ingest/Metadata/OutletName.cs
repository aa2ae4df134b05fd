using NewsSearch.Archive;
using NewsSearch.Ingest.Cleaning;

namespace NewsSearch.Ingest.Metadata;

/// <summary>Given fields and removed passages -> outlet and the rule that found it: given, the copyright holder, the tag before the first sentence.</summary>
internal static class OutletName
{
    public static (string? Outlet, string? Rule) Of(Article given, IReadOnlyList<Removal> removed)
    {
        if (!string.IsNullOrWhiteSpace(given.Outlet)) return (given.Outlet.Trim(), given.OutletFrom ?? "given");
        foreach (var removal in removed)
        {
            // An agency's notice stands under its reports in every paper.
            if (removal.Rule == CopyrightLine.Name && CopyrightLine.Holder(removal.Text) is { } holder && !Agencies.NamedIn(holder).Any())
                return (holder, CopyrightLine.Name);
        }
        foreach (var removal in removed)
        {
            if (removal.Rule == OutletTag.Name && OutletTag.Outlet(removal.Text) is { } tag) return (tag, OutletTag.Name);
        }
        return (null, null);
    }
}
