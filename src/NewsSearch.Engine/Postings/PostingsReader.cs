using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Postings;

/// <summary>TermEntry -> cursor over its documents, for one list of one segment. Thread-safe.</summary>
internal sealed class PostingsReader(PostingsShape shape, ByteRegion postings, ByteRegion positions, int docCount)
{
    public PostingsShape Shape { get; } = shape;

    /// <summary>Documents of the segment: every document lies below.</summary>
    public int SegmentDocCount { get; } = docCount;

    public ByteRegion Postings { get; } = postings;

    public ByteRegion Positions { get; } = positions;

    /// <summary>A cursor before the first document.</summary>
    public PostingsCursor Open(TermEntry entry) => new(this, entry);
}
