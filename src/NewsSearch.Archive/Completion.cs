using System.Collections.Immutable;
using System.Text.Json;

namespace NewsSearch.Archive;

/// <summary>A value to complete what was typed, and the articles that have it. Of phrases, those of the last rebuild.</summary>
public sealed record Completion(string Value, long Count);

/// <summary>The groups of completions.</summary>
public static class CompletionGroups
{
    /// <summary>Frequent phrases of the archive.</summary>
    public const string Query = "query";

    /// <summary>All groups in the order they are shown: phrases, then facets (<see cref="FacetNames"/>).</summary>
    public static ImmutableArray<string> All { get; } = [Query, "person", "org", "place", "outlet"];
}

/// <summary>Completions -> the document that <c>/suggest</c> answers: <c>{"query":"jong","groups":{"query":[],"person":[{"value":"Kim Jong Un","count":4}],…}}</c>.</summary>
public static class CompletionsJson
{
    /// <summary>Writes it as one object, with all groups.</summary>
    public static void Write(string typed, IReadOnlyDictionary<string, IReadOnlyList<Completion>> groups, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("query", typed);
        json.WriteStartObject("groups");
        foreach (var group in CompletionGroups.All)
        {
            json.WriteStartArray(group);
            foreach (var (value, count) in groups.GetValueOrDefault(group, []))
            {
                json.WriteStartObject();
                json.WriteString("value", value);
                json.WriteNumber("count", count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
