using System.CommandLine;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch delete</c>: takes articles out of the live index, by id or by query.</summary>
internal static class DeleteCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("delete", "Deletes articles from the live index, by id or by query. A rebuild from sources that still hold them brings them back.",
            "newssearch delete ID ANOTHER-ID",
            "newssearch delete --query 'outlet:\"The Example\" date:2019'");
        var ids = new Argument<string[]>("ID") { Description = "Ids of articles, as search prints them.", Arity = ArgumentArity.ZeroOrMore };
        var query = new Option<string?>("--query") { Description = "Deletes all articles that match this query instead.", HelpName = "QUERY" };
        var json = new JsonOption("""Prints {"deleted":N,"missing":[…]}.""");
        var index = new IndexOption();
        command.Add(ids);
        command.Add(query);
        json.AddTo(command);
        index.AddTo(command);
        command.SetAction((parse, interrupted) =>
        {
            var given = parse.GetValue(ids) ?? [];
            var text = parse.GetValue(query);
            if (text is null == (given.Length == 0)) throw new UsageException("Name the articles to delete either by their ids or by --query.");
            if (text is not null && string.IsNullOrWhiteSpace(text)) throw new UsageException("An empty query would delete every article; --query needs words.");
            var (deleted, missing) = Delete(index.Read(parse), given, text, interrupted);
            if (json.Read(parse)) JsonOutput.Write(terminal, writer => WriteJson(deleted, missing, writer));
            else terminal.Out.WriteLine(deleted == 1 ? "1 article deleted." : $"{deleted} articles deleted.");
            foreach (var id in missing) terminal.Error.WriteLine($"There is no article with the id '{id}'.");
            return Task.FromResult(missing.Count == 0 ? ExitCode.Done : ExitCode.SomeRejected);
        });
        return command;
    }

    private static (long Deleted, List<string> Missing) Delete(string index, string[] ids, string? query, CancellationToken interrupted)
    {
        if (!ArticleArchive.Exists(index)) ArticleArchive.Open(index).Dispose(); // raises what says how to make one; a writer would make an empty one
        using var writer = ArticleArchive.OpenWriter(index, Holder.Of("delete"));
        var missing = new List<string>();
        var deleted = 0L;
        if (query is not null) deleted = writer.Delete(new SearchRequest { Query = query }, interrupted);
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if (writer.Delete(id)) deleted++;
            else missing.Add(id);
        }
        interrupted.ThrowIfCancellationRequested();
        if (deleted > 0) writer.Commit();
        return (deleted, missing);
    }

    private static void WriteJson(long deleted, List<string> missing, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("deleted", deleted);
        json.WriteStartArray("missing");
        foreach (var id in missing) json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
