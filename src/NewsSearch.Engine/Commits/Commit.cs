using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Commits;

/// <summary>The manifest: everything that makes up the index at one moment. Never changed once written.</summary>
/// <param name="Number">Grows with every commit of a generation.</param>
/// <param name="Generation">The folder that holds the commit and its segments: "gen-0001".</param>
/// <param name="Written">Kept as an instant, to 100 ns; read back in UTC.</param>
/// <param name="AnalysisVersion">Of tokens, folding and stemmers; segments of another version must not be searched.</param>
/// <param name="Schema">UTF-8 JSON, not looked into here.</param>
/// <param name="NextSegment">Number for the next segment's name; greater than any used in this generation.</param>
/// <param name="Segments">In the order of their documents.</param>
/// <param name="Attachments">Small named blobs that belong to the index, e.g. what was learned when it was built.</param>
internal sealed record Commit(
    long Number,
    string Generation,
    DateTimeOffset Written,
    int AnalysisVersion,
    byte[] Schema,
    long NextSegment,
    IReadOnlyList<SegmentEntry> Segments,
    IReadOnlyDictionary<string, byte[]> Attachments);
