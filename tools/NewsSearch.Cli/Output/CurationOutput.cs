using System.Text.Json;
using NewsSearch.Archive.Curation;

namespace NewsSearch.Cli.Output;

/// <summary>Problems of curated files -> the part of an answer that lists them.</summary>
internal static class CurationOutput
{
    public static void Write(IEnumerable<CurationProblem> problems, Utf8JsonWriter json)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("file", problem.File);
            json.WriteNumber("line", problem.Line);
            json.WriteString("reason", problem.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
