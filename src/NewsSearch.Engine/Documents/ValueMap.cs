using System.Text.Json;

namespace NewsSearch.Engine.Documents;

/// <summary>Keyword field -> value as stored -> value shown, null to hide it. Values not listed are shown as they are.</summary>
/// <remarks>Applied where ordinals become global, so that renaming rewrites no segment. Immutable.</remarks>
/// <param name="Fields">Field name, then stored value.</param>
public sealed record ValueMap(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>> Fields)
{
    /// <summary>Nothing mapped.</summary>
    public static ValueMap Empty { get; } = new(new Dictionary<string, IReadOnlyDictionary<string, string?>>());

    /// <summary>What is shown for a stored value; null where it is hidden.</summary>
    public string? Shown(string field, string value) =>
        Fields.TryGetValue(field, out var map) && map.TryGetValue(value, out var shown) ? shown : value;

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(Fields);

    /// <summary>Raises <see cref="JsonException"/> where the bytes are no value map.</summary>
    internal static ValueMap FromJson(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            return new ValueMap(document.RootElement.EnumerateObject().ToDictionary(
                field => field.Name,
                IReadOnlyDictionary<string, string?> (field) => field.Value.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString(), StringComparer.Ordinal),
                StringComparer.Ordinal));
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }
}
