using NewsSearch.Archive;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Pages;

/// <summary>Facts about the index.</summary>
internal sealed class StatusModel(ArchiveDoor archive) : SitePage
{
    public ArchiveStats Stats { get; private set; } = null!;

    public void OnGet()
    {
        Stats = archive.Read(reading => reading.Stats());
        Title = "Status of the index – NewsSearch";
        MayBeListed = false;
    }

    public IEnumerable<(string Name, string Value)> Facts() =>
    [
        ("Articles", InWords.Number(Stats.Articles)),
        ("Deleted, not yet merged away", InWords.Number(Stats.Deleted)),
        ("Last commit", $"{InWords.Instant(Stats.Committed)} (number {InWords.Number(Stats.Commit)})"),
        ("Generation", Stats.Generation),
        ("Segments", InWords.Number(Stats.Segments)),
        ("Size on disk", InWords.Size(Stats.ByteLength)),
        ("Folder", Stats.Path),
        ("Format version", InWords.Number(Stats.FormatVersion)),
        ("Analysis version", InWords.Number(Stats.AnalysisVersion)),
        ("Version of NewsSearch", typeof(StatusModel).Assembly.GetName().Version!.ToString(3)),
    ];

    public IEnumerable<(string Name, string Count)> Values() =>
        FacetNames.All.Where(Stats.Values.ContainsKey)
            .Select(facet => (facet == "date" ? "Months" : FacetWords.Of(facet).Many, InWords.Number(Stats.Values[facet])));
}
