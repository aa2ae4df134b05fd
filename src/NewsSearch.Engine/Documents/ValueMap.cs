using System.Text.Json;

namespace NewsSearch.Engine.Documents;

/// <summary>Keyword field -> value as stored -> value shown, null to hide it. Values not listed are shown as they are.</summary>
/// <remarks>Applied where ordinals become global, so that renaming rewrites no segment.</remarks>
public sealed class ValueMap
{
    private readonly Dictionary<string, Dictionary<string, string?>> _fields;

    /// <summary>An empty map.</summary>
    public ValueMap() => _fields = new(StringComparer.Ordinal);

    /// <summary>A map from field to (stored value, shown value or null).</summary>
    public ValueMap(IEnumerable<KeyValuePair<string, IEnumerable<KeyValuePair<string, string?>>>> fields) =>
        _fields = fields.ToDictionary(field => field.Key, field => new Dictionary<string, string?>(field.Value, StringComparer.Ordinal), StringComparer.Ordinal);

    private ValueMap(Dictionary<string, Dictionary<string, string?>> fields) => _fields = fields;

    /// <summary>Nothing mapped.</summary>
    public static ValueMap Empty { get; } = new();

    /// <summary>What is shown for a stored value; null where it is hidden.</summary>
    public string? Shown(string field, string value) =>
        _fields.TryGetValue(field, out var map) && map.TryGetValue(value, out var shown) ? shown : value;

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(_fields);

    internal static ValueMap FromJson(ReadOnlySpan<byte> json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string?>>>(json) ?? throw new JsonException("The value map is null."));
}
