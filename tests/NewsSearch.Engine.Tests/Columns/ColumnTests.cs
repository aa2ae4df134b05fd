using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Tests.Bits;

namespace NewsSearch.Engine.Tests.Columns;

public sealed class ColumnTests
{
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 255, 300)]
    [InlineData(1, 256, 300)]
    [InlineData(1, 70_000, 1000)]
    [InlineData(3, 1, 10)]
    [InlineData(3, 255, 300)]
    [InlineData(5, 70_000, 1000)]
    public void Ordinals_come_back_sorted_and_once(int mostValues, int valueCount, int docCount)
    {
        var random = new Random(valueCount);
        var expected = Enumerable.Range(0, docCount).Select(_ => Enumerable.Range(0, random.Next(mostValues + 1)).Select(_ => random.Next(4) == 0 ? valueCount - 1 : random.Next(valueCount)).ToList()).ToList();
        var table = new OrdinalTable();
        foreach (var ordinals in expected) table.Add([.. ordinals]);
        var sink = new MemorySink();

        ColumnWriter.WriteOrdinals(sink, table, valueCount);
        var column = new OrdinalColumn(MemoryRegion.Of(sink), docCount, valueCount);

        var found = new List<int> { 99 };
        for (var doc = 0; doc < docCount; doc++)
        {
            column.Read(doc, found);
            Assert.Equal(expected[doc].Distinct().Order(), found);
        }

        Assert.Equal(table.IsSingle, column.IsSingle);
        Assert.Equal(docCount, table.DocCount);
    }

    public static TheoryData<long, long> Ranges => new()
    {
        { 0, 0 }, { 0, 253 }, { 0, 254 }, { 0, 255 }, { -5, 65_000 }, { 1_700_000_000, 1_800_000_000 }, { 0, uint.MaxValue - 1L }, { 0, uint.MaxValue },
        { long.MinValue, long.MinValue + 10 }, { long.MaxValue - 300, long.MaxValue }, { -(1L << 62), 1L << 62 }, { long.MinValue, long.MaxValue - 1 },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Numbers_of_any_range_come_back_and_a_missing_one_is_none(long least, long most)
    {
        long?[] expected = [null, least, most, null, most, least];
        var column = Numbers(expected);

        for (var doc = 0; doc < expected.Length; doc++)
        {
            Assert.Equal(expected[doc] is not null, column.TryRead(doc, out var value));
            if (expected[doc] is { } number) Assert.Equal(number, value);
        }
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Documents_of_a_range_of_numbers_are_those_whose_number_lies_in_it(long least, long most)
    {
        var between = (long)(((Int128)least + most) / 2);
        long?[] numbers = [null, least, most, between, null, most, least, between];
        var column = Numbers(numbers);
        long[] bounds = [long.MinValue, least, least + 1, between - 1, between, between + 1, most - 1, most, long.MaxValue];
        foreach (var from in bounds)
        {
            foreach (var to in bounds)
            {
                var docs = new DocSet(numbers.Length);
                column.AddInRange(from, to, docs);
                for (var doc = 0; doc < numbers.Length; doc++) Assert.Equal((from, to, doc, numbers[doc] >= from && numbers[doc] <= to), (from, to, doc, docs.Contains(doc)));
            }
        }
    }

    [Fact]
    public void A_column_without_any_number_has_none()
    {
        Assert.False(Numbers(null, null).TryRead(1, out _));
        Assert.Throws<IndexFormatException>(() => Numbers(null, null).TryRead(2, out _));
    }

    [Fact]
    public void Cells_of_a_width_that_does_not_exist_or_of_too_few_documents_are_refused()
    {
        var sink = new MemorySink();
        var table = new OrdinalTable();
        table.Add([0]);
        ColumnWriter.WriteOrdinals(sink, table, 1);
        var bytes = MemoryRegion.Of(sink).Span(0, (int)sink.Position).ToArray();

        Assert.Throws<IndexFormatException>(() => new OrdinalColumn(MemoryRegion.Of(bytes), 2, 1));
        bytes[1] = 3;
        Assert.Throws<IndexFormatException>(() => new OrdinalColumn(MemoryRegion.Of(bytes), 1, 1));
    }

    [Fact]
    public void An_ordinal_of_no_value_is_refused()
    {
        var sink = new MemorySink();
        var table = new OrdinalTable();
        table.Add([4]);
        ColumnWriter.WriteOrdinals(sink, table, 5);

        Assert.Throws<IndexFormatException>(() => new OrdinalColumn(MemoryRegion.Of(sink), 1, 4).Read(0, []));
    }

    private static NumberColumn Numbers(params long?[] values)
    {
        var sink = new MemorySink();
        ColumnWriter.WriteNumbers(sink, values);
        return new NumberColumn(MemoryRegion.Of(sink), values.Length);
    }
}
