using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Matching;

namespace NewsSearch.Engine.Search.Rescoring;

/// <summary>Pages of a list whose first hits (<see cref="RescoringWeights.Window"/>) are rescored, while those behind keep their order.</summary>
/// <remarks>Scores only grow, so the list is in the order of its scores as a whole.</remarks>
internal static class RescoredPages
{
    /// <param name="query">The page that is asked for.</param>
    /// <param name="rescorer">For its first hits.</param>
    /// <param name="snapshot">What is searched.</param>
    /// <param name="search">Gives pages of the list as it is without rescoring.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IndexAnswer Search(IndexQuery query, Rescorer rescorer, Snapshot snapshot, Func<IndexQuery, IndexAnswer> search, CancellationToken cancellation)
    {
        var offset = (long)query.Offset;
        if (query.Count == 0) return search(query);
        if (query.After is { } after)
        {
            var first = Rescored(search(query with { After = null, Facets = [], Offset = 0, Count = RescoringWeights.Window }).Hits, rescorer, snapshot, cancellation);
            var at = Array.FindIndex(first, hit => hit.Doc == after.Doc);
            if (at < 0) return search(query);
            offset += at + 1;
        }

        if (offset >= RescoringWeights.Window) return search(query with { After = null, Offset = (int)Math.Min(offset, int.MaxValue) });
        var answer = search(query with { After = null, Offset = 0, Count = (int)Math.Min(Math.Max(RescoringWeights.Window, offset + query.Count), int.MaxValue) });
        ScoredDoc[] hits = [.. Rescored([.. answer.Hits.Take(RescoringWeights.Window)], rescorer, snapshot, cancellation).Concat(answer.Hits.Skip(RescoringWeights.Window)).Skip((int)offset).Take(query.Count)];
        return answer with { Hits = hits, RescoredCount = Math.Min(hits.Length, RescoringWeights.Window - (int)offset) };
    }

    private static ScoredDoc[] Rescored(IReadOnlyList<ScoredDoc> hits, Rescorer rescorer, Snapshot snapshot, CancellationToken cancellation)
    {
        var added = rescorer.Scores(snapshot, hits, cancellation);
        return [.. hits.Select((hit, i) => hit with { Key = hit.Key + added[i].Sum }).OrderByDescending(hit => hit.Key).ThenBy(hit => hit.Doc)];
    }
}
