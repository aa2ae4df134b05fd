using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch stats</c>: facts about the index.</summary>
internal static class StatsCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("stats", "Tells what the index holds and how large it is.", "newssearch stats --json");
        var json = new JsonOption("Prints the facts as one JSON object.");
        var index = new IndexOption();
        json.AddTo(command);
        index.AddTo(command);
        command.SetAction((parse, _) =>
        {
            using var archive = ArticleArchive.Open(index.Read(parse));
            var stats = archive.Stats();
            if (json.Read(parse)) JsonOutput.Write(terminal, writer => WriteJson(stats, writer));
            else WriteText(stats, terminal.Out);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void WriteText(ArchiveStats stats, TextWriter output)
    {
        Fact("index", stats.Path);
        Fact("articles", Number(stats.Articles));
        Fact("deleted", $"{Number(stats.Deleted)} not yet merged away");
        foreach (var (facet, count) in stats.Values) Fact(facet, $"{Number(count)} {(count == 1 ? "value" : "values")}");
        Fact("committed", stats.Committed.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        Fact("state", string.Create(CultureInfo.InvariantCulture, $"{stats.Generation}, commit {stats.Commit}, {stats.Segments} {(stats.Segments == 1 ? "segment" : "segments")}"));
        Fact("size", $"{Number(stats.ByteLength)} bytes");
        Fact("versions", string.Create(CultureInfo.InvariantCulture, $"format {stats.FormatVersion}, analysis {stats.AnalysisVersion}"));

        void Fact(string name, string value) => output.WriteLine($"{name + ":",-11}{value}");
    }

    private static void WriteJson(ArchiveStats stats, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", stats.Path);
        json.WriteString("generation", stats.Generation);
        json.WriteNumber("commit", stats.Commit);
        json.WriteString("committed", stats.Committed.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("articles", stats.Articles);
        json.WriteNumber("deleted", stats.Deleted);
        json.WriteNumber("segments", stats.Segments);
        json.WriteNumber("byteLength", stats.ByteLength);
        json.WriteNumber("formatVersion", stats.FormatVersion);
        json.WriteNumber("analysisVersion", stats.AnalysisVersion);
        json.WriteStartObject("values");
        foreach (var (facet, count) in stats.Values) json.WriteNumber(facet, count);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
