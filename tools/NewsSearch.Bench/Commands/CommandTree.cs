using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;

namespace NewsSearch.Bench.Commands;

/// <summary>Arguments -> the command that they name -> its exit code; and every failure -> one sentence on the error stream.</summary>
internal static class CommandTree
{
    public static async Task<int> RunAsync(string[] args)
    {
        var parse = Build().Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parse.Action is ParseErrorAction)
        {
            var errors = parse.Errors.Select(error => error.Message).Distinct();
            return Report(string.Join('\n', errors) + $"\n'newssearch-bench {Path(parse)}--help' explains the usage.", ExitCode.WrongUsage);
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            // Without a timeout the parser leaves the signals to us.
            return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Report("Interrupted.", ExitCode.Interrupted);
        }
        catch (Exception trouble) when (trouble is BenchException or IOException or UnauthorizedAccessException)
        {
            return Report(trouble.Message, ExitCode.Trouble);
        }

        // Comparing, relevance, extraction, ingestion and memory have something to clear away; any other command ends at once.
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = parse.CommandResult.Command.Name is CompareCommand.Name or RelevanceCommand.Name or ExtractCommand.Name or IngestCommand.Name or MemoryCommand.Name && !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }

    private static RootCommand Build() => new("newssearch-bench: how fast the engine is, beside its peers and in its parts, and how well it finds the right article.")
    {
        CompareCommand.Create(),
        PeerCommand.Create(),
        OpenCommand.Create(),
        KernelsCommand.Create(),
        HostileCommand.Create(),
        WalkCommand.Create(),
        LanguageCommand.Create(),
        RelevanceCommand.Create(),
        ExtractCommand.Create(),
        QuotesCommand.Create(),
        IngestCommand.Create(),
        MemoryCommand.Create(),
    };

    private static string Path(ParseResult parse)
    {
        var names = new List<string>();
        for (var at = parse.CommandResult; at.Command is not RootCommand; at = (System.CommandLine.Parsing.CommandResult)at.Parent!) names.Insert(0, at.Command.Name);
        return string.Concat(names.Select(name => name + " "));
    }

    private static int Report(string message, int exitCode)
    {
        Console.Error.WriteLine(message);
        return exitCode;
    }
}
