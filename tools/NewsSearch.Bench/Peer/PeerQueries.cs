using System.Diagnostics;
using System.Globalization;
using NewsSearch.Engine;
using NewsSearch.Engine.Search;

namespace NewsSearch.Bench.Peer;

/// <summary>Runs a query file as the peer protocol asks: answers into a file, the best time of each query into another, times by mode, type and number of threads to the output.</summary>
internal static class PeerQueries
{
    public static void Run(string directory, string queries, string output, double seconds)
    {
        using var index = SearchIndex.Open(directory);
        using var searcher = index.OpenSearcher();
        List<PeerQuery> all = [.. File.ReadLines(queries).Where(line => line.Length > 0).Select(line => new PeerQuery(searcher, line))];
        File.WriteAllLines(output + ".counts.tsv", all.Select(Answer));
        Warm(all);
        using var times = new StreamWriter(output + ".times.tsv");
        foreach (var threads in (ReadOnlySpan<int>)[1, 2])
        {
            foreach (var group in all.GroupBy(query => query.Type)) Measure(times, "exact", group.Key, [.. group], threads, seconds, query => query.Run());
            if (threads == 1) Measure(times, "fetch", "and2", [.. all.Where(query => query.Type == "and2")], threads, seconds, query => query.RunAndFetch());
        }
    }

    /// <summary>query, total, ten hits, and the facets of facet queries.</summary>
    private static string Answer(PeerQuery query)
    {
        var answer = query.Run();
        var hits = answer.Hits.Select(hit => string.Create(CultureInfo.InvariantCulture, $"{hit.Doc}:{hit.Key:f4}"));
        List<string> fields = [query.Line.Replace('\t', '\u0001'), answer.Total.ToString(CultureInfo.InvariantCulture), string.Join(',', hits)];
        if (query.Type == "facet")
        {
            fields.AddRange(Values(answer, "outlet"), Values(answer, "people"));
            fields.Add(string.Join('|', answer.Facets["month"].Select(Value).Order(StringComparer.Ordinal)));
        }

        return string.Join('\t', fields);
    }

    private static string Values(IndexAnswer answer, string facet) => string.Join('|', answer.Facets[facet].Where(value => value.Value is not null).Select(Value));

    private static string Value(FacetCount value) => $"{value.Value}={value.Count}";

    private static void Warm(List<PeerQuery> queries)
    {
        var seconds = double.Parse(Environment.GetEnvironmentVariable("WARM") ?? "25", CultureInfo.InvariantCulture);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < seconds;)
        {
            foreach (var query in queries) query.Run();
        }
    }

    private static void Measure(TextWriter each, string mode, string type, PeerQuery[] queries, int threads, double seconds, Action<PeerQuery> run)
    {
        Pass(queries, threads, 0.4 * seconds, run);
        var pass = Pass(queries, threads, seconds, run);
        var times = pass.Times.Order().ToArray();
        FormattableString line = $"Q\t{mode}\t{type}\t{threads}\t{times.Length}\t{times[times.Length / 2]:f1}\t{times[(int)Math.Min(times.Length - 1, times.Length * 0.99)]:f1}\t{times.Average():f1}\t{times.Length / pass.ElapsedSeconds:f1}\t{pass.CpuSeconds * 1e6 / times.Length:f1}\t{pass.Best.Average():f1}";
        Console.WriteLine(FormattableString.Invariant(line));
        foreach (var (query, best) in queries.Zip(pass.Best)) each.WriteLine(FormattableString.Invariant($"{mode}\t{threads}\t{best:f1}\t{query.Line}"));
    }

    /// <summary>Each thread goes round the queries, from its own place, at least twice. Times in microseconds.</summary>
    private static PassResult Pass(PeerQuery[] queries, int threads, double seconds, Action<PeerQuery> run)
    {
        var times = new List<double>[threads];
        var best = Enumerable.Repeat(double.MaxValue, queries.Length).ToArray();
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            var mine = times[thread] = [];
            for (var round = 0; round < 2 || clock.Elapsed.TotalSeconds < seconds; round++)
            {
                for (var i = 0; i < queries.Length; i++)
                {
                    var at = (i + (thread * queries.Length / 2)) % queries.Length;
                    var start = Stopwatch.GetTimestamp();
                    run(queries[at]);
                    var took = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                    mine.Add(took);
                    best[at] = Math.Min(best[at], took);
                }
            }
        });
        return new PassResult([.. times.SelectMany(time => time)], best, clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    private sealed record PassResult(List<double> Times, double[] Best, double ElapsedSeconds, double CpuSeconds);
}
