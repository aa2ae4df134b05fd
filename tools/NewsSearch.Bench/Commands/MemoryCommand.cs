using System.CommandLine;
using NewsSearch.Bench.Comparing;
using NewsSearch.Bench.Ingesting;

namespace NewsSearch.Bench.Commands;

/// <summary><c>newssearch-bench memory</c>: how much memory a rebuild takes for a large file.</summary>
internal static class MemoryCommand
{
    public const string Name = "memory";

    private const int MostMegabytes = 600;

    public static Command Create()
    {
        var megabytes = new Option<int[]>("--megabytes") { Description = "Length of the files, in millions of bytes; may repeat.", DefaultValueFactory = _ => [2000] };
        var program = new Option<string>("--newssearch") { Description = "The program, with what stands before 'rebuild'.", HelpName = "COMMAND", DefaultValueFactory = _ => "newssearch" };
        var options = new Option<string>("--options") { Description = "What else the rebuild is told, such as '--memory 256'.", DefaultValueFactory = _ => "" };
        var folder = new Option<string?>("--dir") { Description = "An existing folder for file and index, which take five times the length; else a temporary one." };
        var only = new Option<string?>("--only") { Description = "The one file to make, and no rebuild; *.warc is a WARC file, else JSON Lines.", HelpName = "FILE" };
        var command = new Command(Name, $"Makes a JSON Lines file and a WARC file of articles that nobody wrote, and prints the peak of resident memory of 'newssearch rebuild' for each. Exit code 4 where one takes {MostMegabytes} million bytes or more.")
        { megabytes, program, options, folder, only };
        command.SetAction(async (parse, stopped) =>
        {
            var lengths = parse.GetValue(megabytes)!.Select(length => length * 1_000_000L).ToList();
            if (parse.GetValue(only) is { } file)
            {
                MemoryMeasure.Write(file, file.EndsWith(".warc", StringComparison.Ordinal), lengths[0], stopped);
                return ExitCode.Done;
            }
            if (CommandWords.Split(parse.GetValue(program)!) is not { Count: > 0 } words) throw new BenchException("--newssearch names no program.");
            var temporary = Directory.CreateTempSubdirectory("newssearch-memory-").FullName;
            try
            {
                return await MeasureAsync(new MemoryMeasure(words, parse.GetValue(folder) ?? temporary, CommandWords.Split(parse.GetValue(options)!)), lengths, stopped).ConfigureAwait(false);
            }
            finally
            {
                Directory.Delete(temporary, recursive: true);
            }
        });
        return command;
    }

    private static async Task<int> MeasureAsync(MemoryMeasure measure, List<long> lengths, CancellationToken stopped)
    {
        Console.WriteLine($"{"source",-12}{"MB",8}{"index MB",10}{"peak MB",10}{"anonymous",11}{"CPU s",10}");
        var isWithin = true;
        foreach (var isWarc in (bool[])[false, true])
        {
            foreach (var length in lengths)
            {
                var figures = await measure.OfAsync(isWarc, length, stopped).ConfigureAwait(false);
                FormattableString line = $"{(isWarc ? "WARC" : "JSON Lines"),-12}{figures.FileBytes / 1e6,8:f0}{figures.IndexBytes / 1e6,10:f0}{figures.Run.PeakBytes / 1e6,10:f0}{figures.Run.PeakAnonymousBytes / 1e6,11:f0}{figures.Run.CpuSeconds,10:f0}";
                Console.WriteLine(FormattableString.Invariant(line));
                isWithin &= figures.Run.PeakBytes < MostMegabytes * 1_000_000L;
            }
        }

        return isWithin ? ExitCode.Done : ExitCode.WrongAnswers;
    }
}
