using System.CommandLine;

namespace NewsSearch.Cli.Options;

/// <summary>Whether to answer for a program instead of a person.</summary>
internal sealed class JsonOption(string description)
{
    private readonly Option<bool> _json = new("--json") { Description = description };

    public void AddTo(Command command) => command.Add(_json);

    public bool Read(ParseResult parse) => parse.GetValue(_json);
}
