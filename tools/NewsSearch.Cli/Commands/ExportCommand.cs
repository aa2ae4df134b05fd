using System.CommandLine;
using NewsSearch.Archive;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch export</c>: every article that matches, never cut.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("export", "Writes all articles that match, one JSON object per line; the file can be added to another index without loss.",
            "newssearch export '\"luxury goods\"' --output goods.jsonl",
            "newssearch export --from 2024 | gzip > 2024.jsonl.gz");
        var query = new QueryOptions();
        var format = new Option<string>("--format") { Description = "Form of the output.", HelpName = "jsonl", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var output = new Option<string?>("--output") { Description = "File to write; it appears when it is complete. Default: standard output.", HelpName = "FILE" };
        var index = new IndexOption();
        query.AddTo(command);
        command.Add(format);
        command.Add(output);
        index.AddTo(command);
        command.SetAction((parse, interrupted) =>
        {
            using var archive = ArticleArchive.Open(index.Read(parse), Environment.ProcessorCount);
            var articles = archive.Export(query.Read(parse), interrupted);
            if (parse.GetValue(output) is not { } path)
            {
                Write(articles, terminal.OutBytes(), interrupted);
                return Task.FromResult(ExitCode.Done);
            }
            var count = 0L;
            WholeFile.Write(path, stream => count = Write(articles, stream, interrupted));
            return Task.FromResult(terminal.Report(count == 1 ? $"1 article written to {path}." : $"{count} articles written to {path}.", ExitCode.Done));
        });
        return command;
    }

    private static long Write(IEnumerable<Article> articles, Stream output, CancellationToken interrupted)
    {
        var count = 0L;
        foreach (var article in articles)
        {
            interrupted.ThrowIfCancellationRequested();
            output.Write(ArticleJson.ToUtf8(article));
            output.WriteByte((byte)'\n');
            count++;
        }
        output.Flush();
        return count;
    }
}
