using System.CommandLine;
using System.CommandLine.Invocation;

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

        try
        {
            return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Report("Interrupted.", ExitCode.Interrupted);
        }
        catch (Exception trouble) when (trouble is BenchException or IOException or UnauthorizedAccessException)
        {
            return Report(trouble.Message, ExitCode.Trouble);
        }
    }

    private static RootCommand Build() => new("newssearch-bench: how fast the engine is, beside its peers and in its parts.")
    {
        CompareCommand.Create(),
        PeerCommand.Create(),
        KernelsCommand.Create(),
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
