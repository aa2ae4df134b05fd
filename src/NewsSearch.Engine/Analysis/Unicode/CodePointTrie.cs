namespace NewsSearch.Engine.Analysis.Unicode;

/// <summary>Code point -> 16-bit value, in two stages: block of the code point -> start of its values -> value.</summary>
/// <remarks>Invariant: every entry of blocks plus BlockSize lies inside values, so a lookup of any code point succeeds.</remarks>
internal sealed class CodePointTrie
{
    /// <summary>A block holds 2^7 code points: of the sizes 2^4 to 2^8 the one that makes the three tables together smallest.</summary>
    public const int BlockShift = 7;
    public const int BlockSize = 1 << BlockShift;
    public const int CodePointCount = 0x110000;
    public const int BlockCount = CodePointCount >> BlockShift;

    private readonly ushort[] _blocks;
    private readonly ushort[] _values;

    /// <summary>Requires: one entry of <paramref name="blocks"/> per block of code points, the number of its block of values.</summary>
    public CodePointTrie(ushort[] blocks, ushort[] values)
    {
        if (blocks.Length != BlockCount || blocks.Max() >= values.Length >> BlockShift)
            throw new InvalidDataException("The Unicode tables of this build are damaged.");
        _blocks = blocks;
        _values = values;
    }

    /// <summary>Requires: 0 &lt;= codePoint &lt; CodePointCount; surrogates are code points too.</summary>
    public ushort this[int codePoint] =>
        _values[(_blocks[codePoint >> BlockShift] << BlockShift) | (codePoint & (BlockSize - 1))];
}
