using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Ingest.Readers.Records;

namespace NewsSearch.Ingest.Readers.Json;

/// <summary>One JSON object in the form of another program -> the article's fields. A field within a field is named by both: "headline.main".</summary>
internal static class ForeignJson
{
    /// <summary>Deeper fields hold no words of an article; taste.</summary>
    private const int MaxDepth = 4;

    /// <summary>The article; null where it is not valid JSON or no object.</summary>
    public static Article? Read(ReadOnlyMemory<byte> utf8, FieldMap map)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            var fields = new RecordFields();
            Add(fields, "", document.RootElement, 0);
            return RecordArticle.Of(fields, map);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null; // an escape for half a surrogate pair is an invalid operation
        }
    }

    private static void Add(RecordFields fields, string key, JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String: fields.Add(key, value.GetString() ?? ""); break;
            case JsonValueKind.Number: fields.Add(key, value.GetRawText()); break;
            case JsonValueKind.Array when depth < MaxDepth:
                foreach (var item in value.EnumerateArray()) Add(fields, key, item, depth + 1);
                break;
            case JsonValueKind.Object when depth < MaxDepth:
                foreach (var field in value.EnumerateObject())
                    Add(fields, (key.Length == 0 ? "" : key + ".") + RecordFields.KeyOf(field.Name), field.Value, depth + 1);
                break;
        }
    }
}
