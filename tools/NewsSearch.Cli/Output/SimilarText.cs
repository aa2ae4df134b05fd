using System.Text.Json;
using NewsSearch.Archive;

namespace NewsSearch.Cli.Output;

/// <summary>Similar articles -> text or JSON.</summary>
internal static class SimilarText
{
    /// <summary>Shared words shown of an article; taste, JSON has all.</summary>
    private const int WordsShown = 10;

    public static void Write(IReadOnlyList<SimilarArticle> similar, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(similar.Count == 0 ? "No similar articles." : "Similar articles:");
        foreach (var like in similar)
        {
            output.WriteLine($"- {MarkedText.Plain(like.Title)}{(like.HasHeadline ? "" : " [no headline: beginning of the text]")}{(like.IsSameText ? " [the same text]" : "")}");
            output.WriteLine($"  {MarkedText.Plain(like.Outlet ?? "unknown outlet")} · {like.Published?.Text ?? "undated"} · {MarkedText.Plain(like.Id)}");
            output.WriteLine($"  both have: {MarkedText.Plain(string.Join(", ", like.SharedWords.Take(WordsShown)))}");
        }
    }

    public static void Write(SimilarArticle like, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", like.Id);
        json.WriteString("title", like.Title);
        json.WriteString("outlet", like.Outlet);
        json.WriteString("published", like.Published?.Text);
        json.WriteString("url", like.Url);
        json.WriteNumber("score", like.Score);
        json.WriteBoolean("sameText", like.IsSameText);
        json.WriteStartArray("sharedWords");
        foreach (var word in like.SharedWords) json.WriteStringValue(word);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
