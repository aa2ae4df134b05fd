using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Facets;
using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Search.Rescoring;
using NewsSearch.Engine.Search.Similar;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Stored;
using NewsSearch.Engine.Suggest;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine;

/// <summary>Search over one commit: an immutable, thread-safe snapshot. Dispose it to let its files go.</summary>
public sealed class Searcher : IDisposable
{
    // Hits are listed in runs of so many: the memory of a list, and how seldom all matches are ranked anew. Taste.
    private const int HitsPerRun = 1 << 16;

    private readonly SharedSnapshot _shared;
    private int _disposed;

    internal Searcher(SharedSnapshot shared)
    {
        shared.Acquire();
        _shared = shared;
    }

    /// <summary>Documents that can be found.</summary>
    public long DocCount => Snapshot.Segments.Sum(segment => (long)segment.LiveCount);

    /// <summary>Documents deleted and not yet merged away.</summary>
    public long DeletedCount => Snapshot.DocCount - DocCount;

    /// <summary>Number and time of the commit, and its generation.</summary>
    public CommitFacts Commit => new(Snapshot.Commit.Generation, Snapshot.Commit.Number, Snapshot.Commit.Written, Snapshot.Segments.Count, Snapshot.Commit.Segments.Sum(segment => segment.ByteLength));

    /// <summary>The commit as it is open.</summary>
    internal Snapshot Snapshot => _shared.Snapshot;

    internal ValueRegistry Values => _shared.Values;

    /// <summary>Counts, ranks and facets. Stops soon after cancellation with <see cref="OperationCanceledException"/>.</summary>
    public IndexAnswer Search(IndexQuery query, CancellationToken cancellation = default)
    {
        var compiler = new QueryCompiler(Snapshot, query.Binding, Values, cancellation);
        var clause = compiler.Compile(query.Root);
        var rescorer = compiler.Rescorer(query);
        var answer = Search(query, clause, rescorer, cancellation) with { Notes = compiler.Notes };
        return query is { WithExplanations: true, Sort: null } ? answer with { Explanations = Explain(answer, clause, rescorer, cancellation) } : answer;
    }

    /// <summary>All hits in the query's order, however many: a list of constant memory that costs its length. Offset and Count do not matter.</summary>
    public IEnumerable<ScoredDoc> List(IndexQuery query, CancellationToken cancellation = default) => List(query, HitsPerRun, cancellation);

    internal IEnumerable<ScoredDoc> List(IndexQuery query, int hitsPerRun, CancellationToken cancellation)
    {
        var compiler = new QueryCompiler(Snapshot, query.Binding, Values, cancellation);
        var clause = compiler.Compile(query.Root);
        var rescorer = compiler.Rescorer(query);
        var after = query.After;
        while (true)
        {
            var run = Search(query with { Facets = [], Offset = 0, Count = hitsPerRun, After = after }, clause, rescorer, cancellation).Hits;
            foreach (var hit in run) yield return hit;
            if (run.Count < hitsPerRun) yield break;
            after = run[^1];
        }
    }

    /// <summary>The documents that share most of what tells the given texts from others; the best first, fewer where little is shared.</summary>
    public IReadOnlyList<SimilarDocument> Similar(SimilarQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var similarity = new Similarity(Snapshot, query, cancellation);
        if (similarity.Clause is not { } clause) return [];
        var hits = Search(new IndexQuery(new AllNode(default), query.Binding) { Count = query.Count + 1 }, clause, cancellation).Hits;
        return [.. hits.Where(hit => hit.Doc != query.Without && hit.Key >= similarity.LeastScore).Take(query.Count).Select(similarity.Explain)];
    }

    /// <summary>The same for a clause that is compiled already, in place of the query's tree.</summary>
    internal IndexAnswer Search(IndexQuery query, Clause clause, CancellationToken cancellation)
    {
        KeywordSelection[] filters = [.. query.Filters.Select(filter => new KeywordSelection(Values, Snapshot, filter, cancellation))];
        FacetCounter[] facets = [.. query.Facets.Select(facet => new FacetCounter(facet, Snapshot, _shared.ValuesOf(facet.Field, cancellation)))];
        // Those that set aside a filter come first: they need the unfiltered matches, from which the hits then come at no cost.
        int[] order = [.. Enumerable.Range(0, facets.Length).OrderByDescending(i => query.Filters.Any(filter => filter.Field == query.Facets[i].Field))];
        var counts = new IReadOnlyList<FacetCount>[facets.Length];
        var matches = new SegmentMatches[Snapshot.Segments.Count];
        var segmentCounts = new int[matches.Length];
        // One after the other, segments share the best hits and so the threshold; side by side each has its own.
        var tops = new TopHits[query.Workers == 1 ? 1 : Math.Max(1, segmentCounts.Length)];
        for (var i = 0; i < tops.Length; i++) tops[i] = new TopHits((int)Math.Min((long)query.Offset + query.Count, Snapshot.DocCount), query.After);

        Workers.Run(query.Workers, segmentCounts.Length, Match, cancellation);
        Workers.Run(query.Workers, facets.Length, i => counts[i] = facets[i].Result(cancellation), cancellation);
        foreach (var part in matches) part.Dispose();
        foreach (var other in tops.AsSpan(1)) tops[0].AddAll(other);
        return new IndexAnswer(
            segmentCounts.Sum(count => (long)count),
            tops[0].Drain(query.Offset),
            query.Facets.Zip(counts).ToDictionary(pair => pair.First.Field, pair => pair.Second, StringComparer.Ordinal),
            []);

        void Match(int number)
        {
            var part = matches[number] = new SegmentMatches(Snapshot.Segments[number], Snapshot.Schema, clause, filters, cancellation);
            var top = tops[Math.Min(number, tops.Length - 1)];
            var isRanked = query.Offset + (long)query.Count == 0 || (query.Sort is null && part.TryCountAndRank(top)); // who only counts needs no order
            foreach (var i in order) facets[i].Add(number, part.Without(query.Facets[i].Field));
            segmentCounts[number] = part.Count;
            if (!isRanked) Ranking.Rank(Snapshot.Segments[number], part, query, top, cancellation);
        }
    }

    private IndexAnswer Search(IndexQuery query, Clause clause, Rescorer? rescorer, CancellationToken cancellation) => rescorer is null
        ? Search(query, clause, cancellation)
        : RescoredPages.Search(query, rescorer, Snapshot, part => Search(part, clause, cancellation), cancellation);

    private ScorePart[][] Explain(IndexAnswer answer, Clause clause, Rescorer? rescorer, CancellationToken cancellation)
    {
        var added = rescorer?.Scores(Snapshot, [.. answer.Hits.Take(answer.RescoredCount)], cancellation) ?? [];
        return [.. answer.Hits.Select((hit, i) => Parts(hit.Doc, i < added.Length ? added[i] : default).Where(part => part.Score != 0).ToArray())];

        IEnumerable<ScorePart> Parts(int doc, PlacesScore places) =>
        [
            .. clause.Explain(Snapshot.SegmentOf(doc).Reader, Snapshot.Schema, doc - Snapshot.SegmentOf(doc).FirstDoc),
            new ScorePart(ScorePartKind.Nearness, "", [], 0, places.Nearness),
            new ScorePart(ScorePartKind.Earliness, "", [], 0, places.Earliness),
            new ScorePart(ScorePartKind.Passage, "", [], 0, places.Passage),
        ];
    }

    /// <summary>Statistics of the snapshot under a binding, for those who compile clauses of their own.</summary>
    internal Statistics StatisticsFor(QueryBinding binding) => new(Snapshot, binding, CancellationToken.None);

    /// <summary>The number of the living document with this key; -1 where there is none.</summary>
    public int Find(string key)
    {
        foreach (var segment in Snapshot.Segments)
        {
            var doc = KeyLookup.Find(segment.Reader, Values.NumberOf(Snapshot.Schema.KeyField), KeywordBytes.Of(key), segment.Deleted);
            if (doc >= 0) return segment.FirstDoc + doc;
        }

        return -1;
    }

    /// <summary>A stored field of a document; empty where it has none.</summary>
    public byte[] Stored(int doc, string field)
    {
        var segment = Snapshot.SegmentOf(doc);
        var number = Snapshot.Schema.Stored.NumberOf(field);
        var record = Snapshot.Schema.Stored[number].IsHead ? segment.Reader.Stored.Head(doc - segment.FirstDoc) : segment.Reader.Stored.Body(doc - segment.FirstDoc);
        try
        {
            return StoredRecord.TryRead(record, number, out var value) ? value.ToArray() : [];
        }
        catch (EndOfStreamException)
        {
            throw new IndexFormatException(segment.Reader.Path, -1, $"the stored fields of document {doc - segment.FirstDoc} end too early");
        }
    }

    /// <summary>What is shown for a stored keyword value; null where it is hidden.</summary>
    public string? Shown(string field, string value) => Values.Map.Shown(field, value);

    /// <summary>The query as probably meant, where a word of it is not in the index or far rarer than one spelled nearly alike; else null.</summary>
    /// <param name="text">The query as typed.</param>
    /// <param name="root">Its tree.</param>
    /// <param name="binding">Where its words are looked up.</param>
    /// <param name="count">Hits of a query text with all its words.</param>
    /// <param name="needsAll">Whether the query given must have such hits; else any of its words will do, and only those in the index are offered.</param>
    /// <param name="cancellation">Stops it.</param>
    public string? DidYouMean(string text, QueryNode root, QueryBinding binding, Func<string, long> count, bool needsAll, CancellationToken cancellation = default) =>
        new DidYouMean(Snapshot, binding, count, needsAll, cancellation).Correct(text, root);

    /// <summary>The most frequent values of a field of which a word begins with what was typed, or words of which go on like it; with their documents.</summary>
    public IReadOnlyList<ValueCount> Complete(string field, string typed, int count, CancellationToken cancellation = default) =>
        _shared.CompletionsOf(field, cancellation).Of(typed, count);

    /// <summary>The names by which a query finds a shown keyword value: itself and those shown as it.</summary>
    public IEnumerable<string> NamesOf(string field, string shown) => Values.Of(field).NamesOf(shown);

    /// <summary>How many values of a field are in use in this snapshot.</summary>
    public long CountValues(string field)
    {
        var number = Values.NumberOf(field);
        return Snapshot.Segments.SelectMany(segment => Values.Of(field).Of(segment.Reader, number).Global).Where(ordinal => ordinal >= 0).Distinct().LongCount();
    }

    /// <summary>A blob that was committed with the index; null where there is none.</summary>
    public ReadOnlyMemory<byte>? Attachment(string name) => Snapshot.Commit.Attachments.TryGetValue(name, out var bytes) ? bytes : default(ReadOnlyMemory<byte>?);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) _shared.Release();
    }
}
