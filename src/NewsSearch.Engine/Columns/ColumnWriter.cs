using System.Buffers.Binary;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Columns;

/// <summary>Values by document -> a column section.</summary>
internal static class ColumnWriter
{
    /// <summary>Writes ordinals, all below <paramref name="valueCount"/>.</summary>
    public static void WriteOrdinals(ByteSink sink, OrdinalTable table, int valueCount)
    {
        var width = ColumnFormat.WidthFor((ulong)valueCount);
        var buffer = new ByteBuffer();
        buffer.Write(table.IsSingle ? ColumnFormat.Single : ColumnFormat.Several);
        buffer.Write((byte)width);
        if (!table.IsSingle)
        {
            for (DocId doc = 0; doc <= table.DocCount; doc++) buffer.WriteUInt32((uint)table.Start(doc));
        }

        for (DocId doc = 0; doc < table.DocCount; doc++)
        {
            var ordinals = table[doc];
            if (table.IsSingle) WriteCell(buffer, ordinals.Length == 0 ? 0 : (ulong)ordinals[0] + 1, width);
            else foreach (var ordinal in ordinals) WriteCell(buffer, (ulong)ordinal, width);
        }

        sink.Write(buffer.Written);
    }

    /// <summary>Writes numbers; null is no value.</summary>
    public static void WriteNumbers(ByteSink sink, IReadOnlyList<long?> values)
    {
        var least = values.Min() ?? 0;
        var most = values.Max() ?? 0;
        // Cells hold value - least + 1, 0 for none; only a range of nearly all 64-bit numbers would not fit.
        var range = (ulong)most - (ulong)least;
        if (range == ulong.MaxValue) throw new ArgumentOutOfRangeException(nameof(values), "The range of numbers is too wide.");
        var width = ColumnFormat.WidthFor(range + 1);
        var buffer = new ByteBuffer();
        buffer.Write((byte)width);
        buffer.WriteUInt64((ulong)least);
        foreach (var value in values) WriteCell(buffer, value is { } number ? (ulong)number - (ulong)least + 1 : 0, width);
        sink.Write(buffer.Written);
    }

    private static void WriteCell(ByteBuffer buffer, ulong value, int width)
    {
        Span<byte> cell = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(cell, value);
        buffer.Write(cell[..width]);
    }
}
