using NewsSearch.Engine.Search;

namespace NewsSearch.Engine.Tests.Search;

public sealed class WorkersTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 5)]
    [InlineData(2, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 100)]
    public void Every_part_is_done_once(int workers, int partCount)
    {
        var done = new int[partCount];

        Workers.Run(workers, partCount, part => Interlocked.Increment(ref done[part]), CancellationToken.None);

        Assert.All(done, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_a_part_throws_arrives_as_it_is(int workers) =>
        Assert.Throws<InvalidDataException>(() => Workers.Run(workers, 20, part => throw new InvalidDataException(), CancellationToken.None));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_cancellation_inside_a_part_ends_all(int workers)
    {
        using var source = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => Workers.Run(workers, 20, Part, source.Token));

        void Part(int part)
        {
            if (part == 3) source.Cancel();
            source.Token.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public void A_query_has_at_least_one_worker() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Conformance.SampleSchema.All with { Workers = 0 });
}
