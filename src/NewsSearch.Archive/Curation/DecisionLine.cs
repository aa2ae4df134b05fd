using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NewsSearch.Archive.Curation;

/// <summary>A decision as a line of its file in the curation folder: one JSON object, written and read.</summary>
internal static class DecisionLine
{
    /// <summary>The line, without its end.</summary>
    /// <param name="write">Writes the object.</param>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, ArticleJson.WriterOptions)) write(json);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>Writes when it was made, where that is known.</summary>
    public static void WriteMade(Utf8JsonWriter json, DateTimeOffset? made)
    {
        if (made is { } time) json.WriteString("made", time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    /// <summary>Reads a line; null, with a sentence, where it makes no sense.</summary>
    /// <param name="line">The line.</param>
    /// <param name="read">The object -> the decision, and what is wrong with it.</param>
    /// <param name="problem">What is wrong; null where nothing is.</param>
    public static T? Read<T>(string line, Func<JsonElement, (T Decision, string? Problem)> read, out string? problem)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            problem = document.RootElement.ValueKind != JsonValueKind.Object ? "It is not a JSON object." : null;
            if (problem is not null) return null;
            (var decision, problem) = read(document.RootElement);
            return problem is null ? decision : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            problem = "It is not valid JSON.";
            return null;
        }
    }

    /// <summary>A field that is a text; null where it is missing or is none.</summary>
    public static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>When it was made; null where that is unknown.</summary>
    public static DateTimeOffset? Made(JsonElement json) =>
        DateTimeOffset.TryParse(Text(json, "made"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
