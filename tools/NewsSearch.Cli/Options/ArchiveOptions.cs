using System.CommandLine;
using NewsSearch.Archive.Curation;

namespace NewsSearch.Cli.Options;

/// <summary>What the commands that heed decisions have in common: which index, where its decisions are kept, and for whom to answer.</summary>
/// <param name="jsonForm">What <c>--json</c> prints; null for a command without it.</param>
internal sealed class ArchiveOptions(string? jsonForm = null)
{
    private readonly JsonOption? _json = jsonForm is null ? null : new JsonOption(jsonForm);
    private readonly IndexOption _index = new();
    private readonly CurationOption _curation = new();

    public void AddTo(Command command)
    {
        _json?.AddTo(command);
        _index.AddTo(command);
        _curation.AddTo(command);
    }

    public (string Index, CurationFolder Curation, bool AsJson) Read(ParseResult parse)
    {
        var index = _index.Read(parse);
        return (index, _curation.Read(parse, index), _json?.Read(parse) ?? false);
    }
}
