using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Tests.Bits;

public sealed class CellCountsTests
{
    private const int DocCount = 1000;
    private const int ValueCount = 200;

    private readonly Random _random = new(11);
    private readonly DocSet _docs = new(DocCount);

    public CellCountsTests()
    {
        for (var doc = 0; doc < DocCount; doc++)
        {
            if (_random.Next(3) > 0) _docs.Add(doc);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void One_cell_a_document_is_counted_as_by_asking_each(int width)
    {
        int[] values = [.. Enumerable.Range(0, DocCount).Select(_ => _random.Next(ValueCount))];
        var counts = new int[ValueCount];

        CellCounts.Add(Cells(values, width), width, _docs, counts);

        for (var value = 0; value < ValueCount; value++) Assert.Equal(values.Where((v, doc) => v == value && _docs.Contains(doc)).Count(), counts[value]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Several_cells_a_document_are_counted_as_by_asking_each(int width)
    {
        int[][] values = [.. Enumerable.Range(0, DocCount).Select(_ => Enumerable.Range(0, _random.Next(4)).Select(_ => _random.Next(ValueCount)).ToArray())];
        List<int> starts = [0];
        foreach (var cells in values) starts.Add(starts[^1] + cells.Length);
        var counts = new int[ValueCount];

        var without = CellCounts.Add(Cells([.. starts], 4), Cells([.. values.SelectMany(cells => cells)], width), width, _docs, counts);

        Assert.Equal(values.Where((cells, doc) => cells.Length == 0 && _docs.Contains(doc)).Count(), without);
        for (var value = 0; value < ValueCount; value++) Assert.Equal(values.Where((_, doc) => _docs.Contains(doc)).Sum(cells => cells.Count(v => v == value)), counts[value]);
    }

    [Fact]
    public void A_cell_beyond_the_counts_is_refused() =>
        Assert.Throws<IndexOutOfRangeException>(() => CellCounts.Add(Cells(new int[DocCount], 1), 1, DocSet.All(DocCount), []));

    private static byte[] Cells(int[] values, int width) => [.. values.SelectMany(value => BitConverter.GetBytes(value)[..width])];
}
