using System.CommandLine;

namespace NewsSearch.Cli.Options;

/// <summary>The files and folders that <c>add</c> and <c>rebuild</c> read; each must be there.</summary>
internal sealed class SourceArgument
{
    private readonly Argument<string[]> _sources = new("SOURCE")
    {
        Description = "Files and folders: text, HTML, JSON, tables, mail, web archives and more, also in .gz, .zip and .tar. docs/formats.md lists them.",
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
