using System.Buffers.Binary;

namespace NewsSearch.Engine.Analysis.Unicode;

/// <summary>Code point -> traits, word form and folded form, from the Unicode data files through tools/NewsSearch.UnicodeTables.</summary>
/// <remarks>
/// The resource UnicodeTables.bin, numbers little-endian:
/// <code>
/// 4 bytes   "NSUT"
/// u16       FormatVersion (1)
/// u8 u8 u8  version of the Unicode data (15 0 0)
/// u8        CodePointTrie.BlockShift
/// 3 tries   Traits, WordForms, Folds: u16 n = number of value blocks;
///           BlockCount u16 = for each block of code points the number of its value block; n * BlockSize u16 = the values
/// pool      u16 n, then n u16: texts, each its length in UTF-16 units followed by these units
/// </code>
/// A value of Traits is <see cref="CharTraits.Bits"/>; one of WordForms and Folds is 0 where the code point stays itself,
/// else the place of its text in the pool (place 0 is never used).
/// </remarks>
internal static class UnicodeTables
{
    public const string ResourceName = "UnicodeTables.bin";
    public const int FormatVersion = 1;

    /// <summary>Code point -> <see cref="CharTraits"/>.</summary>
    public static readonly CodePointTrie Traits;

    /// <summary>Code point -> lower case; apostrophes -> '; invisible characters -> nothing.</summary>
    public static readonly CodePointTrie WordForms;

    /// <summary>Code point -> folded form, see <see cref="Folding"/>.</summary>
    public static readonly CodePointTrie Folds;

    /// <summary>Version of the Unicode data that the tables were made from.</summary>
    public static readonly Version UnicodeVersion;

    private static readonly char[] Pool;

#pragma warning disable CA1810 // one pass over the resource sets all of them
    static UnicodeTables()
#pragma warning restore CA1810
    {
        using var stream = typeof(UnicodeTables).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidDataException("The Unicode tables are missing from this build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (!bytes.AsSpan(0, 4).SequenceEqual("NSUT"u8) || bytes[4] != FormatVersion || bytes[9] != CodePointTrie.BlockShift)
            throw new InvalidDataException("The Unicode tables of this build have another format.");
        UnicodeVersion = new Version(bytes[6], bytes[7], bytes[8]);
        var at = 10;
        Traits = ReadTrie(bytes, ref at);
        WordForms = ReadTrie(bytes, ref at);
        Folds = ReadTrie(bytes, ref at);
        Pool = Array.ConvertAll(ReadNumbers(bytes, ref at, ReadNumbers(bytes, ref at, 1)[0]), unit => (char)unit);
    }

    public static CharTraits TraitsOf(int codePoint) => new(Traits[codePoint]);

    /// <summary>The text that a value of <see cref="WordForms"/> or <see cref="Folds"/> other than 0 stands for.</summary>
    public static ReadOnlySpan<char> Text(ushort value) => Pool.AsSpan(value + 1, Pool[value]);

    private static CodePointTrie ReadTrie(byte[] bytes, ref int at)
    {
        var valueBlockCount = ReadNumbers(bytes, ref at, 1)[0];
        var blocks = ReadNumbers(bytes, ref at, CodePointTrie.BlockCount);
        return new CodePointTrie(blocks, ReadNumbers(bytes, ref at, valueBlockCount << CodePointTrie.BlockShift));
    }

    private static ushort[] ReadNumbers(byte[] bytes, ref int at, int count)
    {
        var numbers = new ushort[count];
        for (var i = 0; i < count; i++, at += 2)
            numbers[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
        return numbers;
    }
}
