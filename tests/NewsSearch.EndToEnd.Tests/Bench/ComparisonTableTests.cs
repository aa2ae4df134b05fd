using NewsSearch.Bench.Comparing;

namespace NewsSearch.EndToEnd.Tests.Bench;

/// <summary>Rounds with known figures -> the rows of the table.</summary>
public sealed class ComparisonTableTests
{
    [Fact]
    public void A_row_shows_medians_and_the_median_of_the_ratios_within_the_rounds()
    {
        var rows = ComparisonTable.Of([Pair(Sample(1), Sample(4)), Pair(Sample(2), Sample(4)), Pair(Sample(3), Sample(9))]);

        Assert.Equal(new ComparisonRow("index, 1 thread, CPU s", 2, 4, 3), rows[0]);
    }

    [Fact]
    public void An_even_number_of_rounds_has_its_median_in_the_middle() => Assert.Equal(2.5, ComparisonTable.Median([4, 1, 3, 2]));

    [Fact]
    public void The_mean_of_the_types_is_geometric_and_leaves_out_titles_and_other_modes()
    {
        var ours = Sample(1) with { Queries = [Query("exact", "term", 10), Query("exact", "or3", 10), Query("top", "term", 10), Query("fetch", "and2", 1)] };
        var peer = Sample(1) with { Queries = [Query("exact", "term", 20), Query("exact", "or3", 80), Query("top", "term", 10), Query("fetch", "and2", 100)] };

        var rows = ComparisonTable.Of([Pair(ours, peer)]).ToDictionary(row => row.Measure, row => row.Ratio);

        Assert.Equal(2, rows["term, CPU µs"]);
        Assert.Equal(8, rows["or3, CPU µs"]);
        Assert.Equal(4, rows["geometric mean of the types"]!.Value, 9);
        Assert.Equal(100, rows["and2 + 10 stored titles, CPU µs"]);
    }

    [Fact]
    public void The_size_is_told_with_and_without_pairs()
    {
        var rows = ComparisonTable.Of([Pair(Sample(1) with { IndexBytes = 2_000_000, IndexPairBytes = 1_000_000 }, Sample(1) with { IndexBytes = 3_000_000, IndexPairBytes = 0 })]);

        Assert.Contains(new ComparisonRow("index size, MB", 2, 3, 1.5), rows);
        Assert.Contains(new ComparisonRow("the same without word pairs, MB", 1, 3, 3), rows);
    }

    [Fact]
    public void What_a_peer_does_not_measure_is_left_open()
    {
        var row = ComparisonTable.Of([Pair(Sample(1) with { Queries = [Query("exact", "prefix", 10)] }, Sample(1))]).Single(row => row.Measure == "prefix, CPU µs");

        Assert.Equal(new ComparisonRow("prefix, CPU µs", 10, null, null), row);
    }

    [Fact]
    public void Two_threads_are_compared_with_one()
    {
        var round = Sample(1) with { Queries = [Query("exact", "term", 1), Query("exact", "term", 1) with { Threads = 2, QueriesPerSecond = 190 }] };

        Assert.Equal(1.9, ComparisonTable.Of([Pair(round, round)]).Single(row => row.Measure == "throughput of 2 threads / 1").Ours);
    }

    [Fact]
    public void The_table_is_aligned_for_the_terminal() =>
        Assert.Equal("measure  newssearch      Lucene  Lucene / newssearch\nsize         12,345  56,789,012             4,600.12\nmean              -           -                    -\n", Unix(TableText.Plain(Rows, "Lucene")));

    [Fact]
    public void The_table_is_Markdown_for_a_page() =>
        Assert.Equal("| measure | newssearch | Lucene | Lucene / newssearch |\n| --- | ---: | ---: | ---: |\n| size | 12,345 | 56,789,012 | 4,600.12 |\n| mean | - | - | - |\n", Unix(TableText.Markdown(Rows, "Lucene")));

    private static IReadOnlyList<ComparisonRow> Rows => [new ComparisonRow("size", 12_345, 56_789_012, 4_600.123), new ComparisonRow("mean", null, null, null)];

    private static string Unix(string text) => text.ReplaceLineEndings("\n");

    private static PairedRound Pair(Round ours, Round peer) => new(ours, peer);

    private static QueryFigures Query(string mode, string type, double cpu) => new(mode, type, 1, 1000, 100, cpu);

    private static Round Sample(double indexCpu) => new()
    {
        IndexCpuSeconds = indexCpu,
        IndexWallSeconds = 1,
        IndexBytes = 1_000_000,
        IndexPairBytes = 250_000,
        IndexPeakBytes = 1_000_000,
        QueryPeakBytes = 1_000_000,
        QueryAnonymousBytes = 1_000_000,
        Queries = [],
    };
}
