using System.CommandLine;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Cli.Options;
using NewsSearch.Cli.Output;

namespace NewsSearch.Cli.Commands;

/// <summary><c>newssearch verify</c>: is every byte of the index as it was written?</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExplainedCommand("verify", "Checks every byte of every file of the index against its checksum. Names each damaged file and ends with exit code 3.", "newssearch verify --index /srv/news/index");
        var json = new JsonOption("""Prints {"whole":true|false,"problems":[…]}.""");
        var index = new IndexOption();
        json.AddTo(command);
        index.AddTo(command);
        command.SetAction((parse, interrupted) =>
        {
            var folder = index.Read(parse);
            var problems = ArticleArchive.Verify(folder, interrupted);
            if (json.Read(parse)) JsonOutput.Write(terminal, writer => WriteJson(problems, writer));
            else if (problems.Count == 0) terminal.Out.WriteLine($"The index in {folder} is whole.");
            foreach (var problem in problems) terminal.Error.WriteLine(problem);
            return Task.FromResult(problems.Count == 0 ? ExitCode.Done
                : terminal.Report($"The index in {folder} is damaged. Rebuild it from its sources: newssearch rebuild SOURCE… --index {folder}", ExitCode.IndexUnusable));
        });
        return command;
    }

    private static void WriteJson(IReadOnlyList<string> problems, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("whole", problems.Count == 0);
        json.WriteStartArray("problems");
        foreach (var problem in problems) json.WriteStringValue(problem);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
