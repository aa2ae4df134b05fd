using System.Numerics;

namespace NewsSearch.Engine.Columns;

/// <summary>Rank -> document of a segment, by the keys of a number column: highest key first, ties by lowest document. Immutable.</summary>
/// <remarks>Four bytes a document; none where the documents lie in this order already, as those of an archive indexed newest first do.</remarks>
internal sealed class NumberOrder
{
    private readonly NumberColumn _column;
    private readonly bool _isDescending;
    private readonly DocId[]? _docs;

    /// <param name="column">The column.</param>
    /// <param name="isDescending">Highest number first; documents without a number are last both ways.</param>
    public NumberOrder(NumberColumn column, bool isDescending)
    {
        (_column, _isDescending) = (column, isDescending);
        var keys = new ulong[column.DocCount];
        var isInOrder = true;
        for (DocId doc = 0; doc < keys.Length; doc++)
        {
            keys[doc] = Reversed(Key(doc));
            isInOrder &= doc == 0 || keys[doc - 1] <= keys[doc];
        }

        _docs = isInOrder ? null : Sorted(keys);
    }

    /// <summary>Documents of the segment.</summary>
    public int Count => _column.DocCount;

    /// <summary>Whether every document's rank is its number.</summary>
    public bool IsDocOrder => _docs is null;

    public DocId this[int rank] => _docs is null ? rank : _docs[rank];

    /// <summary>What a document is ordered by: higher comes first.</summary>
    public double Key(DocId doc) => _column.TryRead(doc, out var value) ? _isDescending ? value : -(double)value : double.NegativeInfinity;

    /// <summary>The first rank behind a key and, among those with this key, behind a document (-1 for none of them).</summary>
    public int RankBehind(double key, DocId doc)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var candidate = this[middle];
            var found = Key(candidate);
            if (found > key || (found == key && candidate <= doc)) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Bits that order the other way round than the numbers, as unsigned integers.</summary>
    private static ulong Reversed(double key)
    {
        var bits = BitConverter.DoubleToUInt64Bits(key + 0d); // + 0: minus zero equals zero
        return (bits >> 63) == 0 ? ~bits & (ulong.MaxValue >> 1) : bits;
    }

    /// <summary>Radix sort from the last byte to the first, which keeps ties in document order; leading and trailing bits that are all the same cost nothing.</summary>
    private static DocId[] Sorted(ulong[] keys)
    {
        var docs = new DocId[keys.Length];
        for (DocId doc = 0; doc < docs.Length; doc++) docs[doc] = doc;
        var next = new DocId[keys.Length];
        var differing = keys.Aggregate(0UL, (bits, key) => bits | (key ^ keys[0]));
        for (var shift = BitOperations.TrailingZeroCount(differing); shift < 64 && differing >> shift != 0; shift += 8)
        {
            var starts = new int[257];
            foreach (var key in keys) starts[(byte)(key >> shift) + 1]++;
            for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
            foreach (var doc in docs) next[starts[(byte)(keys[doc] >> shift)]++] = doc;
            (docs, next) = (next, docs);
        }

        return docs;
    }
}
