using System.CommandLine;

namespace NewsSearch.Cli.Options;

/// <summary>Which index: the option, else the environment, else the folder of a clone.</summary>
internal sealed class IndexOption
{
    private readonly Option<string?> _index = new("--index")
    {
        Description = "Folder of the index. Default: $NEWSSEARCH_INDEX, else index-data/index below the current folder.",
        HelpName = "DIR",
    };

    public Option Option => _index;

    public void AddTo(Command command) => command.Add(_index);

    public string Read(ParseResult parse) =>
        parse.GetValue(_index) is { Length: > 0 } given ? given
        : Environment.GetEnvironmentVariable("NEWSSEARCH_INDEX") is { Length: > 0 } configured ? configured
        : Path.Combine("index-data", "index");
}
