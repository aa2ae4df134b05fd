namespace NewsSearch.Ingest.Metadata.Languages;

/// <summary>The languages of one script. A word that is frequent in any of them is looked up whole, all others by their letter sequences.</summary>
/// <remarks>
/// A cost is -ln P in <see cref="LanguageModel.UnitsPerNat"/>, less the cheapest language's: P(word) of the list, or the product
/// of P(letter | the letters before it) under an interpolated model (Witten and Bell 1991, method C). Four costs lie in a
/// <see cref="ulong"/>, so that one addition serves four languages; 40 letters of at most 255 do not overflow 16 bits.
/// </remarks>
internal sealed class ScriptModel
{
    /// <summary>Letters of the longest sequence: four UTF-16 units fill a key.</summary>
    public const int Order = 4;

    private readonly int _stride;
    private readonly ulong[] _costs;
    private readonly Dictionary<ulong, int> _rowOfSequence = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _rowOfWord;

    private ScriptModel(BinaryReader reader)
    {
        Languages = [.. Enumerable.Range(0, reader.ReadByte()).Select(_ => reader.ReadString())];
        Priors = [.. reader.ReadBytes(Languages.Length)];
        _stride = (Languages.Length + 3) / 4;

        var sequenceCount = reader.Read7BitEncodedInt();
        ulong key = 0;
        for (var row = 0; row < sequenceCount; row++) _rowOfSequence.Add(key += (ulong)reader.Read7BitEncodedInt64(), row);
        var wordCount = reader.Read7BitEncodedInt();
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < wordCount; row++) words.Add(reader.ReadString(), sequenceCount + row);
        _rowOfWord = words.GetAlternateLookup<ReadOnlySpan<char>>();

        _costs = new ulong[(sequenceCount + wordCount) * _stride];
        for (var language = 0; language < Languages.Length; language++)
        {
            var column = reader.ReadBytes(sequenceCount + wordCount);
            for (var row = 0; row < column.Length; row++) _costs[(row * _stride) + (language / 4)] |= (ulong)column[row] << (language % 4 * 16);
        }
    }

    /// <summary>ISO 639-1 codes.</summary>
    public string[] Languages { get; }

    /// <summary>Language -> its cost before any word is seen.</summary>
    public int[] Priors { get; }

    public static ScriptModel Read(BinaryReader reader) => new(reader);

    /// <summary>Adds the cost of a word to each language's.</summary>
    /// <param name="padded">The word between two spaces, in lower case.</param>
    /// <param name="weight">How much the word counts.</param>
    /// <param name="costs">Language -> cost.</param>
    public void Add(ReadOnlySpan<char> padded, int weight, Span<int> costs)
    {
        Span<ulong> sums = stackalloc ulong[16];
        sums = sums[.._stride];
        if (_rowOfWord.TryGetValue(padded[1..^1], out var word)) Row(word).CopyTo(sums);
        else AddSequences(padded, sums);

        var least = int.MaxValue;
        for (var i = 0; i < costs.Length; i++) least = Math.Min(least, Lane(sums, i));
        for (var i = 0; i < costs.Length; i++) costs[i] += Math.Min(Lane(sums, i) - least, LanguageModel.MaxWordCost) * weight;
    }

    /// <summary>Each letter, and the end of the word, by the longest known sequence that ends in it.</summary>
    private void AddSequences(ReadOnlySpan<char> padded, Span<ulong> sums)
    {
        ulong last = padded[0];
        for (var i = 1; i < padded.Length; i++)
        {
            last = (last << 16) | padded[i];
            for (var key = last; key != 0; key = Shorter(key))
            {
                if (!_rowOfSequence.TryGetValue(key, out var row)) continue;
                var costs = Row(row);
                for (var j = 0; j < sums.Length; j++) sums[j] += costs[j];
                break;
            }
        }
    }

    /// <summary>Without its first letter.</summary>
    private static ulong Shorter(ulong key) => key switch
    {
        > 0xFFFF_FFFF_FFFF => key & 0xFFFF_FFFF_FFFF,
        > 0xFFFF_FFFF => key & 0xFFFF_FFFF,
        > 0xFFFF => key & 0xFFFF,
        _ => 0,
    };

    private ReadOnlySpan<ulong> Row(int row) => _costs.AsSpan(row * _stride, _stride);

    private static int Lane(Span<ulong> sums, int language) => (int)(sums[language / 4] >> (language % 4 * 16)) & 0xFFFF;
}
