using System.CommandLine;
using NewsSearch.Archive.Curation;

namespace NewsSearch.Cli.Options;

/// <summary>Where corrections, outlet aliases and switched-off rules are kept: the option, else the environment, else beside the index.</summary>
internal sealed class CurationOption
{
    private const string Variable = "NEWSSEARCH_CURATION";

    private readonly Option<string?> _curation = new("--curation")
    {
        Description = $"Folder of corrections, outlet aliases and switched-off rules. Default: ${Variable}, else {CurationFolder.DefaultName} beside the index folder.",
        HelpName = "DIR",
    };

    public void AddTo(Command command) => command.Add(_curation);

    /// <param name="parse">The arguments.</param>
    /// <param name="index">The index folder.</param>
    public CurationFolder Read(ParseResult parse, string index) =>
        parse.GetValue(_curation) is { Length: > 0 } given ? new CurationFolder(given)
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } configured ? new CurationFolder(configured)
        : CurationFolder.Beside(index);
}
