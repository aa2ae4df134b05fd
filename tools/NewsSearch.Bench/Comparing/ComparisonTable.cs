namespace NewsSearch.Bench.Comparing;

/// <summary>One measure: the medians of both engines and of their ratio (peer / ours: above 1 we need less). Null: not measured.</summary>
internal sealed record ComparisonRow(string Measure, double? Ours, double? Peer, double? Ratio);

/// <summary>Rounds -> rows.</summary>
/// <remarks>The ratio is the median of the ratios within a round, because neighbours in time see the same machine; with few rounds it
/// may differ a little from the ratio of the medians.</remarks>
internal static class ComparisonTable
{
    private const string Exact = "exact";
    private const string Spin = "spin";
    private const double Megabyte = 1e6;

    public static IReadOnlyList<ComparisonRow> Of(IReadOnlyList<PairedRound> rounds)
    {
        string[] types = [.. rounds[0].Ours.Queries.Where(figures => figures.Mode == Exact).Select(figures => figures.Type).Distinct()];
        List<ComparisonRow> byType = [.. types.Select(type => Row($"{type}, CPU µs", rounds, round => round.Find(Exact, type, 1)?.CpuMicroseconds))];
        return
        [
            Row("index, 1 thread, CPU s", rounds, round => round.IndexCpuSeconds),
            Row("index, 2 threads, wall s", rounds, round => round.IndexWallSeconds),
            Row("index size, MB", rounds, round => round.IndexBytes / Megabyte),
            Row("the same without word pairs, MB", rounds, round => (round.IndexBytes - round.IndexPairBytes) / Megabyte),
            Row("peak memory building, MB", rounds, round => round.IndexPeakBytes / Megabyte),
            Row("peak memory querying, MB", rounds, round => round.QueryPeakBytes / Megabyte),
            Row("anonymous memory querying, MB", rounds, round => round.QueryAnonymousBytes / Megabyte),
            .. byType,
            new ComparisonRow("geometric mean of the types", null, null, GeometricMean([.. byType.Select(row => row.Ratio).OfType<double>()])),
            Row("and2 + 10 stored titles, CPU µs", rounds, round => round.Find("fetch", "and2", 1)?.CpuMicroseconds),
            new ComparisonRow("throughput of 2 threads / 1", Gain(Exact, rounds.Select(round => round.Ours), types), Gain(Exact, rounds.Select(round => round.Peer), types), null),
            new ComparisonRow("the same of a loop beside it", Gain(Spin, rounds.Select(round => round.Ours), types), null, null),
            Row("phrase2, p99 ms", rounds, round => round.Find(Exact, "phrase2", 1)?.P99Microseconds / 1000),
        ];
    }

    internal static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static ComparisonRow Row(string measure, IReadOnlyList<PairedRound> rounds, Func<Round, double?> value) =>
        new(measure, MedianOf(rounds.Select(round => value(round.Ours))), MedianOf(rounds.Select(round => value(round.Peer))), MedianOf(rounds.Select(round => Ratio(value(round.Peer), value(round.Ours)))));

    /// <summary>How many times as many queries two threads answer as one does, over all types.</summary>
    private static double? Gain(string mode, IEnumerable<Round> rounds, string[] types) =>
        MedianOf(rounds.Select(round => GeometricMean([.. types.Select(type => Ratio(round.Find(mode, type, 2)?.QueriesPerSecond, round.Find(mode, type, 1)?.QueriesPerSecond)).OfType<double>()])));

    /// <summary>Of what was measured in every round; nothing where a round lacks it.</summary>
    private static double? MedianOf(IEnumerable<double?> values) => values.ToList() is var all && all.Contains(null) ? null : Median([.. all.OfType<double>()]);

    private static double? Ratio(double? part, double? whole) => whole > 0 ? part / whole : null;

    private static double? GeometricMean(double[] ratios) => ratios.Length == 0 ? null : Math.Exp(ratios.Average(Math.Log));
}
