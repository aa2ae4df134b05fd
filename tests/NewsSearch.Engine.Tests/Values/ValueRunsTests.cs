using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Tests.Bits;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Tests.Values;

public sealed class ValueRunsTests
{
    private const int DocCount = 1000;
    private const int ValueCount = 60;

    [Fact]
    public void Counting_runs_is_counting_the_column()
    {
        var random = new Random(5);
        var column = Column(doc => [doc / 20, 50 + (doc / 100), 49 - (doc / 21)]);
        var runs = ValueRuns.Of(column, DocCount, [.. Enumerable.Repeat(true, ValueCount)]);
        foreach (var oneIn in new[] { 1, 2, 50, DocCount })
        {
            var docs = new DocSet(DocCount);
            for (var doc = 0; doc < DocCount; doc++)
            {
                if (random.Next(oneIn) == 0) docs.Add(doc);
            }

            var (byRun, byCell) = (new int[ValueCount + 1], new int[ValueCount + 1]);
            runs.AddTo(byRun, docs);
            column.Count(docs, byCell);
            Assert.Equal(byCell[1..], byRun[1..]);
        }
    }

    [Fact]
    public void Only_wanted_values_have_runs_and_those_without_order_have_none_to_speak_of()
    {
        var column = Column(doc => [doc / 500, 2 + (doc * 7919 % 58)]);

        Assert.Null(ValueRuns.Of(column, DocCount, [.. Enumerable.Repeat(true, ValueCount)]).Count);
        Assert.Equal(2, ValueRuns.Of(column, DocCount, [.. Enumerable.Range(0, ValueCount).Select(ordinal => ordinal < 2)]).Count);
    }

    private static OrdinalColumn Column(Func<int, List<int>> ordinals)
    {
        var table = new OrdinalTable();
        for (var doc = 0; doc < DocCount; doc++) table.Add(ordinals(doc));
        var sink = new MemorySink();
        ColumnWriter.WriteOrdinals(sink, table, ValueCount);
        return new OrdinalColumn(MemoryRegion.Of(sink), DocCount, ValueCount);
    }
}
