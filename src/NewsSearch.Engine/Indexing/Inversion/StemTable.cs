using System.Text;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Stemming;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Indexing.Inversion;

/// <summary>The one or two terms under which a word stands in a stem list, ready to be looked up; Second is null where it equals First.</summary>
internal readonly record struct StemTerms(TermKey FirstKey, byte[] First, TermKey SecondKey, byte[]? Second);

/// <summary>Word and language -> its stem terms, remembered: most words of a text have been seen before.</summary>
internal sealed class StemTable
{
    // Bounds memory to some fifteen megabytes; a full table starts anew, as it does with each segment.
    private const int MaxWords = 1 << 16;

    private readonly int _maxWords;
    private readonly Dictionary<string, Words> _byLanguage = new(StringComparer.Ordinal);
    private readonly StemForms _forms = new();
    private readonly byte[] _utf8 = new byte[(3 * Tokenizer.MaxTermLength) + ByteHash.KeyLength];
    private string? _language;
    private Words _words = new();
    private int _count;

    public StemTable(int maxWords = MaxWords) => _maxWords = maxWords;

    /// <param name="word">The token's word, unfolded; not longer than <see cref="Tokenizer.MaxTermLength"/>.</param>
    /// <param name="term">The word folded.</param>
    /// <param name="language">Language of the text, empty where unknown.</param>
    /// <returns>Valid until the next call.</returns>
    public ref readonly StemTerms Of(ReadOnlySpan<char> word, ReadOnlySpan<char> term, string language)
    {
        if (!ReferenceEquals(language, _language)) Switch(language);
        var length = Encoding.UTF8.GetBytes(word, _utf8);
        var id = _words.Ids.GetOrAdd(TermKey.Of(_utf8, length), _utf8.AsSpan(0, length));
        if (id < _words.Count) return ref _words.Stems[id];
        if (_count == _maxWords)
        {
            (_count, _words) = (0, new Words());
            _byLanguage.Clear();
            _byLanguage[language] = _words;
            return ref Of(word, term, language);
        }

        _count++;
        return ref Learn(word, term, language);
    }

    private ref readonly StemTerms Learn(ReadOnlySpan<char> word, ReadOnlySpan<char> term, string language)
    {
        _forms.Set(word, term, language);
        var first = TermBytes.Stem(language, _forms.First);
        var second = _forms.Second.IsEmpty ? null : TermBytes.Stem(language, _forms.Second);
        if (_words.Count == _words.Stems.Length) Array.Resize(ref _words.Stems, 2 * _words.Count);
        _words.Stems[_words.Count] = new StemTerms(TermKey.Of(first, first.Length), first, second is null ? default : TermKey.Of(second, second.Length), second);
        return ref _words.Stems[_words.Count++];
    }

    private void Switch(string language)
    {
        if (!_byLanguage.TryGetValue(language, out var words)) _byLanguage[language] = words = new Words();
        (_language, _words) = (language, words);
    }

    /// <summary>Of one language; ids and stems go in step.</summary>
    private sealed class Words
    {
        public TermHash Ids { get; } = new();

        public StemTerms[] Stems = new StemTerms[64];

        public int Count { get; set; }
    }
}
