using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsSearch.Engine.Bits;

/// <summary>Cells by document and a set of documents -> how often each value stands in the cells of the set.</summary>
internal static class CellCounts
{
    /// <summary>counts[cell] grows for each document of the set. Requires: cells of 1, 2 or 4 bytes, one a document, each below counts.Length;
    /// else <see cref="IndexOutOfRangeException"/>.</summary>
    public static void Add(ReadOnlySpan<byte> cells, int width, DocSet docs, Span<int> counts)
    {
        switch (width)
        {
            case 1: Add(cells, docs, counts); break;
            case 2: Add(MemoryMarshal.Cast<byte, ushort>(cells), docs, counts); break;
            default: Add(MemoryMarshal.Cast<byte, uint>(cells), docs, counts); break;
        }
    }

    /// <summary>The same for several cells a document: those from starts[doc] to starts[doc + 1]. Returns how many documents have none.</summary>
    public static int Add(ReadOnlySpan<byte> starts, ReadOnlySpan<byte> cells, int width, DocSet docs, Span<int> counts)
    {
        var bounds = MemoryMarshal.Cast<byte, int>(starts);
        return width switch
        {
            1 => Add(bounds, cells, docs, counts),
            2 => Add(bounds, MemoryMarshal.Cast<byte, ushort>(cells), docs, counts),
            _ => Add(bounds, MemoryMarshal.Cast<byte, uint>(cells), docs, counts),
        };
    }

    private static void Add<TCell>(ReadOnlySpan<TCell> cells, DocSet docs, Span<int> counts)
        where TCell : unmanaged, IBinaryInteger<TCell>
    {
        var words = docs.Words;
        for (var i = 0; i < words.Length; i++)
        {
            for (var word = words[i]; word != 0; word &= word - 1)
                counts[int.CreateTruncating(cells[(i << 6) + BitOperations.TrailingZeroCount(word)])]++;
        }
    }

    private static int Add<TCell>(ReadOnlySpan<int> starts, ReadOnlySpan<TCell> cells, DocSet docs, Span<int> counts)
        where TCell : unmanaged, IBinaryInteger<TCell>
    {
        var without = 0;
        var words = docs.Words;
        for (var i = 0; i < words.Length; i++)
        {
            for (var word = words[i]; word != 0; word &= word - 1)
            {
                var doc = (i << 6) + BitOperations.TrailingZeroCount(word);
                var (start, end) = (starts[doc], starts[doc + 1]);
                if (start == end) without++;
                for (var cell = start; cell < end; cell++) counts[int.CreateTruncating(cells[cell])]++;
            }
        }

        return without;
    }
}
