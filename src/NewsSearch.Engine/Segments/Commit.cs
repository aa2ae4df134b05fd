namespace NewsSearch.Engine.Segments;

/// <summary>One segment as a commit names it.</summary>
/// <param name="Name">The file inside the index folder, in the commit's generation: "gen-0001/000012.seg".</param>
/// <param name="DocCount">Deleted documents included.</param>
/// <param name="ByteLength">Exact length of the file.</param>
/// <param name="Deleted">Bit d of byte d/8 set = document d is deleted; ceil(DocCount / 8) bytes, bits behind the last document are 0; empty = none.</param>
/// <param name="FooterChecksum">From <see cref="SectionFileWriter.FooterChecksum"/>: no other file can stand in its place.</param>
internal sealed record SegmentEntry(string Name, int DocCount, long ByteLength, byte[] Deleted, uint FooterChecksum);

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
