using System.CommandLine;

namespace NewsSearch.Cli.Commands;

/// <summary>A command with examples for its help.</summary>
internal sealed class ExplainedCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
