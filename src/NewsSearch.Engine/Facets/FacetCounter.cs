using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Facets;

/// <summary>Sets of hits, by segment -> hits by value of one field. Each document counts once for each value that is shown.</summary>
internal sealed class FacetCounter(FacetRequest request, Snapshot snapshot, FieldValues values)
{
    // A table that remembers whom it met costs many times as much for each cell, and nothing for each value.
    private const int ValuesPerCell = 16;

    // A run costs as much as a cell, and a look at the words of a set as much as so many documents each.
    private const int DocsPerCell = 256;

    private readonly DocSet[] _hits = new DocSet[snapshot.Segments.Count];
    private readonly int[] _hitCounts = new int[snapshot.Segments.Count];

    /// <summary>Takes the hits of one segment; they must not change any more.</summary>
    public void Add(int segment, DocSet hits) => (_hits[segment], _hitCounts[segment]) = (hits, hits.Count());

    /// <summary>The values to list. Requires: the hits of all segments.</summary>
    public IReadOnlyList<FacetCount> Result(CancellationToken cancellation)
    {
        if (BestOfFrequent(cancellation) is { } frequent) return frequent.Listed(CountWithout(), CountOf);
        using var counts = Count(cancellation);
        var best = new BestValues(request, values.Global);
        for (int at = 0, ordinal; (ordinal = counts.Next(ref at, best.Least)) >= 0;) best.Offer(ordinal, counts[ordinal]);
        return best.Listed(CountWithout(), value => values.Global.Find(value) is >= 0 and var ordinal ? counts[ordinal] : 0);
    }

    /// <summary>The best values, counted one by one from the most frequent down; null where it takes all values to know them, or would cost more.</summary>
    private BestValues? BestOfFrequent(CancellationToken cancellation)
    {
        if (request.Order != FacetOrder.Count || request.Where is not null) return null;
        var frequent = values.Frequent;
        var best = new BestValues(request, values.Global);
        if (!frequent.MayHoldBest(request.Size, _hitCounts.Sum())) return null;
        for (var i = 0; i < frequent.Ordinals.Count && best.Least <= frequent.DocCounts[i]; i++)
        {
            // The tenth best hardly changes once the ten most frequent have been counted, and as many again.
            if (i >= 2 * request.Size && best.Least <= frequent.MostOfOthers) return null;
            if ((i & 0xF) == 0) cancellation.ThrowIfCancellationRequested();
            if (frequent.Count(i, _hits) is > 0 and var count) best.Offer(frequent.Ordinals[i], count);
        }

        return best.Least > frequent.MostOfOthers ? best : null;
    }

    private long CountOf(string value)
    {
        if (values.Global.Find(value) is not (>= 0 and var ordinal)) return 0;
        return Enumerable.Range(0, _hits.Length).Sum(segment => (long)values.DocsWith(segment, ordinal).CountBoth(_hits[segment]));
    }

    private CountTable Count(CancellationToken cancellation)
    {
        var isSparse = Enumerable.Range(0, _hits.Length).Sum(CellsIn) * ValuesPerCell < values.Count;
        var counts = CountTable.Rent(values.Count, isSparse);
        for (var i = 0; i < _hits.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var map = values.Segments[i];
            if (isSparse) Column(i).Count(_hits[i], map.Global, counts);
            else AddAll(i, map, counts);
            if (map.IsInjective) continue;
            foreach (var (doc, ordinal) in Exceptions(i).Surplus)
            {
                if (_hits[i].Contains(doc)) counts.Remove(ordinal);
            }
        }

        return counts;
    }

    /// <summary>Counts by the segment's own ordinals, in the cheapest way, and adds them up by value behind.</summary>
    private void AddAll(int segment, SegmentValues map, CountTable counts)
    {
        var (hits, column) = (_hits[segment], Column(segment));
        var without = hits.Length - _hitCounts[segment];
        if (without == 0)
        {
            counts.AddAll(map.DocCounts, map.Global, map.IsIdentity); // everything: as stored
            return;
        }

        using var local = CountTable.Rent(map.Global.Length + 1, isSparse: false);
        if (Runs(segment) is { Count: { } runCount } runs && runCount < CellsIn(segment) + (hits.Length / DocsPerCell))
        {
            runs.AddTo(local.Counts, hits);
        }
        else if (without < hits.Length / 2)
        {
            var others = hits.Copy();
            others.Invert();
            column.Count(others, local.Counts);
            for (var i = 0; i < map.DocCounts.Length; i++) local.Counts[i + 1] = map.DocCounts[i] - local.Counts[i + 1];
        }
        else
        {
            column.Count(hits, local.Counts);
        }

        counts.AddAll(local.Counts[1..], map.Global, map.IsIdentity);
    }

    /// <summary>The runs of the values that may be listed; null where others are to be counted as well.</summary>
    private ValueRuns? Runs(int segment) => request.Where is { } where && request.Always.Any(value => value is not null && !where(value))
        ? null
        : values.Segments[segment].RunsOf(Column(segment), _hits[segment].Length, values.Global, request.Where);

    /// <summary>About how many values the hits of a segment have.</summary>
    private double CellsIn(int segment) => (double)_hitCounts[segment] * Column(segment).ValueCount / _hits[segment].Length;

    private long CountWithout()
    {
        var count = 0L;
        for (var i = 0; i < _hits.Length; i++) count += Exceptions(i).Without?.CountBoth(_hits[i]) ?? 0;
        return count;
    }

    private Columns.OrdinalColumn Column(int segment) => snapshot.Segments[segment].Reader.Columns[values.Keyword]!;

    private Exceptions Exceptions(int segment) => values.Segments[segment].ExceptionsIn(Column(segment), _hits[segment].Length);
}
