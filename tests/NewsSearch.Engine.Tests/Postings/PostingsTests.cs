using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Tests.Postings;

public sealed class PostingsTests
{
    private static readonly PostingsShape[] Shapes = [new(0, false), new(1, false), new(1, true), new(2, false)];

    public static TheoryData<int, int, int> Lists
    {
        get
        {
            var lists = new TheoryData<int, int, int>();
            for (var shape = 0; shape < Shapes.Length; shape++)
            {
                foreach (var count in (int[])[1, 2, 15, 16, 17, 127, 128, 129, 255, 256, 257, 1000])
                {
                    foreach (var gap in (int[])[0, 3, 50_000]) lists.Add(shape, count, gap);
                }
            }

            lists.Add(2, 100_000, 3);
            return lists;
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_posting_comes_back(int shape, int count, int mostGap)
    {
        var sample = Sample(shape, count, mostGap);
        var cursor = sample.Open();

        Assert.Equal(-1, cursor.Doc);
        Assert.Equal(count, cursor.DocCount);
        foreach (var posting in sample.All)
        {
            Assert.Equal(posting.Doc, cursor.Next());
            AssertAt(posting, cursor);
        }

        Assert.Equal(PostingsFormat.NoMoreDocs, cursor.Next());
        Assert.Equal(PostingsFormat.NoMoreDocs, cursor.Next());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Occurrences_are_the_sum_of_all_frequencies(int shape, int count, int mostGap)
    {
        var sample = Sample(shape, count, mostGap);

        Assert.Equal(sample.All.Sum(posting => posting.Frequencies.Sum(frequency => (long)frequency)), sample.Open().CountOccurrences(default));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Seeking_lands_on_the_first_posting_not_before(int shape, int count, int mostGap)
    {
        var sample = Sample(shape, count, mostGap);
        var random = new Random(count);
        foreach (var step in (int[])[1, 2, 40, 500, 100_000])
        {
            var cursor = sample.Open();
            for (var i = 0; i < count;)
            {
                var least = i == 0 ? 0 : sample.All[i - 1].Doc + 1; // any target behind the posting before leads to this one
                var target = random.Next(Math.Max(least, cursor.Doc + 1), sample.All[i].Doc + 1);
                Assert.Equal(sample.All[i].Doc, cursor.Seek(target));
                if (random.Next(3) == 0) AssertAt(sample.All[i], cursor);
                if (random.Next(3) == 0 && i + 1 < count)
                {
                    Assert.Equal(sample.All[++i].Doc, cursor.Next());
                    AssertAt(sample.All[i], cursor);
                }

                i += random.Next(1, step + 1);
            }

            if (cursor.Doc != PostingsFormat.NoMoreDocs) Assert.Equal(PostingsFormat.NoMoreDocs, cursor.Seek(sample.All[^1].Doc + 1));
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Frequencies_of_chosen_documents_are_those_that_a_walk_reads(int shape, int count, int mostGap)
    {
        var sample = Sample(shape, count, mostGap);
        var frequencies = sample.All.ToDictionary(posting => posting.Doc, posting => posting.Frequencies);
        var (random, sums) = (new Random(count), new uint[PostingsFormat.BlockSize]);
        var (record, block) = (sample.Open().Record, new PostingsBlock(Shapes[shape].SourceCount));
        for (var number = 0; number < record.BlockCount; number++)
        {
            record.Decode(number, block);
            var first = number == 0 ? 0 : sample.All[(number * PostingsFormat.BlockSize) - 1].Doc + 1;
            foreach (var most in (int[])[1, 3, 12, 100])
            {
                int[] docs = [.. Enumerable.Range(0, most).Select(_ => random.Next(3) == 0 ? random.Next(first, block.LastDoc + 1) : (int)block.Docs[random.Next(block.Length)]).Distinct().Order()];
                for (var source = 0; source < Shapes[shape].SourceCount; source++)
                {
                    sums.AsSpan().Fill(7);
                    block.AddFrequencies(source, docs, sums);
                    Assert.Equal(docs.Select(doc => 7u + (uint)(frequencies.TryGetValue(doc, out var all) ? all[source] : 0)), sums.Take(docs.Length));
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 129)]
    [InlineData(2, 1000)]
    [InlineData(3, 1000)]
    public void The_bound_of_a_block_is_not_below_any_of_its_postings_in_each_source(int shape, int count)
    {
        var sample = Sample(shape, count, 3);
        var record = sample.Open().Record;
        for (var source = 0; source < Shapes[shape].SourceCount; source++)
        {
            var average = LengthCode.AverageOf(sample.LengthCodes[source]);
            for (var block = 0; block < record.BlockCount; block++)
            {
                var most = sample.All.Skip(block * PostingsFormat.BlockSize).Take(PostingsFormat.BlockSize).Max(Weight);

                Assert.InRange(record.BoundOf(block, source), most, most * (1 + (1 / 127f)));
            }

            float Weight(SamplePosting posting) =>
                posting.Frequencies[source] * (1f / (0.25f + (0.75f * LengthCode.LengthInTokens(sample.LengthCodes[source][posting.Doc]) / average)));
        }
    }

    [Fact]
    public void Documents_close_together_are_written_as_bitmaps()
    {
        var dense = new SamplePostings(new Random(1), new PostingsShape(0, false), 10 * PostingsFormat.BlockSize, 3);
        var sparse = new SamplePostings(new Random(1), new PostingsShape(0, false), 10 * PostingsFormat.BlockSize, 1000);

        Assert.True(dense.IsBitmap(3));
        Assert.False(sparse.IsBitmap(3));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_set_is_filled_from_any_posting_on(int shape, int count, int mostGap)
    {
        var sample = Sample(shape, count, mostGap);
        foreach (var from in (int[])[0, count / 3, count / 2, count - 1])
        {
            var cursor = sample.Open();
            var set = new DocSet(sample.All[^1].Doc + 1);
            if (from > 0) cursor.Seek(sample.All[from].Doc);

            cursor.Fill(set);

            Assert.Equal(sample.All.Skip(from).Select(posting => posting.Doc), Enumerable.Range(0, set.Length).Where(set.Contains));
        }
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0, 20)]
    [InlineData(1, 20)]
    [InlineData(3, 20)]
    [InlineData(1, 128)]
    [InlineData(2, 300)]
    [InlineData(3, 129)]
    public void A_changed_byte_is_refused_or_gives_other_postings_but_nothing_else(int shape, int count)
    {
        var sample = Sample(shape, count, 3);
        for (var at = 0; at < sample.Bytes.Length; at++)
        {
            foreach (var change in (byte[])[1, 0x80, 0xff])
            {
                sample.Bytes[at] ^= change;
                try
                {
                    var cursor = sample.Open();
                    while (cursor.Next() != PostingsFormat.NoMoreDocs)
                    {
                        if (Shapes[shape].HasPositions) cursor.Positions();
                    }
                }
                catch (IndexFormatException)
                {
                }

                sample.Bytes[at] ^= change;
            }
        }
    }

    private static SamplePostings Sample(int shape, int count, int mostGap) => new(new Random(count + mostGap), Shapes[shape], count, mostGap);

    private static void AssertAt(SamplePosting posting, PostingsCursor cursor)
    {
        Assert.Equal(posting.Doc, cursor.Doc);
        for (var source = 0; source < posting.Frequencies.Length; source++) Assert.Equal(posting.Frequencies[source], cursor.Frequency(source));
        if (posting.Positions.Length > 0) Assert.True(cursor.Positions().SequenceEqual(posting.Positions));
    }
}
