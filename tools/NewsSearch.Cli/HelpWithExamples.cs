using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using NewsSearch.Cli.Commands;

namespace NewsSearch.Cli;

/// <summary>The usual help, then examples that can be copied.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not ExplainedCommand command) return ExitCode.Done;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(command.Examples.Count == 1 ? "Example:" : "Examples:");
        foreach (var example in command.Examples) output.WriteLine("  " + example);
        output.WriteLine();
        return ExitCode.Done;
    }
}
