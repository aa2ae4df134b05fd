using System.Diagnostics;
using NewsSearch.Engine;

namespace NewsSearch.Bench.Peer;

/// <summary>Documents of the peer protocol -> an index merged to one segment; prints how long it took.</summary>
internal static class PeerIndex
{
    public static void Build(string docs, string directory, int threads)
    {
        var clock = Stopwatch.StartNew();
        var count = 0;
        using var writer = SearchIndex.OpenWriter(directory, PeerSchema.Schema, new WriterOptions("newssearch-bench") { IsRebuild = true, Threads = threads });
        using var lines = new DocumentLines(docs);
        for (var reader = new DocumentReader(); lines.Next(out var line); count++) writer.Add(reader.Read(line));

        var added = clock.Elapsed;
        writer.Commit(); // a rebuild merges before it commits
        var seconds = clock.Elapsed.TotalSeconds;
        writer.Dispose();
        using var index = SearchIndex.Open(directory);
        using var searcher = index.OpenSearcher();
        var pairs = searcher.Snapshot.Segments.Sum(segment => segment.Reader.PairByteLength);
        FormattableString result = $"INDEX\tdocs={count}\tadd_s={added.TotalSeconds:f2}\tcommit_s={seconds:f2}\tmerged_s={seconds:f2}\tcpu_s={Environment.CpuUsage.TotalTime.TotalSeconds:f2}\tpair_bytes={pairs}";
        Console.WriteLine(FormattableString.Invariant(result));
    }
}
