using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NewsSearch.Archive.Curation;

/// <summary>What somebody decided a field of an article to be, whatever its source says.</summary>
/// <param name="Id">The article.</param>
/// <param name="Field">One of <see cref="Corrections.Fields"/>.</param>
/// <param name="Value">The value; several are separated by semicolons, and none says that the field is unknown.</param>
/// <param name="Made">When; null where the line, written by hand, does not tell.</param>
public sealed record Correction(string Id, string Field, string Value, DateTimeOffset? Made)
{
    /// <summary>Writes it as one object, as it stands in the file and in answers.</summary>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("field", Field);
        json.WriteString("value", Value);
        if (Made is { } made) json.WriteString("made", made.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    /// <summary>One line of the file.</summary>
    internal string ToLine()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, ArticleJson.WriterOptions)) Write(json);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <summary>Reads one line of the file; null, with a sentence, where it makes no sense.</summary>
    internal static Correction? Parse(string line, TimeProvider clock, out string? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            problem = json.ValueKind != JsonValueKind.Object ? "It is not a JSON object." : null;
            if (problem is not null) return null;
            var read = new Correction(Text(json, "id") ?? "", Corrections.NameOf(Text(json, "field") ?? "") ?? "", Text(json, "value") ?? "", Time(Text(json, "made")));
            problem = read.Id.Length == 0 ? "It names no article: \"id\" is missing."
                : Text(json, "value") is null ? "It gives no value: \"value\" is missing."
                : Corrections.Check(Text(json, "field") ?? "", read.Value, clock);
            return problem is null ? read : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            problem = "It is not valid JSON.";
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
