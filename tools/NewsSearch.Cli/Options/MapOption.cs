using System.CommandLine;
using NewsSearch.Ingest;

namespace NewsSearch.Cli.Options;

/// <summary>What columns of tables and fields of JSON mean, where they do not say it themselves.</summary>
internal sealed class MapOption
{
    private readonly Option<string[]> _map = new("--map")
    {
        Description = $"The column of a table or field of JSON that holds a field of the article; may repeat. Fields: {string.Join(", ", FieldMap.Fields)}.",
        HelpName = "FIELD=COLUMN",
    };

    public MapOption() => _map.Validators.Add(result =>
    {
        try
        {
            FieldMap.Parse(result.Tokens.Select(token => token.Value));
        }
        catch (FormatException wrong)
        {
            result.AddError("--map: " + wrong.Message);
        }
    });

    public void AddTo(Command command) => command.Add(_map);

    public FieldMap Read(ParseResult parse) => FieldMap.Parse(parse.GetValue(_map) ?? []);
}
