using System.CommandLine;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch show</c>: one article.</summary>
internal static class ShowCommand
{
    private const int SimilarShown = 5;

    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("show", "Shows an article: what is known about it and its text.", "newssearch show ID --explain", "newssearch show ID --similar");
        var id = new Argument<string>("ID") { Description = "The article's id, as search prints it." };
        var explain = new Option<bool>("--explain") { Description = "Also names the rule behind each field, and shows what cleaning removed." };
        var similar = new Option<bool>("--similar") { Description = $"Also lists up to {SimilarShown} articles like it, with the words they share." };
        var json = new JsonOption("Prints the article as one line of JSON Lines, with everything that is known; with --similar {\"article\":…,\"similar\":[…]}.");
        var index = new IndexOption();
        command.Add(id);
        command.Add(explain);
        command.Add(similar);
        json.AddTo(command);
        index.AddTo(command);
        command.SetAction((parse, interrupted) => Task.FromResult(
            Run(parse.GetRequiredValue(id), index.Read(parse), parse.GetValue(explain), parse.GetValue(similar), json.Read(parse), terminal, interrupted)));
        return command;
    }

    private static int Run(string id, string index, bool explained, bool withSimilar, bool asJson, Terminal terminal, CancellationToken interrupted)
    {
        using var archive = ArticleArchive.Open(index);
        if (archive.Find(id) is not { } article) return terminal.Report($"There is no article with the id '{id}'.", ExitCode.SomeRejected);
        var similar = withSimilar ? archive.Similar(id, SimilarShown, interrupted) : null;
        if (asJson) JsonOutput.Write(terminal, json => Write(article, similar, json));
        else ArticleText.Write(article, explained, terminal.Out);
        if (!asJson && similar is not null) SimilarText.Write(similar, terminal.Out);
        return ExitCode.Done;
    }

    private static void Write(Article article, IReadOnlyList<SimilarArticle>? similar, Utf8JsonWriter json)
    {
        if (similar is null)
        {
            ArticleJson.Write(article, json);
            return;
        }

        json.WriteStartObject();
        json.WritePropertyName("article");
        ArticleJson.Write(article, json);
        json.WriteStartArray("similar");
        foreach (var like in similar) SimilarText.Write(like, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
