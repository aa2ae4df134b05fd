using System.CommandLine;
using NewsSearch.Archive;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch search</c>: one page of hits, as the site shows it.</summary>
internal static class SearchCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("search", "Searches the archive.",
            "newssearch search '\"luxury goods\"' --outlet PatriotWise.com",
            "newssearch search putin -zakharova --from 2024-02 --sort newest",
            "newssearch search -- -zakharova");
        var query = new QueryOptions();
        var page = new Option<int>("--page") { Description = "Which page of the hits.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var size = new Option<int>("--size") { Description = $"Hits per page, 1 to {SearchRequest.MaxSize}.", HelpName = "N", DefaultValueFactory = _ => 10 };
        var snippet = new Option<int>("--snippet-length") { Description = $"Length of the passages shown, {SearchRequest.MinSnippetLength} to {SearchRequest.MaxSnippetLength} characters.", HelpName = "N", DefaultValueFactory = _ => SearchRequest.DefaultSnippetLength };
        var facets = new Option<bool>("--facets") { Description = "Also lists the values of all facets with their counts." };
        var explain = new Option<bool>("--explain") { Description = "Also says what the score of each hit is made of." };
        var json = new JsonOption("Prints the document that the site's /search.json gives.");
        var index = new IndexOption();
        query.AddTo(command);
        command.Add(page);
        command.Add(size);
        command.Add(snippet);
        command.Add(facets);
        command.Add(explain);
        json.AddTo(command);
        index.AddTo(command);
        command.SetAction((parse, interrupted) =>
        {
            var request = query.Read(parse) with
            {
                Page = InRange(page, parse.GetValue(page), int.MaxValue),
                Size = InRange(size, parse.GetValue(size), SearchRequest.MaxSize),
                SnippetLength = InRange(snippet, parse.GetValue(snippet), SearchRequest.MaxSnippetLength, SearchRequest.MinSnippetLength),
                Explain = parse.GetValue(explain),
            };
            var asJson = json.Read(parse);
            if (!asJson && !parse.GetValue(facets)) request = request with { CountFacets = [] };
            Option[] kept = [index.Option, size, snippet, facets, explain];
            Run(index.Read(parse), request, asJson, [.. kept.SelectMany(option => Given(parse, option))], terminal, interrupted);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    /// <summary>An option as it was given, to be given again; nothing where it was not.</summary>
    private static IEnumerable<string> Given(ParseResult parse, Option option) =>
        parse.GetResult(option) is { Implicit: false } given ? [option.Name, .. given.Tokens.Select(token => token.Value)] : [];

    private static void Run(string index, SearchRequest request, bool asJson, string[] kept, Terminal terminal, CancellationToken interrupted)
    {
        using var archive = ArticleArchive.Open(index, Environment.ProcessorCount);
        var page = archive.Search(request, interrupted);
        if (asJson) JsonOutput.Write(terminal, json => SearchPageJson.Write(page, json));
        else SearchPageText.Write(page, kept, terminal);
    }

    private static int InRange(Option<int> option, int value, int largest, int least = 1) =>
        value >= least && value <= largest ? value : throw new UsageException(largest == int.MaxValue ? $"{option.Name} is {least} or more." : $"{option.Name} is {least} to {largest}.");
}
