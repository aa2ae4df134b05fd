using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers;

/// <summary>What a reader is told besides the content.</summary>
internal sealed record ReadOptions
{
    /// <summary>The first bytes of the content.</summary>
    public SourceHead Head { get; init; } = new(default, "");

    /// <summary>A longer line, record, text or page is no article, and memory is not to hold it; taste.</summary>
    public int MaxRecordByteLength { get; init; } = WholeContent.MaxByteLength;

    /// <summary>How many containers the content lies in.</summary>
    public int Depth { get; init; }
}
