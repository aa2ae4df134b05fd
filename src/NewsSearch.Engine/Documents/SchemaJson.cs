using System.Text.Json;

namespace NewsSearch.Engine.Documents;

/// <summary>The schema as UTF-8 JSON, as commits keep it. Equal schemas give equal bytes.</summary>
internal static class SchemaJson
{
    public static byte[] Write(IndexSchema schema) => JsonSerializer.SerializeToUtf8Bytes(schema);

    /// <summary>Raises <see cref="JsonException"/> where the bytes are no schema.</summary>
    /// <remarks>Read by hand: the serializer that writes it takes 60 ms to get ready, most of the time that opening an index takes.</remarks>
    public static IndexSchema Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            var schema = document.RootElement;
            return new IndexSchema(
                List(schema, nameof(IndexSchema.Texts), text => new TextField(Name(text), text.GetProperty(nameof(TextField.ValueGap)).GetInt32(), (TokenRule)text.GetProperty(nameof(TextField.Tokens)).GetInt32())),
                List(schema, nameof(IndexSchema.Lists), list => new TermList(
                    Name(list), (TermForm)list.GetProperty(nameof(TermList.Form)).GetInt32(), List(list, nameof(TermList.Texts), Text), Is(list, nameof(TermList.HasPositions)))),
                List(schema, nameof(IndexSchema.Keywords), field => new KeywordField(Name(field), Is(field, nameof(KeywordField.HasColumn)))),
                List(schema, nameof(IndexSchema.Numbers), field => new NumberField(Name(field))),
                List(schema, nameof(IndexSchema.Stored), field => new StoredField(Name(field), Is(field, nameof(StoredField.IsHead)))),
                Text(schema.GetProperty(nameof(IndexSchema.KeyField))));
        }
        catch (Exception missing) when (missing is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException(missing.Message, missing);
        }
    }

    private static T[] List<T>(JsonElement parent, string name, Func<JsonElement, T> read) => [.. parent.GetProperty(name).EnumerateArray().Select(read)];

    private static string Name(JsonElement field) => Text(field.GetProperty("Name"));

    private static string Text(JsonElement text) => text.GetString() ?? throw new JsonException("A name is null.");

    private static bool Is(JsonElement field, string claim) => field.GetProperty(claim).GetBoolean();
}
