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
    private readonly List<(ulong Hash, int Start, int End, bool HasCapital)> _line = []; // where words stand in the text
    private int[] _judged = []; // slot of a run -> its phrase's number + 1, 0 before it was judged, -1 where it is none
    private long _words;
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
            if (text is not null) ReadLines(text, LearnLine);
        }
    }

    /// <summary>Second pass: a document.</summary>
    public void Count(IEnumerable<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (_counted++ == 0)
        {
            _runs.Keep(LeastRuns); // what is left fits into a cache
            _judged = new int[_runs.Slots];
        }
        foreach (var text in texts)
        {
            if (text is not null) ReadLines(text, CountLine);
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

    /// <summary>Calls back for each stretch of words with nothing but blanks and dashes between them.</summary>
    private void ReadLines(string text, Action<string> end)
    {
        _tokenizer.Reset(text.AsMemory());
        var last = 0;
        while (_tokenizer.Next())
        {
            var isCjk = UnicodeTables.TraitsOf(CodePoints.At(_tokenizer.Term, 0)).IsCjk;
            if (isCjk || _tokenizer.Start < last || text.AsSpan(last, _tokenizer.Start - last).ContainsAnyExcept(" -\u00A0\u2010\u2011"))
                EndLine();

            last = _tokenizer.End;
            if (isCjk) continue;
            _line.Add((RunCounts.HashOf(_tokenizer.Term), _tokenizer.Start, last, char.IsUpper(text[_tokenizer.Start])));
        }

        EndLine();

        void EndLine()
        {
            end(text);
            _line.Clear();
        }
    }

    private void LearnLine(string text)
    {
        _words += _line.Count;
        for (var at = 0; at < _line.Count; at++)
        {
            var run = _line[at].Hash;
            for (var count = 1; _runs.Add(run) > 1 && count < MostWords && at + count < _line.Count; count++) // where it came but once a longer one is new
                run = RunCounts.Behind(run, _line[at + count].Hash);
        }
    }

    private void CountLine(string text)
    {
        for (var at = 0; at < _line.Count - 1; at++)
        {
            var run = _line[at].Hash;
            for (var count = 2; count <= MostWords && at + count <= _line.Count; count++)
            {
                run = RunCounts.Behind(run, _line[at + count - 1].Hash);
                if (_runs.SlotOf(run) is not (>= 0 and var slot)) break; // a longer run is no more frequent
                if (_judged[slot] == 0) _judged[slot] = Judge(text, at, count, run) is { } found ? Number(found) : -1;
                if (_judged[slot] > 0) _phrases[_judged[slot] - 1].CountIn(_counted, HaveCapitals(at, count));
            }
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
            var byChance = (double)_runs.Of(Run(at, cut)) * _runs.Of(Run(at + cut, count - cut)) / _words;
            if (together < LeastAffinity * byChance) return null;
        }

        var words = new List<string>(count);
        _again.Reset(text.AsMemory(_line[at].Start, _line[at + count - 1].End - _line[at].Start));
        while (_again.Next()) words.Add(_again.Word.ToString());
        return new Phrase(string.Join(' ', words), count, Enumerable.Range(0, count).All(MayBeGrammar));

        bool MayBeGrammar(int number) => words[number].Length <= LongestGrammar && _runs.Of(_line[at + number].Hash) >= LeastGrammarShare * (_words + UnseenWords);
    }

    private bool HaveCapitals(int at, int count)
    {
        for (var number = at; number < at + count; number++)
        {
            if (!_line[number].HasCapital) return false;
        }

        return true;
    }

    private ulong Run(int at, int count)
    {
        var hash = _line[at].Hash;
        for (var i = 1; i < count; i++) hash = RunCounts.Behind(hash, _line[at + i].Hash);
        return hash;
    }

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
