using System.Diagnostics;
using System.Globalization;
using NewsSearch.Engine;
using NewsSearch.Engine.Search;

namespace NewsSearch.Bench.Peer;

/// <summary>Runs a query file as the peer protocol asks: answers into a file, the best time of each query into another, times by mode, type and number of threads to the output.</summary>
internal static class PeerQueries
{
    private const int SpinSteps = 200_000;

    /// <summary>Part of the time of a type for the loop that shows what two threads can do at most.</summary>
    private const double SpinShare = 0.3;

    public static void Run(string directory, string queries, string output, double seconds)
    {
        using var index = SearchIndex.Open(directory);
        using var searcher = index.OpenSearcher();
        List<PeerQuery> all = [.. File.ReadLines(queries).Where(line => line.Length > 0).Select(line => new PeerQuery(searcher, line))];
        File.WriteAllLines(output + ".counts.tsv", all.Select(Answer));
        Warm(all);
        using var times = new StreamWriter(output + ".times.tsv");
        foreach (var group in all.GroupBy(query => query.Type))
        {
            // One thread, then two, then what two can do at this moment where nothing is shared: other programs use the machine, too.
            PeerQuery[] some = [.. group];
            foreach (var threads in (ReadOnlySpan<int>)[1, 2]) Tell(times, threads, some, Measure("exact", group.Key, some.Length, threads, seconds, i => some[i].Run()));
            foreach (var threads in (ReadOnlySpan<int>)[1, 2]) Measure("spin", group.Key, some.Length, threads, SpinShare * seconds, Spin);
        }

        PeerQuery[] fetched = [.. all.Where(query => query.Type == "and2")];
        if (fetched.Length > 0) Measure("fetch", "and2", fetched.Length, 1, seconds, i => fetched[i].RunAndFetch());
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

    /// <summary>The best time of each query.</summary>
    private static void Tell(TextWriter times, int threads, PeerQuery[] queries, double[] best)
    {
        foreach (var (query, microseconds) in queries.Zip(best)) times.WriteLine(FormattableString.Invariant($"{threads}\t{microseconds:f1}\t{query.Line}"));
    }

    private static double[] Measure(string mode, string type, int queryCount, int threads, double seconds, Action<int> run)
    {
        Pass(queryCount, threads, 0.4 * seconds, run);
        var pass = Pass(queryCount, threads, seconds, run);
        var times = pass.Times.Order().ToArray();
        FormattableString line = $"Q\t{mode}\t{type}\t{threads}\t{times.Length}\t{times[times.Length / 2]:f1}\t{times[(int)Math.Min(times.Length - 1, times.Length * 0.99)]:f1}\t{times.Average():f1}\t{times.Length / pass.ElapsedSeconds:f1}\t{pass.CpuSeconds * 1e6 / times.Length:f1}\t{pass.Best.Average():f1}";
        Console.WriteLine(FormattableString.Invariant(line));
        return pass.Best;
    }

    /// <summary>Some hundred microseconds of arithmetic that touches no memory.</summary>
    private static void Spin(int seed)
    {
        var state = (ulong)seed;
        for (var i = 0; i < SpinSteps; i++) state = (state * 6364136223846793005) + 1442695040888963407;
        if (state == 0) Console.WriteLine(); // so that it is not optimised away
    }

    /// <summary>Each thread goes round the queries, from its own place, at least twice. Times in microseconds.</summary>
    private static PassResult Pass(int queryCount, int threads, double seconds, Action<int> run)
    {
        var times = new List<double>[threads];
        var best = Enumerable.Repeat(double.MaxValue, queryCount).ToArray();
        using var start = new Barrier(threads + 1);
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(thread => new Thread(() => Work(thread)))];
        foreach (var worker in workers) worker.Start();
        start.SignalAndWait();
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        foreach (var worker in workers) worker.Join();
        return new PassResult([.. times.SelectMany(time => time)], best, clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);

        void Work(int thread)
        {
            var mine = times[thread] = [];
            start.SignalAndWait();
            var running = Stopwatch.StartNew();
            for (var round = 0; round < 2 || running.Elapsed.TotalSeconds < seconds; round++)
            {
                for (var i = 0; i < queryCount; i++)
                {
                    var at = (i + (thread * queryCount / 2)) % queryCount;
                    var began = Stopwatch.GetTimestamp();
                    run(at);
                    var took = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
                    mine.Add(took);
                    best[at] = Math.Min(best[at], took);
                }
            }
        }
    }

    private sealed record PassResult(List<double> Times, double[] Best, double ElapsedSeconds, double CpuSeconds);
}
