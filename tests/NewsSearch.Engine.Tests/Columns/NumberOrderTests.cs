using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Tests.Bits;

namespace NewsSearch.Engine.Tests.Columns;

public sealed class NumberOrderTests
{
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(3, 300, 2)]
    [InlineData(4, 5000, 40)]
    [InlineData(5, 5000, 1_000_000_000)]
    [InlineData(6, 2000, long.MaxValue)]
    public void Documents_come_by_number_then_by_document_and_those_without_one_last(int seed, int count, long spread)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, count).Select(_ => random.Next(5) == 0 ? default(long?) : (random.NextInt64(spread) - (spread / 2)) * (random.Next(2) + 1)).ToArray();
        var column = Column(values);

        foreach (var isDescending in (bool[])[true, false])
        {
            var order = column.Order(isDescending);
            var expected = Enumerable.Range(0, count).OrderByDescending(doc => values[doc] is { } value ? isDescending ? value : -(double)value : double.NegativeInfinity).ToList();

            Assert.Equal(expected, Enumerable.Range(0, order.Count).Select(rank => order[rank]));
        }
    }

    [Fact]
    public void Documents_that_lie_in_this_order_need_no_list()
    {
        var column = Column([9, 9, 4, 0, -3, null, null]);

        Assert.True(column.Order(isDescending: true).IsDocOrder);
        Assert.False(column.Order(isDescending: false).IsDocOrder);
        Assert.Equal([4, 3, 2, 0, 1, 5, 6], Enumerable.Range(0, 7).Select(rank => column.Order(isDescending: false)[rank]));
    }

    [Fact]
    public void A_rank_is_found_behind_any_key_and_document()
    {
        var random = new Random(7);
        var order = Column([.. Enumerable.Range(0, 200).Select(_ => random.Next(4) == 0 ? default(long?) : random.Next(20))]).Order(isDescending: true);
        for (var i = 0; i < 500; i++)
        {
            var (key, doc) = (random.Next(6) == 0 ? double.NegativeInfinity : random.Next(-1, 21), random.Next(-1, 201));

            Assert.Equal(Enumerable.Range(0, 200).Count(rank => order.Key(order[rank]) > key || (order.Key(order[rank]) == key && order[rank] <= doc)), order.RankBehind(key, doc));
        }
    }

    private static NumberColumn Column(long?[] values)
    {
        var sink = new MemorySink();
        ColumnWriter.WriteNumbers(sink, values);
        return new NumberColumn(MemoryRegion.Of(sink), values.Length);
    }
}
