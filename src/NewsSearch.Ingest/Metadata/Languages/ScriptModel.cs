namespace NewsSearch.Ingest.Metadata.Languages;

/// <summary>The languages of one script. A word that is frequent in any of them is looked up whole, all others by their letter sequences.</summary>
/// <remarks>
/// A cost is -ln P in <see cref="LanguageModel.UnitsPerNat"/>, less the cheapest language's, and at most
/// <see cref="LanguageModel.MaxWordCost"/>: P(word) of the list, or the product of P(letter | the letters before it) under an
/// interpolated model. Rows hold four languages in a <see cref="ulong"/>.
/// </remarks>
internal sealed class ScriptModel
{
    /// <summary>Letters of the longest sequence: four UTF-16 units fill a key.</summary>
    public const int Order = 4;

    /// <summary>Higher than any word's cost, so that a lane without a language is never the cheapest.</summary>
    private const ulong NoLanguage = 0x4000;

    [ThreadStatic]
    private static Dictionary<ScriptModel, WordCosts>? s_lately;

    private readonly int _stride;
    private readonly ulong[] _costs;
    private readonly RowTable _rows;
    private readonly ulong _unusedLanes;

    private ScriptModel(BinaryReader reader)
    {
        Languages = [.. Enumerable.Range(0, reader.ReadByte()).Select(_ => reader.ReadString())];
        Priors = [.. reader.ReadBytes(Languages.Length)];
        _stride = (Languages.Length + 3) / 4;
        for (var lane = Languages.Length; lane < _stride * 4; lane++) _unusedLanes |= NoLanguage << (lane % 4 * 16);

        var (sequenceCount, wordCount) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        _rows = new RowTable(sequenceCount + wordCount);
        ulong key = 0;
        for (var row = 0; row < sequenceCount; row++) _rows.Add(key += (ulong)reader.Read7BitEncodedInt64(), row);
        for (var row = 0; row < wordCount; row++) _rows.Add(WordKey(reader.ReadString()), sequenceCount + row);

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

    /// <summary>Room for the cost of each language.</summary>
    public ulong[] NewCosts() => new ulong[_stride];

    /// <summary>The costs of words that this thread met lately.</summary>
    public WordCosts Lately
    {
        get
        {
            s_lately ??= [];
            return s_lately.TryGetValue(this, out var costs) ? costs : s_lately[this] = new WordCosts(_stride);
        }
    }

    /// <summary>Adds the cost of a word to each language's.</summary>
    /// <param name="padded">The word between two spaces, in lower case.</param>
    /// <param name="weight">How much the word counts.</param>
    /// <param name="costs">From <see cref="NewCosts"/>; a lane holds 400 words of weight 2.</param>
    /// <param name="lately">From <see cref="Lately"/>, to save work; null changes nothing.</param>
    public void Add(ReadOnlySpan<char> padded, int weight, Span<ulong> costs, WordCosts? lately)
    {
        var key = WordKey(padded[1..^1]);
        var word = _rows.Find(key);
        if (word >= 0)
        {
            Add(Row(word), weight, costs);
        }
        else if (lately is null)
        {
            var sums = NewCosts();
            SumSequences(padded, sums);
            Add(sums, weight, costs);
        }
        else
        {
            var sums = lately.Of(padded, key, out var isNew);
            if (isNew) SumSequences(padded, sums);
            Add(sums, weight, costs);
        }
    }

    private static void Add(ReadOnlySpan<ulong> row, int weight, Span<ulong> costs)
    {
        for (var i = 0; i < costs.Length; i++) costs[i] += row[i] * (ulong)weight;
    }

    /// <summary>The cost of a word that is not in the list.</summary>
    private void SumSequences(ReadOnlySpan<char> padded, Span<ulong> sums)
    {
        sums.Clear();
        sums[^1] = _unusedLanes;
        AddSequences(padded, sums);
        var least = sums[0];
        foreach (var sum in sums) least = FourLanes.Min(least, sum);
        var (cheapest, most) = (FourLanes.Of(FourLanes.Least(least)), FourLanes.Of(LanguageModel.MaxWordCost));
        for (var i = 0; i < sums.Length; i++) sums[i] = FourLanes.Min(sums[i] - cheapest, most);
    }

    /// <summary>Each letter, and the end of the word, by the longest known sequence that ends in it.</summary>
    private void AddSequences(ReadOnlySpan<char> padded, Span<ulong> sums)
    {
        ulong last = padded[0];
        for (var i = 1; i < padded.Length; i++)
        {
            last = (last << 16) | padded[i];
            for (var key = last; key != 0; key = WithoutFirst(key))
            {
                var found = _rows.Find(key);
                if (found < 0) continue;
                var row = Row(found);
                for (var j = 0; j < row.Length; j++) sums[j] += row[j];
                break;
            }
        }
    }

    private static ulong WithoutFirst(ulong key) => key switch
    {
        > 0xFFFF_FFFF_FFFF => key & 0xFFFF_FFFF_FFFF,
        > 0xFFFF_FFFF => key & 0xFFFF_FFFF,
        > 0xFFFF => key & 0xFFFF,
        _ => 0,
    };

    /// <summary>A hash, beyond all keys of sequences: U+FFFF is no letter.</summary>
    private static ulong WordKey(ReadOnlySpan<char> word)
    {
        ulong hash = 0;
        foreach (var letter in word) hash = ((hash ^ letter) * 0x0000_0100_0000_01B3) ^ (hash >> 29);
        return hash | 0xFFFF_0000_0000_0000;
    }

    private ReadOnlySpan<ulong> Row(int row) => _costs.AsSpan(row * _stride, _stride);
}
