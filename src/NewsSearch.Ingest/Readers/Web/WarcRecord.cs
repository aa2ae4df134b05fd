using NewsSearch.Ingest.Readers.Headers;

namespace NewsSearch.Ingest.Readers.Web;

/// <summary>One record of a web archive.</summary>
/// <param name="Offset">Where it begins in the unpacked content.</param>
/// <param name="Fields">Its head.</param>
/// <param name="Block">What it holds; null where that is longer than a page may be.</param>
internal sealed record WarcRecord(long Offset, HeaderFields Fields, ReadOnlyMemory<byte>? Block);
