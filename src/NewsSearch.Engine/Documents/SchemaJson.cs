using System.Text.Json;

namespace NewsSearch.Engine.Documents;

/// <summary>The schema as UTF-8 JSON, as commits keep it. Equal schemas give equal bytes.</summary>
internal static class SchemaJson
{
    public static byte[] Write(IndexSchema schema) => JsonSerializer.SerializeToUtf8Bytes(schema);

    /// <summary>Raises <see cref="JsonException"/> where the bytes are no schema.</summary>
    public static IndexSchema Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<IndexSchema>(json) ?? throw new JsonException("The schema is null.");
}
