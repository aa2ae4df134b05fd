using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Tests.Bits.Sets;

public sealed class CountTableTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(1000, true)]
    [InlineData(1000, false)]
    public void Ordinals_that_count_enough_are_found_and_a_table_comes_clean(int length, bool isSparse)
    {
        var random = new Random(length);
        for (var round = 0; round < 10; round++)
        {
            using var table = CountTable.Rent(length, isSparse);
            var expected = new int[length];
            for (var i = 0; i < length / 2 * round; i++)
            {
                var ordinal = random.Next(length);
                expected[ordinal]++;
                if (isSparse) table.Add(ordinal);
                else table.Counts[ordinal]++;
            }

            if (expected[0] > 0)
            {
                table.Remove(0);
                expected[0]--;
            }

            foreach (var least in new[] { 1, 2, 5 })
            {
                var found = new List<int>();
                for (int at = 0, ordinal; (ordinal = table.Next(ref at, least)) >= 0;) found.Add(ordinal);
                Assert.Equal(Enumerable.Range(0, length).Where(ordinal => expected[ordinal] >= least), found.Order());
            }

            Assert.Equal(expected, Enumerable.Range(0, length).Select(ordinal => table[ordinal]));
            Assert.Equal(0, table[length]);
        }
    }

    [Fact]
    public void All_counts_of_a_segment_are_added_under_the_ordinals_of_the_whole()
    {
        int[] counts = [.. Enumerable.Range(0, 100)];
        using var table = CountTable.Rent(100, isSparse: false);

        table.AddAll(counts, counts, isIdentity: true);
        table.AddAll(counts, [.. counts.Select(ordinal => ordinal % 2 == 0 ? -1 : 99 - ordinal)], isIdentity: false);

        Assert.Equal(counts.Select(ordinal => ordinal + (ordinal % 2 == 0 ? 99 - ordinal : 0)), table.Counts.ToArray());
    }
}
