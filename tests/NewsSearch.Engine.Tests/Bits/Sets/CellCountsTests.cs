using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Tests.Bits.Sets;

public sealed class CellCountsTests
{
    private const int ValueCount = 250;

    public static TheoryData<int, int, double> Columns
    {
        get
        {
            var columns = new TheoryData<int, int, double>();
            foreach (var width in new[] { 1, 2, 4 })
            {
                foreach (var docCount in new[] { 1, 64, 1000, 5000 })
                {
                    foreach (var density in new[] { 0, 0.01, 0.5, 1 }) columns.Add(width, docCount, density);
                }
            }

            return columns;
        }
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void One_cell_a_document_is_counted_as_by_the_plain_twin(int width, int docCount, double density)
    {
        var random = new Random(docCount);
        var cells = Cells([.. Enumerable.Range(0, docCount).Select(_ => random.Next(ValueCount))], width);

        Check([], cells, width, Some(docCount, density, random), ordinalOfNone: 1);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Several_cells_a_document_are_counted_as_by_the_plain_twin(int width, int docCount, double density)
    {
        var random = new Random(docCount);
        var starts = new List<int> { 0 };
        var values = new List<int>();
        for (var doc = 0; doc < docCount; doc++)
        {
            var count = random.Next(200) switch { 0 => 3000, 1 => 100, _ => random.Next(5) }; // longer than a buffer, than a copy, and usual
            values.AddRange(Enumerable.Range(0, count).Select(_ => random.Next(ValueCount)));
            starts.Add(values.Count);
        }

        Check(Cells([.. starts], 4), Cells([.. values], width), width, Some(docCount, density, random), ordinalOfNone: 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_cell_beyond_the_counts_and_a_start_beyond_the_cells_are_refused(int width)
    {
        var cells = Cells([1, 2, 7], width);
        var docs = DocSet.All(3);

        Assert.Throws<ArgumentOutOfRangeException>(() => CellCounts.Add(new CellSpans([], cells, width), docs, new int[7]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellCounts.Add(new CellSpans([], cells, width), DocSet.All(4), new int[8]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellCounts.Add(new CellSpans(Cells([0, 1, 2], 4), cells, width), docs, new int[8]));
        foreach (int[] starts in (int[][])[[0, 1, 2, 4], [0, 2, 1, 3], [-1, 1, 2, 3]])
            Assert.Throws<ArgumentOutOfRangeException>(() => CellCounts.Add(new CellSpans(Cells(starts, 4), cells, width), docs, new int[8]));
        using var table = CountTable.Rent(8, isSparse: true);
        Assert.Throws<ArgumentOutOfRangeException>(() => CellCounts.Add(new CellSpans([], cells, width), 0, docs, new int[7], table));
    }

    private static void Check(byte[] starts, byte[] cells, int width, DocSet docs, int ordinalOfNone)
    {
        var expected = new int[ValueCount];
        CellCounts.AddPlain(new CellSpans(starts, cells, width), docs, expected);
        var counts = new int[ValueCount];
        CellCounts.Add(new CellSpans(starts, cells, width), docs, counts);

        Assert.Equal(expected, counts);

        // Every third value is hidden, the others are counted from behind.
        int[] ordinals = [.. Enumerable.Range(0, ValueCount - ordinalOfNone).Select(value => value % 3 == 0 ? -1 : ValueCount - 1 - value)];
        using var table = CountTable.Rent(ValueCount, isSparse: true);
        CellCounts.Add(new CellSpans(starts, cells, width), ordinalOfNone, docs, ordinals, table);

        var mapped = new int[ValueCount];
        for (var i = 0; i < ordinals.Length; i++)
        {
            if (ordinals[i] >= 0) mapped[ordinals[i]] = expected[i + ordinalOfNone];
        }

        Assert.Equal(mapped, Enumerable.Range(0, ValueCount).Select(ordinal => table[ordinal]));
    }

    private static DocSet Some(int docCount, double density, Random random)
    {
        var docs = new DocSet(docCount);
        for (var doc = 0; doc < docCount; doc++)
        {
            if (random.NextDouble() < density) docs.Add(doc);
        }

        return docs;
    }

    private static byte[] Cells(int[] values, int width) => [.. values.SelectMany(value => BitConverter.GetBytes(value)[..width])];
}
