using System.CommandLine;

namespace NewsSearch.Cli.Options;

/// <summary>The files and folders that <c>add</c> and <c>rebuild</c> read; each must be there.</summary>
internal sealed class SourceArgument
{
    private readonly Argument<string[]> _sources = new("SOURCE")
    {
        Description = "Files and folders. Plain text (one article a file), JSON Lines (one article a line) and JSON arrays, also compressed (.gz).",
        Arity = ArgumentArity.OneOrMore,
    };

    public SourceArgument() => _sources.Validators.Add(result =>
    {
        foreach (var source in result.Tokens.Select(token => token.Value).Where(source => !File.Exists(source) && !Directory.Exists(source)))
            result.AddError($"There is no file or folder '{source}'.");
    });

    public void AddTo(Command command) => command.Add(_sources);

    public string[] Read(ParseResult parse) => parse.GetRequiredValue(_sources);
}
