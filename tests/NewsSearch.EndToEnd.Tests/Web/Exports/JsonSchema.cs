using System.Text.Json;

namespace NewsSearch.EndToEnd.Tests.Web.Exports;

/// <summary>A value and a schema of an OpenAPI document -> where the value differs; knows what that document uses, and refuses the rest.</summary>
internal sealed class JsonSchema(JsonElement document)
{
    private static readonly HashSet<string> Known = ["$ref", "type", "properties", "required", "additionalProperties", "items", "enum", "description", "default", "minimum", "maximum", "maxLength"];

    public IEnumerable<string> Differences(JsonElement value, JsonElement schema, string place = "$")
    {
        while (schema.TryGetProperty("$ref", out var reference)) schema = Resolve(reference.GetString()!);
        foreach (var word in schema.EnumerateObject().Where(word => !Known.Contains(word.Name))) yield return $"{place}: the schema's {word.Name} is not known";
        if (schema.TryGetProperty("type", out var type) && !Names(type).Any(name => Is(value, name)))
        {
            yield return $"{place}: {value.ValueKind} is no {type}";
            yield break;
        }

        if (schema.TryGetProperty("enum", out var allowed) && !Names(allowed).Contains(value.GetString())) yield return $"{place}: {value} is none of {allowed}";
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            foreach (var difference in value.EnumerateArray().SelectMany((item, number) => Differences(item, items, $"{place}[{number}]"))) yield return difference;
        if (value.ValueKind != JsonValueKind.Object) yield break;

        foreach (var name in schema.TryGetProperty("required", out var required) ? Names(required) : [])
            if (!value.TryGetProperty(name, out _)) yield return $"{place}: {name} is missing";
        foreach (var property in value.EnumerateObject())
        {
            var at = $"{place}.{property.Name}";
            var rest = schema.TryGetProperty("additionalProperties", out var additional) ? additional : default;
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property.Name, out var inner)) rest = inner;
            if (rest.ValueKind != JsonValueKind.Object) yield return $"{at}: not in the schema";
            else foreach (var difference in Differences(property.Value, rest, at)) yield return difference;
        }
    }

    public JsonElement Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(document, (at, name) => at.GetProperty(name));

    private static IEnumerable<string> Names(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(name => name.GetString()!) : [value.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => value.ValueKind == JsonValueKind.Null,
    };
}
