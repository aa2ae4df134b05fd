using System.Runtime.InteropServices;
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
    private readonly Dictionary<ulong, Phrase?> _judged = [];
    private readonly List<(ulong Hash, int WordEnd, bool HasCapital)> _line = [];
    private readonly List<char> _letters = []; // the words of the line, one behind the other
    private readonly List<int> _starts = []; // of the runs that are looked up next, all of one length, with their hashes and counts
    private readonly List<ulong> _hashes = [];
    private readonly List<int> _counts = [];
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
        if (_counted++ == 0) _runs.Keep(LeastRuns); // what is left fits into a cache
        foreach (var text in texts)
        {
            if (text is not null) ReadLines(text, CountLine);
        }
    }

    /// <summary>The phrases and how many documents of the second pass have each, in order of code units.</summary>
    public IReadOnlyList<ValueCount> Phrases()
    {
        var found = _judged.Values.OfType<Phrase>().Where(phrase => phrase.DocCount >= LeastDocs && phrase.IsName).ToDictionary(phrase => phrase.Text, StringComparer.Ordinal);
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
    private void ReadLines(string text, Action end)
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
            _letters.AddRange(_tokenizer.Word);
            _line.Add((RunCounts.HashOf(_tokenizer.Term), _letters.Count, char.IsUpper(text[_tokenizer.Start])));
        }

        EndLine();

        void EndLine()
        {
            end();
            _line.Clear();
            _letters.Clear();
        }
    }

    /// <summary>A word of the line.</summary>
    private ReadOnlySpan<char> Word(int number)
    {
        var start = number == 0 ? 0 : _line[number - 1].WordEnd;
        return CollectionsMarshal.AsSpan(_letters)[start.._line[number].WordEnd];
    }

    private void LearnLine()
    {
        _words += _line.Count;
        StartRuns();
        for (var count = 1; _starts.Count > 0; count++)
        {
            // A longer run can only be frequent where the run before its last word is.
            _runs.Add(CollectionsMarshal.AsSpan(_hashes), CollectionsMarshal.AsSpan(_counts));
            Lengthen(count, least: 2);
        }
    }

    /// <summary>A run of one word at each place of the line.</summary>
    private void StartRuns()
    {
        _starts.Clear();
        _hashes.Clear();
        for (var at = 0; at < _line.Count; at++)
        {
            _starts.Add(at);
            _hashes.Add(_line[at].Hash);
        }

        CollectionsMarshal.SetCount(_counts, _line.Count);
    }

    /// <summary>Keeps the runs of <paramref name="count"/> words that came at least so often, each with one more word.</summary>
    private void Lengthen(int count, int least)
    {
        var kept = 0;
        for (var i = 0; count < MostWords && i < _starts.Count; i++)
        {
            if (_counts[i] < least || _starts[i] + count >= _line.Count) continue;
            (_starts[kept], _hashes[kept++]) = (_starts[i], RunCounts.Behind(_hashes[i], _line[_starts[i] + count].Hash));
        }

        CollectionsMarshal.SetCount(_starts, kept);
        CollectionsMarshal.SetCount(_hashes, kept);
        CollectionsMarshal.SetCount(_counts, kept);
    }

    private void CountLine()
    {
        StartRuns();
        CollectionsMarshal.AsSpan(_counts).Fill(LeastRuns);
        for (var count = 1; _starts.Count > 0; count++)
        {
            Lengthen(count, LeastRuns);
            _runs.Of(CollectionsMarshal.AsSpan(_hashes), CollectionsMarshal.AsSpan(_counts));
            for (var i = 0; i < _starts.Count; i++)
            {
                if (_counts[i] < LeastRuns) continue;
                if (!_judged.TryGetValue(_hashes[i], out var phrase)) _judged[_hashes[i]] = phrase = Judge(_starts[i], count + 1, _hashes[i]);
                phrase?.CountIn(_counted, HaveCapitals(_starts[i], count + 1));
            }
        }
    }

    private Phrase? Judge(int at, int count, ulong hash)
    {
        double together = _runs.Of(hash);
        for (var cut = 1; cut < count; cut++)
        {
            var byChance = (double)_runs.Of(Run(at, cut)) * _runs.Of(Run(at + cut, count - cut)) / _words;
            if (together < LeastAffinity * byChance) return null;
        }

        int[] words = [.. Enumerable.Range(at, count)];
        return new Phrase(string.Join(' ', words.Select(number => Word(number).ToString())), count, words.All(MayBeGrammar));

        bool MayBeGrammar(int number) =>
            Word(number).Length <= LongestGrammar && _runs.Of(_line[number].Hash) >= LeastGrammarShare * (_words + UnseenWords);
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
