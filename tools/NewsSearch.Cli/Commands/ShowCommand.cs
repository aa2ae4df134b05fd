using System.CommandLine;
using NewsSearch.Archive;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch show</c>: one article.</summary>
internal static class ShowCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("show", "Shows an article: what is known about it and its text.", "newssearch show ID --explain");
        var id = new Argument<string>("ID") { Description = "The article's id, as search prints it." };
        var explain = new Option<bool>("--explain") { Description = "Also names the rule behind each field, and shows what cleaning removed." };
        var json = new JsonOption("Prints the article as one line of JSON Lines, with everything that is known.");
        var index = new IndexOption();
        command.Add(id);
        command.Add(explain);
        json.AddTo(command);
        index.AddTo(command);
        command.SetAction((parse, _) => Task.FromResult(Run(parse.GetRequiredValue(id), index.Read(parse), parse.GetValue(explain), json.Read(parse), terminal)));
        return command;
    }

    private static int Run(string id, string index, bool explained, bool asJson, Terminal terminal)
    {
        using var archive = ArticleArchive.Open(index);
        if (archive.Find(id) is not { } article) return terminal.Report($"There is no article with the id '{id}'.", ExitCode.SomeRejected);
        if (asJson) JsonOutput.Write(terminal, json => ArticleJson.Write(article, json));
        else ArticleText.Write(article, explained, terminal.Out);
        return ExitCode.Done;
    }
}
