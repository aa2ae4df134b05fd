using System.Text.Json;

namespace NewsSearch.Archive;

/// <summary>Search page -> the document that <c>search --json</c> and <c>/search.json</c> print.</summary>
public static class SearchPageJson
{
    /// <summary>Writes the page as one object. Unknown outlet, date and address are null.</summary>
    public static void Write(SearchPage page, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("query", page.Query);
        json.WriteString("interpretedAs", page.InterpretedAs);
        json.WriteString("match", Name(page.Match));
        json.WriteNumber("total", page.Total);
        json.WriteNumber("tookMs", Math.Round(page.TookMs, 3));
        json.WriteNumber("page", page.Page);
        json.WriteNumber("size", page.Size);
        json.WriteStartArray("hits");
        foreach (var hit in page.Hits) WriteHit(hit, json);
        json.WriteEndArray();
        json.WriteStartObject("facets");
        foreach (var (name, values) in page.Facets) WriteFacet(name, values, json);
        json.WriteEndObject();
        json.WriteStartArray("suggestions");
        foreach (var suggestion in page.Suggestions) WriteSuggestion(suggestion, json);
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in page.Notes) WriteNote(note, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteHit(Hit hit, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", hit.Id);
        json.WriteString("title", hit.Title);
        json.WriteString("titleMarked", hit.TitleMarked);
        json.WriteString("outlet", hit.Outlet);
        json.WriteString("published", hit.Published?.Text);
        json.WriteString("url", hit.Url);
        json.WriteNumber("score", double.IsFinite(hit.Score) ? hit.Score : 0);
        json.WriteStartArray("snippets");
        foreach (var snippet in hit.Snippets) json.WriteStringValue(snippet);
        json.WriteEndArray();
        if (hit.Explanation is not null) WriteExplanation(hit.Explanation, json);
        json.WriteEndObject();
    }

    private static void WriteExplanation(Explanation explanation, Utf8JsonWriter json)
    {
        json.WriteStartObject("explanation");
        json.WriteNumber("score", explanation.Score);
        json.WriteStartArray("parts");
        foreach (var part in explanation.Parts)
        {
            json.WriteStartObject();
            json.WriteString("kind", part.Kind);
            json.WriteString("text", part.Text);
            json.WriteStartArray("fields");
            foreach (var field in part.Fields)
            {
                json.WriteStartObject();
                json.WriteString("field", field.Field);
                json.WriteNumber("frequency", field.Frequency);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteNumber("documentFrequency", part.DocumentFrequency);
            json.WriteNumber("score", part.Score);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFacet(string name, IReadOnlyList<FacetValue> values, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            json.WriteString("value", value.Value);
            json.WriteNumber("count", value.Count);
            json.WriteBoolean("selected", value.Selected);
            json.WriteBoolean("excluded", value.Excluded);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteSuggestion(Suggestion suggestion, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", Name(suggestion.Kind));
        json.WriteString("text", suggestion.Text);
        json.WriteString("query", suggestion.Request.Query);
        json.WriteString("match", Name(suggestion.Request.Match));
        json.WriteStartArray("without");
        foreach (var (name, value) in suggestion.Without)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("total", suggestion.Total);
        json.WriteEndObject();
    }

    private static void WriteNote(Note note, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("text", note.Text);
        json.WriteNumber("start", note.Start);
        json.WriteNumber("end", note.End);
        json.WriteEndObject();
    }

    private static string Name(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Spelling => "spelling",
        SuggestionKind.AnyWord => "any",
        SuggestionKind.Unquoted => "unquoted",
        SuggestionKind.FewerWords => "words",
        _ => "filters",
    };

    private static string Name(MatchMode match) => match == MatchMode.Any ? "any" : "all";
}
