using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Facets;

/// <summary>Sets of hits, by segment -> hits by value of one field. Each document counts once for each value that is shown.</summary>
internal sealed class FacetCounter(FacetRequest request, Snapshot snapshot, FieldValues values)
{
    // A table that remembers whom it met costs a few times as much for each cell, and nothing for each value.
    private const int ValuesPerCell = 4;

    private readonly DocSet[] _hits = new DocSet[snapshot.Segments.Count];

    /// <summary>Takes the hits of one segment; they must not change any more.</summary>
    public void Add(int segment, DocSet hits) => _hits[segment] = hits;

    /// <summary>The values to list. Requires: the hits of all segments.</summary>
    public IReadOnlyList<FacetCount> Result(CancellationToken cancellation)
    {
        using var counts = Count(cancellation);
        var best = new BestValues(request, values.Global);
        for (int at = 0, ordinal; (ordinal = counts.Next(ref at, best.Least)) >= 0;) best.Offer(ordinal, counts[ordinal]);
        return best.Listed(CountWithout(), value => values.Global.Find(value) is >= 0 and var ordinal ? counts[ordinal] : 0);
    }

    private CountTable Count(CancellationToken cancellation)
    {
        var cells = 0d;
        for (var i = 0; i < _hits.Length; i++) cells += (double)_hits[i].Count() * Column(i).ValueCount / snapshot.Segments[i].Reader.DocCount;
        var isSparse = cells * ValuesPerCell < values.Count;
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

    /// <summary>Counts by the segment's own ordinals and adds them up by value behind.</summary>
    private void AddAll(int segment, SegmentValues map, CountTable counts)
    {
        using var local = CountTable.Rent(map.Global.Length + 1, isSparse: false);
        Column(segment).Count(_hits[segment], local.Counts);
        counts.AddAll(local.Counts[1..], map.Global, map.IsIdentity);
    }

    private long CountWithout()
    {
        var count = 0L;
        for (var i = 0; i < _hits.Length; i++) count += Exceptions(i).Without?.CountBoth(_hits[i]) ?? 0;
        return count;
    }

    private Columns.OrdinalColumn Column(int segment) => snapshot.Segments[segment].Reader.Columns[values.Keyword]!;

    private Exceptions Exceptions(int segment) => values.Segments[segment].ExceptionsIn(Column(segment), _hits[segment].Length);
}
