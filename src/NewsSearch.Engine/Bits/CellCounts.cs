using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsSearch.Engine.Bits;

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
