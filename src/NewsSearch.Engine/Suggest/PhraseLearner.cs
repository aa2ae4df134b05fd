using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Analysis.Unicode;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Suggest;

/// <summary>A sample of a collection, then all of it -> the phrases of two to four words that stand together far more often than by chance.</summary>
/// <remarks>
/// First pass (<see cref="Learn"/>), over a sample: runs of words are counted by hash, in a table of bounded size (<see cref="RunCounts"/>). Second
/// pass (<see cref="Count"/>), over all: each run frequent enough is judged when it is first met, and documents of those that pass are counted exactly.
/// A phrase must be in more documents where there are more, so that the larger the collection, the smaller a share of it tells.
/// A phrase passes where at every place that it can be cut its parts meet at least <see cref="LeastAffinity"/> times as often as they would by
/// chance (the ratio of which pointwise mutual information is the logarithm, Church and Hanks 1990), and where not all words are short and
/// very frequent, as words of grammar are, unless they are written with capitals. Punctuation ends a run. Words of Chinese, Japanese and Korean, which are pairs of characters, are left out.
/// One thread at a time.
/// </remarks>
/// <param name="docs">How many documents the collection has.</param>
public sealed class PhraseLearner(long docs)
{
    private const int MostWords = 4;

    /// <summary>Phrases kept, those in most documents. Taste.</summary>
    private const int MostPhrases = 50_000;

    /// <summary>Taste: lets "white house" in and "according to" not.</summary>
    private const double LeastAffinity = 50;

    /// <summary>A word of grammar is no longer, in UTF-16 units, and no rarer, among this many words more than there are: in a few articles every word is frequent.</summary>
    private const int LongestGrammar = 5, UnseenWords = 100_000;
    private const double LeastGrammarShare = 0.001;

    /// <summary>Words of grammar would have capitals in fewer places, those of titles. Taste.</summary>
    private const double LeastCapitals = 0.8;

    /// <summary>A phrase is dropped where a longer one that holds it is in so many of its documents. Taste.</summary>
    private const double Swallowed = 0.75;

    /// <summary>Of a phrase in just enough documents, so many are in the sample, on average.</summary>
    private const int SampledDocs = 6;

    private readonly RunCounts _runs = new();
    private readonly Tokenizer _tokenizer = new();
    private readonly Tokenizer _again = new();
    private readonly List<Phrase> _phrases = [];
    private Word[] _words = new Word[1 << 10]; // of the text at hand
    private int _wordCount;
    private (ulong Run, int At, int Slot)[] _pairs = [];
    private long _learned;
    private int _counted;

    /// <summary>The sample is one document of so many, spread over the collection.</summary>
    public int SampleEvery => Math.Max(1, LeastDocs / SampledDocs);

    /// <summary>Documents that a phrase must be in. Taste: 2 of four, 3 of a hundred, 33 of ten thousand, 333 of a million.</summary>
    private int LeastDocs { get; } = Math.Max(2, (int)(Math.Sqrt(docs) / 3));

    /// <summary>Times that a phrase must come in the sample; fewer than half of what is to be expected would be bad luck.</summary>
    private int LeastRuns => SampleEvery == 1 ? LeastDocs : SampledDocs / 2;

    /// <summary>First pass: a document of the sample.</summary>
    public void Learn(IEnumerable<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        foreach (var text in texts)
        {
            if (text is not null) LearnText(text);
        }
    }

    /// <summary>Second pass: a document.</summary>
    public void Count(IEnumerable<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (_counted++ == 0) _runs.Keep(LeastRuns); // what is left fits into a cache
        foreach (var text in texts)
        {
            if (text is not null) CountText(text);
        }
    }

    /// <summary>The phrases and how many documents of the second pass have each, in order of code units.</summary>
    public IReadOnlyList<ValueCount> Phrases()
    {
        var found = _phrases.Where(phrase => phrase.DocCount >= LeastDocs && phrase.IsName).OrderByDescending(phrase => phrase.DocCount)
            .DistinctBy(phrase => phrase.Text, StringComparer.Ordinal).ToDictionary(phrase => phrase.Text, StringComparer.Ordinal); // words of several terms may look the same
        foreach (var phrase in found.Values.OrderByDescending(phrase => phrase.WordCount).ToList())
        {
            if (phrase.WordCount == 2) break;
            var text = phrase.Text;
            Swallow(text[..text.LastIndexOf(' ')], phrase);
            Swallow(text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..], phrase);
        }

        return
        [
            .. found.Values.OrderByDescending(phrase => phrase.DocCount).ThenBy(phrase => phrase.Text, StringComparer.Ordinal).Take(MostPhrases)
                .Select(phrase => new ValueCount(phrase.Text, phrase.DocCount)).OrderBy(phrase => phrase.Value, StringComparer.Ordinal),
        ];

        void Swallow(string part, Phrase whole)
        {
            if (found.TryGetValue(part, out var shorter) && whole.DocCount >= Swallowed * shorter.DocCount) found.Remove(part);
        }
    }

    /// <summary>Takes the words of a text. A line is a stretch of words with nothing but blanks and dashes between them.</summary>
    private void Read(string text)
    {
        _wordCount = 0;
        _tokenizer.Reset(text.AsMemory());
        var last = 0;
        while (_tokenizer.Next())
        {
            var isCjk = UnicodeTables.TraitsOf(CodePoints.At(_tokenizer.Term, 0)).IsCjk;
            if (isCjk || _tokenizer.Start < last || text.AsSpan(last, _tokenizer.Start - last).ContainsAnyExcept(" -\u00A0\u2010\u2011"))
                EndLine();

            last = _tokenizer.End;
            if (isCjk) continue;
            if (_wordCount == _words.Length) Array.Resize(ref _words, 2 * _wordCount);
            _words[_wordCount++] = new Word(RunCounts.HashOf(_tokenizer.Term), _tokenizer.Start, last, char.IsUpper(text[_tokenizer.Start]), false);
        }

        EndLine();

        void EndLine()
        {
            if (_wordCount > 0) _words[_wordCount - 1].IsLast = true;
        }
    }

    private void LearnText(string text)
    {
        Read(text);
        _learned += _wordCount;
        for (var at = 0; at < _wordCount; at++)
        {
            var run = _words[at].Hash;
            for (var count = 1; _runs.Add(run) > 1 && count < MostWords && !_words[at + count - 1].IsLast; count++) // where it came but once a longer one is new
                run = RunCounts.Behind(run, _words[at + count].Hash);
        }
    }

    // All pairs are looked up before one is counted: most reads miss the caches, and so they are under way together.
    private void CountText(string text)
    {
        Read(text);
        if (_pairs.Length < _wordCount) _pairs = new (ulong, int, int)[_words.Length];
        var pairs = 0;
        for (var at = 0; at < _wordCount - 1; at++)
        {
            var run = RunCounts.Behind(_words[at].Hash, _words[at + 1].Hash);
            _pairs[pairs] = (run, at, 0);
            pairs += _words[at].IsLast ? 0 : _runs.MayBeKept(run);
        }

        foreach (ref var pair in _pairs.AsSpan(0, pairs)) pair.Slot = _runs.SlotOf(pair.Run);
        foreach (var (run, at, slot) in _pairs.AsSpan(0, pairs)) CountFrom(text, at, run, slot);
    }

    /// <summary>Counts a pair and the longer runs that begin with it, up to one that was not kept: a still longer one is no more frequent.</summary>
    private void CountFrom(string text, int at, ulong run, int slot)
    {
        for (var count = 2; slot >= 0; count++)
        {
            ref var phrase = ref _runs.NoteAt(slot); // its number + 1, 0 before it was judged, -1 where it is none
            if (phrase == 0) phrase = Judge(text, at, count, run) is { } found ? Number(found) : -1;
            if (phrase > 0) _phrases[phrase - 1].CountIn(_counted, HaveCapitals(at, count));
            if (count == MostWords || _words[at + count - 1].IsLast) return;
            run = RunCounts.Behind(run, _words[at + count].Hash);
            slot = _runs.MayBeKept(run) == 0 ? -1 : _runs.SlotOf(run);
        }

        int Number(Phrase phrase)
        {
            _phrases.Add(phrase);
            return _phrases.Count;
        }
    }

    private Phrase? Judge(string text, int at, int count, ulong hash)
    {
        double together = _runs.Of(hash);
        for (var cut = 1; cut < count; cut++)
        {
            var byChance = (double)_runs.Of(Run(at, cut)) * _runs.Of(Run(at + cut, count - cut)) / _learned;
            if (together < LeastAffinity * byChance) return null;
        }

        var words = new List<string>(count);
        _again.Reset(text.AsMemory(_words[at].Start, _words[at + count - 1].End - _words[at].Start));
        while (_again.Next()) words.Add(_again.Word.ToString());
        return new Phrase(string.Join(' ', words), count, Enumerable.Range(0, count).All(MayBeGrammar));

        bool MayBeGrammar(int number) => words[number].Length <= LongestGrammar && _runs.Of(_words[at + number].Hash) >= LeastGrammarShare * (_learned + UnseenWords);
    }

    private bool HaveCapitals(int at, int count)
    {
        for (var number = at; number < at + count; number++)
        {
            if (!_words[number].HasCapital) return false;
        }

        return true;
    }

    private ulong Run(int at, int count)
    {
        var hash = _words[at].Hash;
        for (var i = 1; i < count; i++) hash = RunCounts.Behind(hash, _words[at + i].Hash);
        return hash;
    }

    /// <summary>A word and where it stands in the text.</summary>
    private record struct Word(ulong Hash, int Start, int End, bool HasCapital, bool IsLast);

    private sealed class Phrase(string text, int wordCount, bool mayBeGrammar)
    {
        private int _lastDoc;
        private int _places;
        private int _capitals;

        public string Text => text;

        public int WordCount => wordCount;

        public int DocCount { get; private set; }

        public bool IsName => !mayBeGrammar || _capitals >= LeastCapitals * _places;

        public void CountIn(int doc, bool hasCapitals)
        {
            _places++;
            if (hasCapitals) _capitals++;
            if (_lastDoc == doc) return;
            _lastDoc = doc;
            DocCount++;
        }
    }
}
