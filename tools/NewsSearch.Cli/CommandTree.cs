using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using NewsSearch.Archive;
using NewsSearch.Cli.Commands;
using NewsSearch.Cli.Commands.Entities;
using NewsSearch.Cli.Output;

namespace NewsSearch.Cli;

/// <summary>Arguments -> the command that they name -> its exit code; and every failure -> one sentence on the error stream.</summary>
internal static class CommandTree
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal, Interruption interruption)
    {
        var interrupted = interruption.Token;
        // A query may begin with '-' or '@': nothing is unbundled, no response files.
        var parse = Build(terminal, interruption).Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (UsageErrors(parse, args) is { Count: > 0 } errors) return terminal.ReportUsage(errors, Path(parse.CommandResult));
        try
        {
            var exitCode = await parse.InvokeAsync(Invocation(terminal), interrupted).ConfigureAwait(false);
            terminal.Out.Flush();
            return exitCode;
        }
        catch (BrokenPipeException)
        {
            return ExitCode.Done; // whoever read the output has read enough
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return terminal.Report("Interrupted.", ExitCode.Interrupted);
        }
        catch (UsageException wrong)
        {
            return terminal.ReportUsage([wrong.Message], Path(parse.CommandResult));
        }
        catch (ArchiveException unusable)
        {
            return terminal.Report(unusable.Message, ExitCode.IndexUnusable);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return terminal.Report(trouble.Message, ExitCode.FileTrouble);
        }
        catch (Exception bug)
        {
            return terminal.Report($"This should not have happened. Please report it with these lines:\n{bug}", ExitCode.Bug);
        }
    }

    private static RootCommand Build(Terminal terminal, Interruption interruption)
    {
        var root = new RootCommand("newssearch: a search engine for news archives.")
        {
            ServeCommand.Create(terminal, interruption),
            RebuildCommand.Create(terminal),
            AddCommand.Create(terminal),
            DeleteCommand.Create(terminal),
            CorrectCommand.Create(terminal),
            OutletsCommand.Create(terminal),
            EntityCommand.Create(terminal),
            SearchCommand.Create(terminal),
            ShowCommand.Create(terminal),
            ExportCommand.Create(terminal),
            RulesCommand.Create(terminal),
            StatsCommand.Create(terminal),
            VerifyCommand.Create(terminal),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private static InvocationConfiguration Invocation(Terminal terminal) => new()
    {
        Output = terminal.Out,
        Error = terminal.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null, // Interruption listens to the signals
    };

    private static List<string> UsageErrors(ParseResult parse, string[] args) =>
        parse.Action is HelpWithExamples ? []
        : parse.CommandResult.Command is RootCommand && parse.Action is ParseErrorAction ? [parse.UnmatchedTokens is [var word, ..] ? $"There is no command '{word}'." : "A command is missing."]
        : parse.Action is ParseErrorAction ? [.. parse.UnmatchedTokens.Take(1).Select(word => TooMuch(parse.CommandResult.Command, word)), .. OtherErrors(parse)]
        : [.. UnknownOptions(parse, args).Select(option => $"There is no option '{option}'. Words that begin with two hyphens stand after --.")];

    /// <summary>"newssearch entity merge".</summary>
    private static string Path(CommandResult command) => command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : "newssearch";

    private static string TooMuch(Command command, string word) => command.Arguments is [var only]
        ? $"There is no place for '{word}': {command.Name} takes one {only.Name}."
        : $"There is no place for '{word}': {command.Name} takes options alone.";

    /// <summary>What the parser has to say but for words that it has no place for.</summary>
    private static IEnumerable<string> OtherErrors(ParseResult parse) =>
        parse.Errors.Select(error => error.Message).Where(message => !parse.UnmatchedTokens.Any(word => message.EndsWith($"'{word}'.", StringComparison.Ordinal)));

    /// <summary>The parser hands options that it does not know to the command as words; a mistyped option must not become a query.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parse, string[] args)
    {
        var words = args.SkipWhile(arg => arg != "--").ToHashSet(StringComparer.Ordinal);
        return parse.CommandResult.Command.Arguments.SelectMany(argument => parse.GetResult(argument)?.Tokens ?? [])
            .Select(token => token.Value).Where(word => word.StartsWith("--", StringComparison.Ordinal) && !words.Contains(word));
    }
}
