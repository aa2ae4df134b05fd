using System.Runtime.CompilerServices;
using System.Text;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Stemming;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Documents;

namespace NewsSearch.Engine.Indexing.Inversion;

/// <summary>A list that a text goes into.</summary>
/// <param name="List">The list.</param>
/// <param name="Form">What the words of the text become in it.</param>
/// <param name="HasPositions">Whether the datum of an occurrence is its position; else it is <paramref name="Source"/>.</param>
/// <param name="Source">Number of the text among those of the list.</param>
internal sealed record ListTarget(ListInverter List, TermForm Form, bool HasPositions, int Source);

/// <summary>The words of one text of one thread's documents -> occurrences in all lists over it.</summary>
/// <remarks>
/// Most words of a text have been seen before: a table keeps, by language, which terms of each list a word stands for, so that it is folded and
/// stemmed once and looked up once, not once a list. Words are looked up many at a time, since each look-up alone would wait for memory.
/// The table's size is bounded: a full one starts anew, and the terms stay in their lists.
/// </remarks>
internal sealed class WordInverter
{
    // Bounds memory to some seven megabytes.
    private const int MaxWords = 1 << 16;

    private const int None = -1;

    private readonly ITokenSource _tokens;
    private readonly ListTarget[] _targets;
    private readonly int _maxWords;
    private readonly Dictionary<string, Words> _byLanguage = new(StringComparer.Ordinal);
    private readonly StemForms _forms = new();
    private readonly char[] _word = new char[Tokenizer.MaxTermLength];
    private readonly TermKey[] _keys = new TermKey[TermHash.FindAtMost];
    private readonly (DocId Doc, int Position, int Start)[] _pending = new (DocId, int, int)[TermHash.FindAtMost];
    private readonly int[] _ids = new int[TermHash.FindAtMost];
    private readonly byte[] _utf8 = new byte[(TermHash.FindAtMost * 3 * Tokenizer.MaxTermLength) + ByteHash.KeyLength];
    private int _utf8Length;
    private int _pendingCount;
    private string _language = "";
    private Words _words;
    private int _wordCount;

    public WordInverter(ITokenSource tokens, ListTarget[] targets, int maxWords = MaxWords)
    {
        (_tokens, _targets, _maxWords) = (tokens, targets, maxWords);
        _byLanguage[""] = _words = new Words();
    }

    /// <summary>Adds the word of the token at hand. Requires: documents never decrease, nor positions within one; nothing pends when the same lists are reached on another way.</summary>
    /// <param name="language">Language of the text, empty where unknown.</param>
    /// <param name="doc">The document.</param>
    /// <param name="position">The word's, in the text.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(string language, DocId doc, int position)
    {
        if (_pendingCount == _keys.Length || !ReferenceEquals(language, _language))
        {
            LogPending();
            if (language != _language) Switch(language);
            _language = language;
        }

        var length = Encoding.UTF8.GetBytes(_tokens.Word, _utf8.AsSpan(_utf8Length));
        _keys[_pendingCount] = TermKey.Of(_utf8.AsSpan(_utf8Length), length);
        _pending[_pendingCount++] = (doc, position, _utf8Length);
        _utf8Length += length;
    }

    /// <summary>Takes what was added into the lists.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void LogPending()
    {
        var ids = _ids.AsSpan(0, _pendingCount);
        var pending = _pending.AsSpan(0, _pendingCount);
        _words.Ids.Find(_keys.AsSpan(0, _pendingCount), ids);
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] < 0) ids[i] = Learned(_keys[i], _utf8.AsSpan(pending[i].Start, _keys[i].Length));
        }

        for (var target = 0; target < _targets.Length; target++)
        {
            var (list, hasPositions, source) = (_targets[target].List, _targets[target].HasPositions, _targets[target].Source);
            var terms = _words.Terms;
            for (var i = 0; i < ids.Length; i++)
            {
                var (first, second) = terms[(ids[i] * _targets.Length) + target];
                var datum = hasPositions ? pending[i].Position : source;
                list.Log(first, pending[i].Doc, datum);
                if (second != None) list.Log(second, pending[i].Doc, datum);
            }
        }

        _pendingCount = _utf8Length = 0;
        if (_wordCount >= _maxWords) Forget();
    }

    private int Learned(TermKey key, ReadOnlySpan<byte> utf8)
    {
        var id = _words.Ids.GetOrAdd(key, utf8);
        if (id < _words.Count) return id;
        var word = _word.AsSpan(0, Encoding.UTF8.GetChars(utf8, _word));
        var term = _tokens.TermOf(word);
        var isStemmed = false;
        foreach (var target in _targets)
        {
            if (target.Form == TermForm.Exact)
            {
                _words.Add((target.List.IdOf(TermBytes.Exact(term)), None));
                continue;
            }

            if (!isStemmed) _forms.Set(word, term, _language);
            isStemmed = true;
            var first = target.List.IdOf(TermBytes.Stem(_language, _forms.First));
            _words.Add((first, _forms.Second.IsEmpty ? None : target.List.IdOf(TermBytes.Stem(_language, _forms.Second))));
        }

        _words.Count++;
        _wordCount++;
        return id;
    }

    private void Switch(string language)
    {
        if (!_byLanguage.TryGetValue(language, out var words)) _byLanguage[language] = words = new Words();
        _words = words;
    }

    private void Forget()
    {
        _wordCount = 0;
        _byLanguage.Clear();
        _byLanguage[_language] = _words = new Words();
    }

    /// <summary>Of one language; a word's terms lie at its id times the number of targets.</summary>
    private sealed class Words
    {
        private int _termCount;

        public TermHash Ids { get; } = new();

        public (int First, int Second)[] Terms { get; private set; } = new (int, int)[64];

        public int Count { get; set; }

        public void Add((int First, int Second) terms)
        {
            if (_termCount == Terms.Length) Terms = [.. Terms, .. new (int, int)[_termCount]];
            Terms[_termCount++] = terms;
        }
    }
}
