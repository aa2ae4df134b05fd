using System.Diagnostics;
using System.Globalization;

namespace NewsSearch.Bench.Comparing;

/// <summary>A program that speaks the peer protocol -> the figures of one round of its work, in a folder of its own.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Command">The program and what stands before <c>index</c> or <c>query</c>.</param>
/// <param name="Directory">Where its index goes; made anew for each index.</param>
internal sealed record Contestant(string Name, IReadOnlyList<string> Command, string Directory)
{
    /// <summary>The file of its answers.</summary>
    public string Answers => Directory + ".counts.tsv";

    /// <summary>This program as a process of its own.</summary>
    public static Contestant Ours(string directory)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet"; // which runs the assembly that is named next
        return new Contestant("newssearch", isHost ? [program, typeof(Contestant).Assembly.Location, "peer"] : [program, "peer"], directory);
    }

    public static Contestant Peer(string name, string command, string directory) =>
        CommandWords.Split(command) is { Count: > 0 } words ? new Contestant(name, words, directory) : throw new BenchException("--peer names no program.");

    /// <summary>An index from all documents by so many threads, which replaces the one before.</summary>
    public async Task<(IndexFigures Figures, MeasuredRun Run)> IndexAsync(string docs, int threads, CancellationToken stopped)
    {
        if (System.IO.Directory.Exists(Directory)) System.IO.Directory.Delete(Directory, recursive: true);
        System.IO.Directory.CreateDirectory(Directory);
        var run = await MeasuredRun.OfAsync(Name, Start("index", docs, Directory, threads.ToString(CultureInfo.InvariantCulture)), stopped).ConfigureAwait(false);
        return (PeerOutput.Index(Name, run.Output), run);
    }

    public async Task<(IReadOnlyList<QueryFigures> Figures, MeasuredRun Run)> QueryAsync(string queries, double seconds, double warmUp, CancellationToken stopped)
    {
        File.Delete(Answers); // what a run before left is no answer of this one
        var start = Start("query", Directory, queries, Directory, seconds.ToString(CultureInfo.InvariantCulture));
        start.Environment["WARM"] = warmUp.ToString(CultureInfo.InvariantCulture);
        var run = await MeasuredRun.OfAsync(Name, start, stopped).ConfigureAwait(false);
        if (!File.Exists(Answers)) throw new BenchException($"{Name} wrote no answers to {Answers}.");
        return (PeerOutput.Queries(Name, run.Output), run);
    }

    public long IndexBytes() => new DirectoryInfo(Directory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private ProcessStartInfo Start(params string[] arguments) => new(Command[0], [.. Command.Skip(1), .. arguments]);
}
