using System.Globalization;

namespace NewsSearch.Bench.Comparing;

/// <summary>What an index run printed: documents, the seconds until all stood in one segment, and what word pairs take of it.</summary>
internal sealed record IndexFigures(long Docs, double MergedSeconds, long PairBytes);

/// <summary>What a query run printed for one mode, type and number of threads.</summary>
internal sealed record QueryFigures(string Mode, string Type, int Threads, double P99Microseconds, double QueriesPerSecond, double CpuMicroseconds);

/// <summary>Output of the peer protocol -> figures; lines of another kind are passed over, broken ones refused.</summary>
internal static class PeerOutput
{
    private const int QueryFields = 11;

    public static IndexFigures Index(string engine, IReadOnlyList<string> output)
    {
        var line = output.FirstOrDefault(line => line.StartsWith("INDEX\t", StringComparison.Ordinal)) ?? throw Silent(engine, "INDEX", output);
        return Value(line, "docs") is { } docs && Value(line, "merged_s") is { } merged ? new IndexFigures((long)docs, merged, (long)(Value(line, "pair_bytes") ?? 0)) : throw Broken(engine, line);
    }

    public static IReadOnlyList<QueryFigures> Queries(string engine, IReadOnlyList<string> output)
    {
        List<QueryFigures> figures = [.. output.Where(line => line.StartsWith("Q\t", StringComparison.Ordinal)).Select(line => Query(line) ?? throw Broken(engine, line))];
        return figures.Count > 0 ? figures : throw Silent(engine, "Q", output);
    }

    private static QueryFigures? Query(string line) =>
        line.Split('\t') is [_, var mode, var type, var threads, _, _, var p99, _, var perSecond, var cpu, ..] fields && fields.Length >= QueryFields
        && Number(threads) is { } threadCount && Number(p99) is { } p99Value && Number(perSecond) is { } rate && Number(cpu) is { } cpuValue
            ? new QueryFigures(mode, type, (int)threadCount, p99Value, rate, cpuValue)
            : null;

    private static double? Value(string line, string name) =>
        line.Split('\t').FirstOrDefault(field => field.StartsWith(name + "=", StringComparison.Ordinal)) is { } field ? Number(field[(name.Length + 1)..]) : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static BenchException Silent(string engine, string kind, IReadOnlyList<string> output) =>
        new($"{engine} printed no line '{kind}<TAB>…', which the peer protocol asks for. It printed {(output.Count == 0 ? "nothing." : "first: " + Text.Cut(output[0]))}");

    private static BenchException Broken(string engine, string line) => new($"{engine} printed a line that the peer protocol does not know: {Text.Cut(line)}");
}
