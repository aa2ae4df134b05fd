using System.IO.Compression;
using System.Text.Json;

namespace NewsSearch.Train.Entities.Annotated;

/// <summary>The world newspapers' <c>docs.jsonl.gz</c> and <c>entities.jsonl.gz</c> -> annotated documents. For measuring only.</summary>
/// <remarks>The entities stand there in the order of the text, without places; a space in them may be none in the text.</remarks>
internal static class WorldFile
{
    /// <summary>An entity farther on is taken for a misspelt one, and passed over.</summary>
    private const int FarthestAway = 2000;

    public static List<AnnotatedText> Read(string folder)
    {
        var bodies = Lines(Path.Combine(folder, "docs.jsonl.gz")).ToDictionary(document => document.GetProperty("id").GetString()!, document => document.GetProperty("body").GetString()!);
        return [.. Lines(Path.Combine(folder, "entities.jsonl.gz")).Select(document => Locate(bodies[document.GetProperty("id").GetString()!], document.GetProperty("entities")))];
    }

    private static AnnotatedText Locate(string body, JsonElement entities)
    {
        var (names, at) = (new List<GoldName>(), 0);
        foreach (var entity in entities.EnumerateArray())
        {
            var letters = string.Concat(entity.GetProperty("text").GetString()!.Where(c => !char.IsWhiteSpace(c)));
            if (Find(body, letters, at) is not { } found) continue;
            at = found.End;
            var type = entity.GetProperty("type").GetString() switch { "Person" => 0, "Organization" => 1, "Location" or "Facility" => 2, _ => 3 };
            names.Add(new GoldName(found.Start, found.End, type));
        }
        return new AnnotatedText(body, names);
    }

    private static (int Start, int End)? Find(string body, string letters, int from)
    {
        for (var start = from; start < body.Length && start < from + FarthestAway; start++)
        {
            var (at, matched) = (start, 0);
            while (at < body.Length && matched < letters.Length && (body[at] == letters[matched] || (matched > 0 && char.IsWhiteSpace(body[at]))))
            {
                if (body[at] == letters[matched]) matched++;
                at++;
            }
            if (matched == letters.Length) return (start, at);
        }
        return null;
    }

    private static IEnumerable<JsonElement> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return JsonDocument.Parse(line).RootElement;
    }
}
