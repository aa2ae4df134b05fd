namespace NewsSearch.Engine;

/// <summary>Facts about a commit.</summary>
/// <param name="Generation">Its generation.</param>
/// <param name="Number">Its number within the generation.</param>
/// <param name="Written">When it was written.</param>
/// <param name="SegmentCount">Segments.</param>
/// <param name="ByteLength">Bytes of its segments.</param>
public sealed record CommitFacts(string Generation, long Number, DateTimeOffset Written, int SegmentCount, long ByteLength);
