using System.Numerics;

namespace NewsSearch.Engine.Indexing.Merging;

/// <summary>What a merge weighs of a segment.</summary>
internal sealed record SegmentSize(int DocCount, int DeletedCount, long ByteLength);

/// <summary>Segment sizes -> the run of neighbours to merge next. Only neighbours, so that documents keep their order.</summary>
internal static class MergePolicy
{
    /// <summary>Neighbours of one tier that are merged together. Taste: as Lucene's tiers; each byte is rewritten about log8 n times.</summary>
    public const int MergeFactor = 8;

    /// <summary>The run of segments to merge (first and count), or null when all is well.</summary>
    /// <param name="segments">In order.</param>
    /// <param name="maxBytes">Largest segment to make.</param>
    /// <param name="intoFew">Whether to merge all that fit together, and to drop every deleted document.</param>
    public static (int First, int Count)? Choose(IReadOnlyList<SegmentSize> segments, long maxBytes, bool intoFew)
    {
        if (intoFew) return Run(segments, maxBytes, 0, MaxTier, 2) ?? Deleted(segments, 0);
        for (var tier = 0; tier <= MaxTier; tier++)
        {
            if (Run(segments, maxBytes, tier, tier, MergeFactor) is { } run) return run;
        }

        return Deleted(segments, 0.5);
    }

    /// <summary>The first neighbours of which enough lie between two tiers and that fit into the largest size together. Smaller ones among
    /// them go along; a larger one is not rewritten for their sake.</summary>
    private static (int, int)? Run(IReadOnlyList<SegmentSize> segments, long maxBytes, int lowestTier, int highestTier, int least)
    {
        for (var first = 0; first < segments.Count; first++)
        {
            int count = 0, counted = 0;
            for (var bytes = 0L; first + count < segments.Count && Tier(segments[first + count]) <= highestTier; count++)
            {
                bytes += segments[first + count].ByteLength;
                if (bytes > maxBytes) break;
                if (Tier(segments[first + count]) >= lowestTier) counted++;
            }

            if (counted >= least) return (first, count);
        }

        return null;
    }

    private static (int, int)? Deleted(IReadOnlyList<SegmentSize> segments, double moreThan)
    {
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].DeletedCount > moreThan * segments[i].DocCount) return (i, 1);
        }

        return null;
    }

    private const int MaxTier = 20;

    /// <summary>Each tier is eight times as large as the one below; tier 0 ends at 8 KiB.</summary>
    private static int Tier(SegmentSize segment) => Math.Clamp((BitOperations.Log2((ulong)segment.ByteLength | 1) - 10) / 3, 0, MaxTier);
}
