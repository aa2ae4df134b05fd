using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Segments;

/// <summary>Key -> the living document that has it.</summary>
internal static class KeyLookup
{
    /// <param name="segment">The segment.</param>
    /// <param name="keyField">Number of the key's keyword field.</param>
    /// <param name="key">The key.</param>
    /// <param name="deleted">Deleted documents; null for none.</param>
    /// <returns>-1 where there is none.</returns>
    public static DocId Find(SegmentReader segment, int keyField, ReadOnlySpan<byte> key, DocSet? deleted)
    {
        if (segment.Keywords[keyField].Open(key) is not { } cursor) return -1;
        while (cursor.Next() != PostingsFormat.NoMoreDocs)
        {
            if (deleted?.Contains(cursor.Doc) != true) return cursor.Doc;
        }

        return -1;
    }
}
