namespace NewsSearch.Engine.Stored;

/// <summary>Constants of stored fields; FORMAT.md, "stored".</summary>
internal static class StoredFormat
{
    /// <summary>A body block is compressed once it holds this much. Taste: an article or a few; bench before changing.</summary>
    public const int BlockBytes = 32 * 1024;

    /// <summary>Brotli quality and window (as a power of two) of body blocks. Taste until measured: fast, close to zlib's best size.</summary>
    public const int BrotliQuality = 4;

    /// <summary>Brotli window, as a power of two.</summary>
    public const int BrotliWindow = 20;

    /// <summary>Bytes of a body block's entry: first document (u32), uncompressed length (u32), offset (u64).</summary>
    public const int BlockEntryBytes = 16;

    /// <summary>Bytes of the body trailer: block count (u32).</summary>
    public const int BodyTrailerBytes = 4;
}
