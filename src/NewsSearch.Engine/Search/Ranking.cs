using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Matching;

namespace NewsSearch.Engine.Search;

/// <summary>The ranking route on one segment: shows what can be among the best hits to <see cref="TopHits"/>, and little else.</summary>
internal static class Ranking
{
    // Looking a hit's number up costs about as much as so many steps along the order of all documents. Taste until measured.
    private const int StepsPerHit = 2;

    /// <summary>Documents ranked between two looks at the cancellation.</summary>
    private const int CheckEvery = 1 << 12;

    /// <summary>By score or by number, as the query asks.</summary>
    public static void Rank(SegmentView segment, SegmentMatches matches, IndexQuery query, TopHits top, CancellationToken cancellation)
    {
        if (query.Sort is { } sort) ByNumber(segment, matches, matches.Number(sort.Field).Order(sort.IsDescending), query.After, top, cancellation);
        else ByScore(segment, matches, top, cancellation);
    }

    /// <summary>By the hits or stretch by stretch: the threshold rises, and ever less may enter the best.</summary>
    private static void ByScore(SegmentView segment, SegmentMatches matches, TopHits top, CancellationToken cancellation)
    {
        if (matches.Open() is not { } cursor) return;
        if (matches.Restriction is { } hits && cursor.IsRankedByHits(hits.Count()))
        {
            using var next = HitSums.Rent();
            while (next.Next(hits))
            {
                cancellation.ThrowIfCancellationRequested();
                cursor.Rank(next, top, segment.FirstDoc);
            }

            return;
        }

        var end = segment.Reader.DocCount - 1;
        using var sums = DocSums.Rent();
        for (DocId doc = 0; doc <= end; doc = sums.Last + 1)
        {
            cancellation.ThrowIfCancellationRequested();
            if (matches.Restriction is { } allowed && (doc = allowed.NextFrom(doc)) > end) return;
            sums.Reset(doc);
            cursor.Rank(sums, matches.Restriction, top, segment.FirstDoc);
        }
    }

    /// <summary>Hits by their number: along the order of all documents while that is the shorter way, then hit by hit.</summary>
    /// <remarks>The walk ends at the first hit that cannot enter, since all behind it cannot either.</remarks>
    private static void ByNumber(SegmentView segment, SegmentMatches matches, NumberOrder order, ScoredDoc? after, TopHits top, CancellationToken cancellation)
    {
        var start = after is { } last ? order.RankBehind(last.Key, last.Doc - segment.FirstDoc) : 0;
        if (order.IsDocOrder)
        {
            ByDocument(segment, matches, order, start, top, cancellation);
            return;
        }

        var end = (int)Math.Min(order.Count, start + ((long)matches.Count * StepsPerHit));
        for (var rank = start; rank < end; rank++)
        {
            if (rank % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            var doc = order[rank];
            if (!matches.All.Contains(doc)) continue;
            if (!top.CanEnter(order.Key(doc))) return;
            top.Add(segment.FirstDoc + doc, order.Key(doc));
        }

        if (end < order.Count) SelectBehind(end - 1, segment, order, matches.All, top, cancellation);
    }

    /// <summary>The documents lie in their order: the first hits are read, and no others unless something else needed all of them.</summary>
    private static void ByDocument(SegmentView segment, SegmentMatches matches, NumberOrder order, DocId first, TopHits top, CancellationToken cancellation)
    {
        if (first >= order.Count || (matches.Restriction is { } hits ? new SetCursor(hits, 0) : matches.Open()) is not { } cursor) return;
        var shown = 0;
        for (var doc = cursor.Seek(first); doc != DocCursor.NoMoreDocs && top.CanEnter(order.Key(doc)); doc = cursor.Next())
        {
            if (++shown % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            top.Add(segment.FirstDoc + doc, order.Key(doc));
        }
    }

    /// <summary>Shows every hit that stands behind a rank.</summary>
    private static void SelectBehind(int rank, SegmentView segment, NumberOrder order, DocSet hits, TopHits top, CancellationToken cancellation)
    {
        var (lastDoc, lastKey) = rank < 0 ? (-1, double.PositiveInfinity) : (order[rank], order.Key(order[rank]));
        var shown = 0;
        for (var doc = hits.NextFrom(0); doc < hits.Length; doc = hits.NextFrom(doc + 1))
        {
            if (++shown % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            var key = order.Key(doc);
            if (key < lastKey || (key == lastKey && doc > lastDoc)) top.Add(segment.FirstDoc + doc, key);
        }
    }
}
