namespace NewsSearch.Engine.Analysis;

/// <summary>Word and language -> its stem terms as bytes, remembered: most words of a text have been seen before.</summary>
internal sealed class StemCache
{
    // Bounds memory to some tens of megabytes; a full cache starts anew.
    private const int MaxWords = 1 << 18;

    private readonly Dictionary<string, Dictionary<string, StemTerms>> _byLanguage = new(StringComparer.Ordinal);
    private readonly StemForms _forms = new();
    private int _count;

    /// <param name="word">The token's word, unfolded.</param>
    /// <param name="term">The word folded.</param>
    /// <param name="language">Language of the text, empty where unknown.</param>
    public StemTerms Of(ReadOnlySpan<char> word, ReadOnlySpan<char> term, string language)
    {
        if (!_byLanguage.TryGetValue(language, out var words)) _byLanguage[language] = words = new(StringComparer.Ordinal);
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var stems)) return stems;
        _forms.Set(word, term, language);
        stems = new StemTerms(TermBytes.Stem(language, _forms.First), _forms.Second.IsEmpty ? null : TermBytes.Stem(language, _forms.Second));
        if (++_count > MaxWords)
        {
            _byLanguage.Clear();
            _count = 0;
        }
        else
        {
            lookup[word] = stems;
        }

        return stems;
    }
}

/// <summary>The one or two terms under which a word stands in a stem list; Second is null where it equals First.</summary>
internal sealed record StemTerms(byte[] First, byte[]? Second);
