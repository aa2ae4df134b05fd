namespace NewsSearch.Ingest.Metadata.Languages;

/// <summary>Words that a thread met lately -> their costs: the words of news repeat, and adding up letter sequences is what detection spends its time on.</summary>
/// <remarks>Each word has one place, where the last that came to it stays. One thread at a time.</remarks>
/// <param name="stride">Numbers of a word's costs.</param>
internal sealed class WordCosts(int stride)
{
    /// <summary>Some 400 KB for the Latin script: what a core's own cache holds; taste.</summary>
    private const int PlaceBits = 12;

    private readonly string?[] _words = new string?[1 << PlaceBits];
    private readonly ulong[] _costs = new ulong[stride << PlaceBits];

    /// <summary>The place of a word's costs; they are to be filled in where it is new.</summary>
    /// <param name="word">The word.</param>
    /// <param name="key">A hash of it.</param>
    /// <param name="isNew">Whether the place holds another word's costs still.</param>
    public Span<ulong> Of(ReadOnlySpan<char> word, ulong key, out bool isNew)
    {
        var place = (int)((key * 0x9E37_79B9_7F4A_7C15) >> (64 - PlaceBits));
        isNew = !(_words[place] is { } last && word.SequenceEqual(last));
        if (isNew) _words[place] = word.ToString();
        return _costs.AsSpan(place * stride, stride);
    }
}
