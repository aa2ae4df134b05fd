namespace NewsSearch.Ingest.Tests;

public sealed class OrderedWorkTests
{
    private const int Seed = 51;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Results_come_in_order_whatever_takes_longer(int ahead)
    {
        var random = new Random(Seed);
        int[] turns = [.. Enumerable.Range(0, 200).Select(_ => random.Next(2000))];

        var results = OrderedWork.Map(Enumerable.Range(0, turns.Length), i =>
        {
            Thread.SpinWait(turns[i]);
            return i;
        }, ahead);

        Assert.Equal(Enumerable.Range(0, turns.Length), results);
    }

    [Fact]
    public void No_more_is_begun_than_may_run_ahead()
    {
        var (read, given) = (0, 0);
        foreach (var _ in OrderedWork.Map(Counted(), i => i, 3))
        {
            given++;
            Assert.InRange(read - given, 0, 3);
        }

        Assert.Equal(50, given);

        IEnumerable<int> Counted()
        {
            for (; read < 50; read++) yield return read;
        }
    }

    [Fact]
    public void What_fails_comes_out_in_its_place_when_all_work_has_ended()
    {
        var running = 0;
        var results = new List<int>();

        var failure = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var result in OrderedWork.Map(Enumerable.Range(0, 20), Work, 4)) results.Add(result);
        });

        Assert.Equal("seven", failure.Message);
        Assert.Equal(Enumerable.Range(0, 7), results);
        Assert.Equal(0, Volatile.Read(ref running));

        int Work(int i)
        {
            Interlocked.Increment(ref running);
            Thread.SpinWait(5000);
            Interlocked.Decrement(ref running);
            return i == 7 ? throw new InvalidOperationException("seven") : i;
        }
    }

    [Fact]
    public void Batches_end_where_they_are_long_or_heavy_enough() =>
        Assert.Equal([[1, 1, 1], [9], [1, 8], [2]], OrderedWork.Batches([1, 1, 1, 9, 1, 8, 2], 3, 9, i => i));
}
