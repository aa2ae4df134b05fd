using System.CommandLine;
using NewsSearch.Archive;
using NewsSearch.Archive.Formats;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch export</c>: every article that matches, never cut.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("export", "Writes all articles that match, never cut. JSON Lines hold all that is known and can be added to another index without loss; CSV is for spreadsheets; RIS, BibTeX and CSL-JSON are for programs that keep references.",
            "newssearch export '\"luxury goods\"' --output goods.jsonl",
            "newssearch export --outlet Reuters --format ris --output reuters.ris",
            "newssearch export --from 2024 | gzip > 2024.jsonl.gz");
        var query = new QueryOptions();
        var format = new Option<string>("--format") { Description = "Form of the output.", HelpName = string.Join('|', ArticleFormat.All.Select(known => known.Name)), DefaultValueFactory = _ => ArticleFormat.JsonLines.Name };
        format.AcceptOnlyFromAmong([.. ArticleFormat.All.Select(known => known.Name)]);
        var output = new Option<string?>("--output") { Description = "File to write; it appears when it is complete. Default: standard output.", HelpName = "FILE" };
        var index = new IndexOption();
        query.AddTo(command);
        command.Add(format);
        command.Add(output);
        index.AddTo(command);
        command.SetAction((parse, interrupted) =>
        {
            using var archive = ArticleArchive.Open(index.Read(parse), Environment.ProcessorCount);
            var count = 0L;
            var articles = archive.Export(query.Read(parse), interrupted).Select(article => { count++; return article; });
            var pieces = ArticleFormat.Named(parse.GetRequiredValue(format))!.Pieces(articles);
            if (parse.GetValue(output) is not { } path)
            {
                Write(pieces, terminal.OutBytes(), interrupted);
                return Task.FromResult(ExitCode.Done);
            }
            WholeFile.Write(path, stream => Write(pieces, stream, interrupted));
            return Task.FromResult(terminal.Report(count == 1 ? $"1 article written to {path}." : $"{count} articles written to {path}.", ExitCode.Done));
        });
        return command;
    }

    private static void Write(IEnumerable<ReadOnlyMemory<byte>> pieces, Stream output, CancellationToken interrupted)
    {
        foreach (var piece in pieces)
        {
            interrupted.ThrowIfCancellationRequested();
            output.Write(piece.Span);
        }
        output.Flush();
    }
}
