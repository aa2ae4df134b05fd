using System.Collections.Immutable;
using System.CommandLine;
using NewsSearch.Archive;

namespace NewsSearch.Cli.Options;

/// <summary>What to find and in which order: the query's words and the options of <c>search</c> and <c>export</c> -> a request.</summary>
internal sealed class QueryOptions
{
    private static readonly Dictionary<string, string> FacetWords = new(StringComparer.Ordinal)
    {
        ["outlet"] = "from this outlet",
        ["person"] = "that name this person",
        ["org"] = "that name this organisation",
        ["place"] = "that name this place",
        ["agency"] = "with this news agency as source",
        ["author"] = "by this author",
        ["section"] = "of this section",
        ["lang"] = "in this language (a code: en)",
        ["date"] = "of this year, month or day (2024-02)",
    };

    private static readonly Dictionary<string, SortOrder> Orders = new(StringComparer.Ordinal)
    {
        ["relevance"] = SortOrder.Relevance,
        ["newest"] = SortOrder.Newest,
        ["oldest"] = SortOrder.Oldest,
    };

    private readonly Argument<string[]> _query = new("QUERY")
    {
        Description = "Words, \"exact phrases\" (in quotes that the shell leaves alone), -excluded words and fields. Several arguments are joined by spaces; none finds all articles.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _match = new("--match") { Description = "How bare words combine. Default: all.", HelpName = "all|any" };
    private readonly List<FacetOption> _facets = [.. FacetNames.All.Select(name => new FacetOption(name, FacetWords[name]))];
    private readonly Option<string?> _from = new("--from") { Description = "First day: 2024, 2024-02 or 2024-02-20.", HelpName = "DATE" };
    private readonly Option<string?> _to = new("--to") { Description = "Last day, likewise; a month or year counts to its end.", HelpName = "DATE" };
    private readonly Option<string?> _sort = new("--sort") { Description = "Default: relevance, or newest where there is no query.", HelpName = "relevance|newest|oldest" };

    public QueryOptions()
    {
        _match.AcceptOnlyFromAmong("all", "any");
        _sort.AcceptOnlyFromAmong([.. Orders.Keys]);
        foreach (var day in (Option<string?>[])[_from, _to])
        {
            day.Validators.Add(result =>
            {
                if (PublicationDate.TryParse(result.GetValueOrDefault<string?>()) is not { Precision: not DatePrecision.Time })
                    result.AddError($"'{string.Join(' ', result.Tokens)}' is not a date for {day.Name}: write 2024, 2024-02 or 2024-02-20.");
            });
        }
    }

    public void AddTo(Command command)
    {
        command.Add(_query);
        command.Add(_match);
        foreach (var facet in _facets) facet.AddTo(command);
        command.Add(_from);
        command.Add(_to);
        command.Add(_sort);
    }

    public SearchRequest Read(ParseResult parse)
    {
        var request = new SearchRequest
        {
            Query = string.Join(' ', parse.GetValue(_query) ?? []),
            Match = parse.GetValue(_match) == "any" ? MatchMode.Any : MatchMode.All,
            From = parse.GetValue(_from),
            To = parse.GetValue(_to),
            Sort = parse.GetValue(_sort) is { } order ? Orders[order] : null,
        };
        return _facets.Aggregate(request, (narrowed, facet) => narrowed.With(facet.Name, facet.Read(parse)));
    }

    /// <summary><c>--outlet</c> and <c>--not-outlet</c>; each may repeat.</summary>
    private sealed class FacetOption(string name, string words)
    {
        private readonly Option<string[]> _include = new("--" + name) { Description = $"Only articles {words}, or (none); may repeat.", HelpName = "VALUE" };
        private readonly Option<string[]> _exclude = new("--not-" + name) { Description = $"No articles {words}; may repeat.", HelpName = "VALUE" };

        public string Name => name;

        public void AddTo(Command command)
        {
            command.Add(_include);
            command.Add(_exclude);
        }

        public FacetChoice Read(ParseResult parse) => new(Values(parse, _include), Values(parse, _exclude));

        private static ImmutableArray<string> Values(ParseResult parse, Option<string[]> option) => [.. parse.GetValue(option) ?? []];
    }
}
