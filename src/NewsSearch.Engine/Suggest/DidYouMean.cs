using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Engine.Suggest;

/// <summary>A query that finds nothing, or has a word far rarer than one spelled nearly alike -> the query that was probably meant.</summary>
/// <remarks>
/// Score of a reading = log(hits of the whole query, under all filters) - cost of the slips (<see cref="EditCost"/>): a noisy channel whose source
/// is the archive itself, so that the other words of the query decide which of several words was meant. A changed word counts in the form that is
/// offered, not in its inflections, and bare words side by side count for more than far apart. Where nothing has all the words, the rarest of the
/// changed ones counts in place of hits, for little.
/// Bounded: at most <see cref="MostSuspects"/> words are looked at and <see cref="MostCounted"/> queries counted.
/// </remarks>
/// <param name="snapshot">Where the words are looked up.</param>
/// <param name="binding">Which lists hold them.</param>
/// <param name="count">Hits of a query text, all words required, under all filters.</param>
/// <param name="needsAll">Whether a query without such hits is of no use; else any of its words will do.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class DidYouMean(Snapshot snapshot, QueryBinding binding, Func<string, long> count, bool needsAll, CancellationToken cancellation)
{
    private const int MostSuspects = 8;
    private const int MostCounted = 24;
    private const int ReadingsKept = 12;

    /// <summary>Words tried for one that is misspelled, and pairs that it may have run together.</summary>
    private const int WordsTried = 8, SplitsTried = 2;

    /// <summary>From this length in UTF-16 units on two slips are thought of; taste, as for <c>~</c>.</summary>
    private const int LongWord = 5;

    /// <summary>What a blank too many or too few costs; taste.</summary>
    private const double Blank = 4.5;

    /// <summary>What a document with the rarest changed word is worth beside a hit.</summary>
    private const double DocWorth = 0.01;

    /// <summary>How much likelier the other words of a query may make a change, as a logarithm: less likely ones are not counted. Taste.</summary>
    private const double Context = 3;

    /// <summary>What a document with the words side by side is worth beside one with them anywhere. Taste, checked by the measure of suggestions.</summary>
    private const int SideBySideWorth = 20;

    /// <summary>Whether words are passed over for which no other can be frequent enough, before they are looked for; the same answers without (for tests).</summary>
    internal bool Prunes { get; init; } = true;

    private readonly NearWords _near = new(snapshot, [.. binding.Words.ExactLists.Select(list => snapshot.Schema.Lists.NumberOf(list))], cancellation);

    /// <summary>The query as probably meant; null where it is well as it is, or nothing better has hits.</summary>
    /// <param name="text">The query as typed.</param>
    /// <param name="root">Its tree.</param>
    public string? Correct(string text, QueryNode root)
    {
        var words = TypedWords.Of(text, root, binding);
        var docCounts = words.ToDictionary(word => word.Start, word => _near.DocCount(word.Term));
        var suspects = words.OrderBy(word => docCounts[word.Start]).ThenBy(word => word.Start).Take(MostSuspects)
            .Select(word => (Word: word, Changes: Changes(word, docCounts[word.Start], words.Count > 1 ? Context : 0))).Where(suspect => suspect.Changes.Count > 0).ToList();
        var joins = Joins(text, words, docCounts);
        if (suspects.Count == 0 && joins.Count == 0) return null;

        var readings = new List<Reading> { new([], 0) };
        foreach (var (word, changes) in suspects)
        {
            var asTyped = Math.Log(docCounts[word.Start] + DocWorth);
            readings = [.. readings.SelectMany(reading => reading.With(asTyped, changes)).OrderByDescending(reading => reading.Likelihood).Take(ReadingsKept)];
        }

        readings.AddRange(joins.Select(join => new Reading([join], 0)));
        var isPlain = root is AndNode { Children: var all } && all.All(child => child is PlainWord);
        return Best(text, isPlain, readings.Where(reading => reading.Changes.Length > 0).Take(MostCounted));
    }

    private string? Best(string text, bool isPlain, IEnumerable<Reading> readings)
    {
        var typed = count(text);
        var typedScore = typed + SideBySide(text, typed);
        string? best = null;
        var bestScore = double.NegativeInfinity;
        foreach (var reading in readings)
        {
            cancellation.ThrowIfCancellationRequested();
            var (hits, written) = (count(reading.Write(text, forCounting: true)), reading.Write(text, forCounting: false));
            var rarest = reading.Changes.Min(change => change.DocCount);
            var rarestTyped = reading.Changes.Min(change => change.TypedDocCount);
            var score = Score(hits + SideBySide(written, hits), rarest) - reading.Changes.Sum(change => change.Cost) - Score(typedScore, rarestTyped);
            // Each further word that no document has is as good a reason to change something as the first.
            var least = Math.Min(0, (reading.Changes.Count(change => change.TypedDocCount == 0) - 1) * Score(0, 0));
            if (score <= Math.Max(least, bestScore) || (hits == 0 && needsAll) || (typed > 0 && hits <= typed)) continue;
            (best, bestScore) = (written, score);
        }

        return best;

        long SideBySide(string query, long hits) => isPlain && hits > 0 ? SideBySideWorth * count($"\"{query}\"") : 0;

        static double Score(long hits, long docs) => Math.Log(hits + (DocWorth * (docs + DocWorth)));
    }

    /// <summary>What may have been meant by a word; nothing where no such word is far more frequent.</summary>
    private List<Change> Changes(TypedWord word, long docCount, double context)
    {
        if (Prunes && !IsBeatable(docCount, context)) return [];
        var changes = Near(word, docCount, distance: 1, context);
        if (word.Term.Length > 3) changes.AddRange(Splits(word, docCount));
        if (changes.Count == 0 && docCount == 0 && word.Term.Length >= LongWord) changes = Near(word, docCount, distance: 2, context);
        return changes;
    }

    /// <summary>Whether the likeliest of all changes, to a word of every document by the cheapest slip, would be looked at for a word of so many documents.</summary>
    private bool IsBeatable(long docCount, double context) =>
        Math.Log(snapshot.DocCount) - Math.Min(EditCost.Least - context, Blank) > Math.Log(docCount + (DocWorth * DocWorth));

    private List<Change> Near(TypedWord word, long docCount, int distance, double context) =>
    [
        .. _near.Of(word.Term, distance, WordsTried)
            .Where(near => near.Likelihood + context > Math.Log(docCount + (DocWorth * DocWorth)))
            .Select(near => new Change(word.Start, word.End, near.Term, near.DocCount, docCount, near.Cost) { IsQuoted = word.IsQuoted }),
    ];

    /// <summary>Two words run together: each must be known, and they must stand side by side somewhere.</summary>
    private IEnumerable<Change> Splits(TypedWord word, long docCount) =>
        Enumerable.Range(1, word.Term.Length - 1)
            .Where(at => !char.IsLowSurrogate(word.Term[at]))
            .Select(at => (First: word.Term[..at], Second: word.Term[at..]))
            .Select(parts => (Text: $"{parts.First} {parts.Second}", DocCount: Math.Min(_near.DocCount(parts.First), _near.DocCount(parts.Second))))
            .Where(parts => Math.Log(parts.DocCount) - Blank > Math.Log(docCount + (DocWorth * DocWorth)))
            .OrderByDescending(parts => parts.DocCount).ThenBy(parts => parts.Text, StringComparer.Ordinal).Take(SplitsTried)
            .Select(parts => new Change(word.Start, word.End, parts.Text, parts.DocCount, docCount, Blank) { IsQuoted = word.IsQuoted });

    /// <summary>Neighbours that are one word torn apart, where the archive knows it.</summary>
    private List<Change> Joins(string text, List<TypedWord> words, Dictionary<int, long> docCounts)
    {
        var joins = new List<Change>();
        foreach (var (first, second) in words.Zip(words.Skip(1)).Take(MostSuspects))
        {
            if (first.Group != second.Group || !text.AsSpan(first.End, second.Start - first.End).IsWhiteSpace()) continue;
            var joined = first.Term + second.Term;
            var rarer = Math.Min(docCounts[first.Start], docCounts[second.Start]);
            if (_near.DocCount(joined) is > 0 and var docs) joins.Add(new Change(first.Start, second.End, joined, docs, rarer, Blank) { IsQuoted = first.IsQuoted });
        }

        return joins;
    }

    /// <summary>A place of the query, [Start, End), and what may have been meant there.</summary>
    private sealed record Change(int Start, int End, string Text, long DocCount, long TypedDocCount, double Cost)
    {
        /// <summary>Whether it stands in a phrase; else it is quoted where it is counted, so that just these words count, two of them side by side.</summary>
        public bool IsQuoted { get; init; }
    }

    /// <summary>One choice for each suspect that was gone through; Likelihood is that without a look at the others.</summary>
    private sealed record Reading(Change[] Changes, double Likelihood)
    {
        public IEnumerable<Reading> With(double asTyped, List<Change> changes) =>
        [
            this with { Likelihood = Likelihood + asTyped },
            .. changes.Select(change => new Reading([.. Changes, change], Likelihood + Math.Log(change.DocCount) - change.Cost)),
        ];

        public string Write(string text, bool forCounting)
        {
            foreach (var change in Changes.OrderByDescending(change => change.Start))
            {
                var written = Capitals.Like(text.AsSpan(change.Start, change.End - change.Start), change.Text);
                text = string.Concat(text.AsSpan(0, change.Start), forCounting && !change.IsQuoted ? $"\"{written}\"" : written, text.AsSpan(change.End));
            }

            return text;
        }
    }
}
