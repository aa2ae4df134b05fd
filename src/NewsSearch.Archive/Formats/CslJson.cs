using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace NewsSearch.Archive.Formats;

/// <summary>Article -> an item of CSL-JSON, type <c>article-newspaper</c>; its date has as many parts as are known.</summary>
/// <remarks>Source: the schema csl-data of the Citation Style Language, version 1.0.2.</remarks>
internal static class CslJson
{
    public static void Write(Reference reference, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, ArticleJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("id", reference.Key);
        json.WriteString("type", "article-newspaper");
        json.WriteString("title", reference.Title);
        Text("container-title", reference.Outlet);
        if (reference.Authors.Any()) WriteAuthors(reference.Authors, json);
        if (reference.Day is { } day) WriteDate(day, json);
        Text("section", reference.Section);
        Text("language", reference.Language);
        Text("abstract", reference.Lead);
        Text("URL", reference.Url);
        json.WriteEndObject();

        void Text(string name, string? value)
        {
            if (value is not null) json.WriteString(name, value);
        }
    }

    private static void WriteAuthors(IEnumerable<CitedName> authors, Utf8JsonWriter json)
    {
        json.WriteStartArray("author");
        foreach (var author in authors)
        {
            json.WriteStartObject();
            if (author.Family is null)
            {
                json.WriteString("literal", author.Whole);
            }
            else
            {
                json.WriteString("family", author.Family);
                json.WriteString("given", author.Given);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDate(string day, Utf8JsonWriter json)
    {
        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        foreach (var part in day.Split('-')) json.WriteNumberValue(int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture));
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
