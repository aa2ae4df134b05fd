using NewsSearch.Engine.Indexing.Merging;

namespace NewsSearch.Engine.Tests.Indexing.Merging;

public sealed class MergePolicyTests
{
    private const long NoLimit = long.MaxValue;

    [Fact]
    public void Seven_small_segments_stay_eight_are_merged()
    {
        Assert.Null(MergePolicy.Choose(Small(7), NoLimit, intoFew: false));
        Assert.Equal((0, 8), MergePolicy.Choose(Small(8), NoLimit, intoFew: false));
    }

    [Fact]
    public void A_large_segment_is_not_rewritten_for_small_ones_beside_it()
    {
        SegmentSize[] segments = [new(1_000_000, 0, 1 << 30), .. Small(8)];

        Assert.Equal((1, 8), MergePolicy.Choose(segments, NoLimit, intoFew: false));
    }

    [Fact]
    public void Only_neighbours_are_merged()
    {
        SegmentSize[] segments = [.. Small(7), new(1_000_000, 0, 1 << 30), .. Small(7)];

        Assert.Null(MergePolicy.Choose(segments, NoLimit, intoFew: false));
    }

    [Fact]
    public void No_merge_makes_a_segment_above_the_largest_size()
    {
        Assert.Null(MergePolicy.Choose(Small(20), 7 * 1000, intoFew: false));
        Assert.Equal((0, 9), MergePolicy.Choose(Small(20), 9 * 1000, intoFew: false));
        Assert.Equal((0, 3), MergePolicy.Choose(Small(20), 3 * 1000, intoFew: true));
        Assert.Null(MergePolicy.Choose(Small(20), 500, intoFew: true));
    }

    [Fact]
    public void Into_few_merges_all_and_drops_every_deleted_document()
    {
        Assert.Equal((0, 2), MergePolicy.Choose(Small(2), NoLimit, intoFew: true));
        Assert.Equal((0, 1), MergePolicy.Choose([new(10, 1, 1000)], NoLimit, intoFew: true));
        Assert.Null(MergePolicy.Choose(Small(1), NoLimit, intoFew: true));
        Assert.Null(MergePolicy.Choose([], NoLimit, intoFew: true));
    }

    [Fact]
    public void A_segment_of_which_more_than_half_is_deleted_is_rewritten()
    {
        Assert.Null(MergePolicy.Choose([new(10, 5, 1000)], NoLimit, intoFew: false));
        Assert.Equal((1, 1), MergePolicy.Choose([new(10, 5, 1000), new(10, 6, 1000)], NoLimit, intoFew: false));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Merging_comes_to_an_end_with_few_segments_and_bounded_rewriting(bool intoFew)
    {
        var segments = new List<SegmentSize>();
        long added = 0, rewritten = 0;
        for (var i = 0; i < 2000; i++)
        {
            segments.Add(new SegmentSize(10, i % 3, 3000));
            added += 3000;
            if (intoFew && i % 500 != 0) continue;
            while (MergePolicy.Choose(segments, NoLimit, intoFew) is { } run)
            {
                var merged = segments.GetRange(run.First, run.Count);
                segments.RemoveRange(run.First, run.Count);
                segments.Insert(run.First, new SegmentSize(merged.Sum(segment => segment.DocCount - segment.DeletedCount), 0, merged.Sum(segment => segment.ByteLength)));
                rewritten += merged.Sum(segment => segment.ByteLength);
            }
        }

        if (!intoFew) Assert.InRange(segments.Count, 1, 7 * 6);
        Assert.InRange(rewritten, added / 2, added * 6);
    }

    private static SegmentSize[] Small(int count) => [.. Enumerable.Repeat(new SegmentSize(10, 0, 1000), count)];
}
