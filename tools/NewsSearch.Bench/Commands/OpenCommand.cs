using System.CommandLine;
using System.Diagnostics;
using NewsSearch.Engine;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench open</c>: how long it takes until an index can be searched, and how much memory that needs.</summary>
internal static class OpenCommand
{
    private const int Times = 21;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of an index." };
        var command = new Command("open", $"Opens an index {Times} times and prints the time of the first, compilation of the program included, the median of the others, and the bytes that each of these allocates.") { directory };
        command.SetAction(parse =>
        {
            Measure(parse.GetRequiredValue(directory));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Measure(string directory)
    {
        var times = new double[Times];
        long docs = 0, allocated = 0;
        for (var i = 0; i < Times; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            using var index = SearchIndex.Open(directory);
            using var searcher = index.OpenSearcher();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            docs = searcher.DocCount;
        }

        var others = times[1..].Order().ToArray();
        FormattableString line = $"OPEN\tdocs={docs}\tfirst_ms={times[0]:f2}\tmedian_ms={others[others.Length / 2]:f2}\tallocated_bytes={allocated}";
        Console.WriteLine(FormattableString.Invariant(line));
    }
}
