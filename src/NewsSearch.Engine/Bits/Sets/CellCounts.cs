using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsSearch.Engine.Bits.Sets;

/// <summary>Cells by document and a set of documents -> how often each value stands in the cells of the set.</summary>
/// <remarks>
/// The cells of the set are copied one behind the other (<see cref="CellChunks{TCell}"/>) and counted from there, so that nothing branches on how
/// many a document has. Measured on 45,000 of 100,000 documents: 1.9 ns for three cells of two bytes (plain: 9.1), 0.45 ns for one of one byte (0.7).
/// </remarks>
internal static class CellCounts
{
    private const int ChunkCells = CellChunks<byte>.Length;
    private const int ByteValues = 256;

    /// <summary>counts[cell] grows for each cell of the set. Requires: each cell below counts.Length; else <see cref="ArgumentOutOfRangeException"/>.</summary>
    public static void Add(CellSpans cells, DocSet docs, Span<int> counts)
    {
        switch (cells.Width)
        {
            case 1: AddBytes(new CellChunks<byte>(cells, docs, stackalloc byte[ChunkCells], stackalloc int[ChunkCells]), counts); break;
            case 2: Add(new CellChunks<ushort>(cells, docs, stackalloc ushort[ChunkCells], stackalloc int[ChunkCells]), counts); break;
            default: Add(new CellChunks<uint>(cells, docs, stackalloc uint[ChunkCells], stackalloc int[ChunkCells]), counts); break;
        }
    }

    /// <summary>counts grows at ordinals[cell - least] for each cell of the set, for few documents and many values; cells below least and ordinals
    /// below 0 count nothing. Requires: each cell below ordinals.Length + least; else <see cref="ArgumentOutOfRangeException"/>.</summary>
    public static void Add(CellSpans cells, int least, DocSet docs, ReadOnlySpan<int> ordinals, CountTable counts)
    {
        switch (cells.Width)
        {
            case 1: Add(new CellChunks<byte>(cells, docs, stackalloc byte[ChunkCells], stackalloc int[ChunkCells]), least, ordinals, counts); break;
            case 2: Add(new CellChunks<ushort>(cells, docs, stackalloc ushort[ChunkCells], stackalloc int[ChunkCells]), least, ordinals, counts); break;
            default: Add(new CellChunks<uint>(cells, docs, stackalloc uint[ChunkCells], stackalloc int[ChunkCells]), least, ordinals, counts); break;
        }
    }

    /// <summary>The plain twin: document after document, cell after cell.</summary>
    internal static void AddPlain(CellSpans cells, DocSet docs, Span<int> counts)
    {
        for (var doc = docs.NextFrom(0); doc < docs.Length; doc = docs.NextFrom(doc + 1))
        {
            var (start, end) = cells.Starts.IsEmpty ? (doc, doc + 1) : (cells.Starts[doc], cells.Starts[doc + 1]);
            for (var i = start; i < end; i++)
            {
                var cell = 0;
                for (var b = cells.Width - 1; b >= 0; b--) cell = (cell << 8) | cells.Bytes[(i * cells.Width) + b];
                counts[cell]++;
            }
        }
    }

    private static void Add<TCell>(CellChunks<TCell> chunks, Span<int> counts)
        where TCell : unmanaged, IBinaryInteger<TCell>
    {
        while (chunks.Next())
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Highest(chunks.Current), (uint)counts.Length);
            ref var first = ref MemoryMarshal.GetReference(counts);
            foreach (var cell in chunks.Current) Unsafe.Add(ref first, uint.CreateTruncating(cell))++;
        }
    }

    /// <summary>Few values repeat from document to document: four tables in turn, so that none waits for its own last count.</summary>
    private static void AddBytes(CellChunks<byte> chunks, Span<int> counts)
    {
        Span<int> tables = stackalloc int[4 * ByteValues];
        ref var table = ref MemoryMarshal.GetReference(tables);
        while (chunks.Next())
        {
            var fours = MemoryMarshal.Cast<byte, uint>(chunks.Current);
            foreach (var four in fours)
            {
                Unsafe.Add(ref table, four & 0xFF)++;
                Unsafe.Add(ref table, ByteValues + ((four >> 8) & 0xFF))++;
                Unsafe.Add(ref table, (2 * ByteValues) + ((four >> 16) & 0xFF))++;
                Unsafe.Add(ref table, (3 * ByteValues) + (four >> 24))++;
            }

            foreach (var cell in chunks.Current[(4 * fours.Length)..]) Unsafe.Add(ref table, (uint)cell)++;
        }

        for (var i = 0; i < tables.Length; i++)
        {
            if (tables[i] == 0) continue;
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(i % ByteValues, counts.Length);
            counts[i % ByteValues] += tables[i];
        }
    }

    private static void Add<TCell>(CellChunks<TCell> chunks, int least, ReadOnlySpan<int> ordinals, CountTable counts)
        where TCell : unmanaged, IBinaryInteger<TCell>
    {
        while (chunks.Next())
        {
            foreach (var cell in chunks.Current)
            {
                var value = int.CreateTruncating(cell) - least;
                if (value == -1) continue;
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)value, (uint)ordinals.Length);
                if (ordinals[value] is >= 0 and var ordinal) counts.Add(ordinal);
            }
        }
    }

    private static uint Highest<TCell>(ReadOnlySpan<TCell> cells)
        where TCell : unmanaged, IBinaryInteger<TCell>
    {
        var vectors = MemoryMarshal.Cast<TCell, Vector<TCell>>(cells);
        var highest = Vector<TCell>.Zero;
        foreach (var vector in vectors) highest = Vector.Max(highest, vector);
        var most = TCell.Zero;
        for (var i = 0; i < Vector<TCell>.Count; i++) most = TCell.Max(most, highest[i]);
        foreach (var cell in cells[(vectors.Length * Vector<TCell>.Count)..]) most = TCell.Max(most, cell);
        return uint.CreateTruncating(most);
    }
}

/// <summary>Cells by document: those from Starts[doc] to Starts[doc + 1], or one a document where there are no starts.</summary>
internal readonly ref struct CellSpans
{
    /// <param name="starts">u32 each, one more than documents; empty for one cell a document.</param>
    /// <param name="bytes">The cells, little-endian.</param>
    /// <param name="width">Bytes of a cell: 1, 2 or 4.</param>
    public CellSpans(ReadOnlySpan<byte> starts, ReadOnlySpan<byte> bytes, int width)
    {
        Starts = MemoryMarshal.Cast<byte, int>(starts);
        Bytes = bytes;
        Width = width;
    }

    public ReadOnlySpan<int> Starts { get; }

    public ReadOnlySpan<byte> Bytes { get; }

    public int Width { get; }
}

/// <summary>The cells of a set of documents, in their order, copied into one buffer after another.</summary>
internal ref struct CellChunks<TCell>
    where TCell : unmanaged
{
    /// <summary>Cells in a buffer; as many documents are looked at in one go.</summary>
    public const int Length = 1024;

    // What is copied at once for a document, whether it has so many cells or fewer: 32 bytes hold 16 ordinals below 65,536.
    private static readonly int CopyCells = Vector256<byte>.Count / Unsafe.SizeOf<TCell>();

    private readonly ReadOnlySpan<int> _starts;
    private readonly ReadOnlySpan<TCell> _cells;
    private readonly ReadOnlySpan<ulong> _words;
    private readonly Span<TCell> _buffer;
    private readonly Span<int> _docs;
    private int _word;
    private int _next;
    private int _docCount;

    /// <param name="cells">The cells of at least as many documents as the set is over; else <see cref="ArgumentOutOfRangeException"/>.</param>
    /// <param name="set">The documents.</param>
    /// <param name="buffer">For cells; of <see cref="Length"/>.</param>
    /// <param name="docs">For documents; of <see cref="Length"/>.</param>
    public CellChunks(CellSpans cells, DocSet set, Span<TCell> buffer, Span<int> docs)
    {
        _starts = cells.Starts;
        _words = set.Words;
        _buffer = buffer;
        _docs = docs;
        _cells = MemoryMarshal.Cast<byte, TCell>(cells.Bytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(set.Length, _starts.IsEmpty ? _cells.Length : _starts.Length - 1);
    }

    /// <summary>Valid until the next call of Next.</summary>
    public ReadOnlySpan<TCell> Current { get; private set; }

    /// <summary>Copies the next cells; false where there are none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A start lies outside of the cells.</exception>
    public bool Next()
    {
        do
        {
            if (_next == _docCount) (_next, _docCount) = (0, SetBits.Members(_words, ref _word, _docs));
            if (_docCount == 0) return false;
            Current = _starts.IsEmpty ? OneOfEach() : AllOfEach();
        }
        while (Current.IsEmpty);
        return true;
    }

    private ReadOnlySpan<TCell> OneOfEach()
    {
        ref var to = ref MemoryMarshal.GetReference(_buffer);
        ref var from = ref MemoryMarshal.GetReference(_cells);
        var docs = _docs[.._docCount];
        for (var i = 0; i < docs.Length; i++) Unsafe.Add(ref to, i) = Unsafe.Add(ref from, docs[i]);
        _next = _docCount;
        return _buffer[.._docCount];
    }

    private ReadOnlySpan<TCell> AllOfEach()
    {
        var copied = 0;
        ref var to = ref MemoryMarshal.GetReference(_buffer);
        ref var from = ref MemoryMarshal.GetReference(_cells);
        ref var starts = ref MemoryMarshal.GetReference(_starts);
        for (; _next < _docCount; _next++)
        {
            var doc = _docs[_next];
            var (start, end) = (Unsafe.Add(ref starts, doc), Unsafe.Add(ref starts, doc + 1));
            if ((uint)start > (uint)end || (uint)end > (uint)_cells.Length) throw new ArgumentOutOfRangeException(nameof(start));
            if (end - start <= CopyCells && start <= _cells.Length - CopyCells && copied <= _buffer.Length - CopyCells)
            {
                var cells = Unsafe.ReadUnaligned<Vector256<byte>>(ref Unsafe.As<TCell, byte>(ref Unsafe.Add(ref from, start)));
                Unsafe.WriteUnaligned(ref Unsafe.As<TCell, byte>(ref Unsafe.Add(ref to, copied)), cells);
            }
            else if (end - start > _buffer.Length && copied == 0)
            {
                _next++;
                return _cells[start..end]; // more than the buffer holds: as they lie
            }
            else if (!_cells[start..end].TryCopyTo(_buffer[copied..]))
            {
                break;
            }

            copied += end - start;
        }

        return _buffer[..copied];
    }
}
