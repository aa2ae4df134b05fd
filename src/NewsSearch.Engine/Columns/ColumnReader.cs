using System.Buffers.Binary;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Columns;

/// <summary>Document -> ordinals of its values in the segment's dictionary of the field. Thread-safe.</summary>
internal sealed class OrdinalColumn
{
    private readonly CellColumn _cells;
    private readonly CellColumn _starts;
    private readonly ByteRegion _region;
    private readonly int _valueCount;

    /// <param name="region">The column's section.</param>
    /// <param name="docCount">Documents of the segment.</param>
    /// <param name="valueCount">Values in its dictionary of the field: every ordinal lies below.</param>
    public OrdinalColumn(ByteRegion region, int docCount, int valueCount)
    {
        (_region, _valueCount) = (region, valueCount);
        var header = region.Span(0, ColumnFormat.OrdinalHeaderBytes);
        IsSingle = header[0] == ColumnFormat.Single;
        var starts = IsSingle ? 0 : 4L * (docCount + 1L);
        _starts = new CellColumn(region.Slice(ColumnFormat.OrdinalHeaderBytes, starts), 4);
        _cells = new CellColumn(region.Slice(ColumnFormat.OrdinalHeaderBytes + starts, region.ByteLength - ColumnFormat.OrdinalHeaderBytes - starts), header[1]);
        if (IsSingle && _cells.Count != docCount) throw region.Error(0, $"a column of {_cells.Count} cells for {docCount} documents");
    }

    /// <summary>Whether no document has more than one value.</summary>
    public bool IsSingle { get; }

    /// <summary>Appends the ordinals of a document, in increasing order.</summary>
    public void Read(DocId doc, List<int> ordinals)
    {
        ordinals.Clear();
        if (IsSingle)
        {
            if (_cells[doc] is not 0 and var cell) ordinals.Add(Ordinal(cell - 1));
            return;
        }

        var end = (long)_starts[doc + 1L];
        for (var i = (long)_starts[doc]; i < end; i++) ordinals.Add(Ordinal(_cells[i]));
    }

    /// <summary>How many values the documents have in all.</summary>
    public long ValueCount => _cells.Count;

    /// <summary>Counts, for each ordinal, the documents of a set that have it.</summary>
    /// <param name="docs">The documents.</param>
    /// <param name="counts">Added to: counts[ordinal + 1]. What counts[0] is afterwards means nothing.</param>
    public void Count(DocSet docs, Span<int> counts)
    {
        try
        {
            CellCounts.Add(Cells, docs, IsSingle ? counts[..(_valueCount + 1)] : counts.Slice(1, _valueCount));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Damaged();
        }
    }

    /// <summary>The same for few documents: counts in a sparse table under ordinals[ordinal], where that is not below 0.</summary>
    public void Count(DocSet docs, ReadOnlySpan<int> ordinals, CountTable counts)
    {
        try
        {
            CellCounts.Add(Cells, IsSingle ? 1 : 0, docs, ordinals, counts);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Damaged();
        }
    }

    private CellSpans Cells => new(_starts.Bytes, _cells.Bytes, _cells.Width);

    private IndexFormatException Damaged() => _region.Error(0, $"a cell lies outside the column or holds no ordinal of the {_valueCount} values");

    private int Ordinal(ulong cell) => cell < (ulong)_valueCount ? (int)cell : throw _region.Error(0, $"a cell holds ordinal {cell}, there are {_valueCount} values");
}

/// <summary>Document -> number, or none. Thread-safe.</summary>
internal sealed class NumberColumn
{
    private readonly CellColumn _cells;
    private readonly long _least;
    private readonly Lazy<NumberOrder> _highestFirst;
    private readonly Lazy<NumberOrder> _lowestFirst;

    public NumberColumn(ByteRegion region, int docCount)
    {
        var header = region.Span(0, ColumnFormat.NumberHeaderBytes);
        _least = BinaryPrimitives.ReadInt64LittleEndian(header[1..]);
        _cells = new CellColumn(region.Slice(ColumnFormat.NumberHeaderBytes, region.ByteLength - ColumnFormat.NumberHeaderBytes), header[0]);
        if (_cells.Count != docCount) throw region.Error(0, $"a column of {_cells.Count} cells for {docCount} documents");
        _highestFirst = new Lazy<NumberOrder>(() => new NumberOrder(this, isDescending: true));
        _lowestFirst = new Lazy<NumberOrder>(() => new NumberOrder(this, isDescending: false));
    }

    public int DocCount => (int)_cells.Count;

    /// <summary>The documents in the order of their numbers, made on first use.</summary>
    public NumberOrder Order(bool isDescending) => (isDescending ? _highestFirst : _lowestFirst).Value;

    public bool TryRead(DocId doc, out long value)
    {
        var cell = _cells[doc];
        value = unchecked(_least + (long)(cell - 1));
        return cell != 0;
    }

    /// <summary>Adds the documents whose number lies in [from, to].</summary>
    public void AddInRange(long from, long to, DocSet docs)
    {
        if (to < _least || to < from) return;
        var first = from <= _least ? 0 : unchecked((ulong)from - (ulong)_least);
        var last = unchecked((ulong)to - (ulong)_least);
        if (first < ulong.MaxValue) docs.AddInRange(_cells.Bytes, _cells.Width, first + 1, last == ulong.MaxValue ? last : last + 1);
    }
}

/// <summary>Cells of 1, 2, 4 or 8 bytes, little-endian.</summary>
internal readonly struct CellColumn
{
    private readonly ByteRegion _region;
    private readonly int _width;

    public CellColumn(ByteRegion region, int width)
    {
        if (width is not (1 or 2 or 4 or 8)) throw region.Error(0, $"a column with cells of {width} bytes");
        (_region, _width) = (region, width);
    }

    public int Width => _width;

    public long Count => _region.ByteLength / _width;

    /// <summary>All cells, in one span; a column lies in one segment, so in less than 2 GiB.</summary>
    public ReadOnlySpan<byte> Bytes => _region.Source is null ? [] : _region.Span(0, (int)_region.ByteLength);

    public ulong this[long index] => Decode(_region.Span(index * _width, _width));

    private ulong Decode(ReadOnlySpan<byte> cell) => _width switch
    {
        1 => cell[0],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(cell),
        4 => BinaryPrimitives.ReadUInt32LittleEndian(cell),
        _ => BinaryPrimitives.ReadUInt64LittleEndian(cell),
    };
}
