namespace NewsSearch.Engine.Columns;

/// <summary>Constants of columns; FORMAT.md, "columns".</summary>
internal static class ColumnFormat
{
    /// <summary>Every document has at most one value: one cell a document, ordinal + 1, 0 for none.</summary>
    public const byte Single = 0;

    /// <summary>Documents have several values: starts (u32 each, one more than documents), then ordinals.</summary>
    public const byte Several = 1;

    /// <summary>Kind and cell width, one byte each.</summary>
    public const int OrdinalHeaderBytes = 2;

    /// <summary>Cell width (one byte), then the least value (i64).</summary>
    public const int NumberHeaderBytes = 9;

    /// <summary>Bytes that hold a number up to <paramref name="largest"/>: 1, 2, 4 or 8.</summary>
    public static int WidthFor(ulong largest) => largest switch
    {
        <= byte.MaxValue => 1,
        <= ushort.MaxValue => 2,
        <= uint.MaxValue => 4,
        _ => 8,
    };
}
