using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsSearch.Archive;

/// <summary>Article &lt;-&gt; one JSON object: the form of JSON Lines input and export, and of the rebuild's spool.</summary>
/// <remarks>
/// What <see cref="Write"/> writes, <see cref="Read"/> reads back without loss; fields that hold nothing are left out.
/// The one exception is half a surrogate pair, which UTF-8 cannot carry: it is written as U+FFFD, so that offsets stay true.
/// </remarks>
public static class ArticleJson
{
    /// <summary>For writers of files and of application/json answers: no indentation, only what JSON demands is escaped.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads one article.</summary>
    /// <param name="utf8">One JSON object in UTF-8, nothing after it but white space.</param>
    /// <param name="error">A sentence that says what is wrong; null where an article is returned.</param>
    /// <returns>The article, its id empty where the object has none; null where it is no article.</returns>
    /// <remarks>
    /// Unknown fields are ignored. <c>date</c> is taken for <c>published</c>, <c>lang</c> for <c>language</c>, a plain string for a
    /// person, organisation or place, and one string for a list. A date that is not ISO 8601 is left out, and
    /// <see cref="Article.PublishedBy"/> says so. Offsets outside the body are an error.
    /// </remarks>
    public static Article? Read(ReadOnlySpan<byte> utf8, out string? error) => ArticleJsonReader.Read(utf8, out error);

    /// <summary>One line of JSON Lines, without the line feed.</summary>
    public static byte[] ToUtf8(Article article)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, WriterOptions)) Write(article, json);
        return stream.ToArray();
    }

    /// <summary>Writes one article as an object.</summary>
    public static void Write(Article article, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("id", article.Id);
        Text("url", article.Url);
        Text("title", article.Title);
        Text("lead", article.Lead);
        json.WriteString("body", article.Body);
        Text("outlet", article.Outlet);
        Text("host", article.Host);
        Text("published", article.Published?.Text);
        Text("publishedBy", article.PublishedBy);
        Texts("authors", article.Authors);
        Text("section", article.Section);
        Text("language", article.Language);
        Texts("agencies", article.Agencies);
        List("people", article.People, WriteEntity);
        List("organisations", article.Organisations, WriteEntity);
        List("places", article.Places, WriteEntity);
        List("quotes", article.Quotes, WriteQuote);
        List("removed", article.Removed, WriteRemoval);
        Text("titleFrom", article.TitleFrom);
        Text("outletFrom", article.OutletFrom);
        if (article.Reasons.Count > 0) WriteReasons(article.Reasons, json);
        List("overruled", article.Overruled, WriteOverruled);
        if (article.WordConfidence is { } confidence) json.WriteNumber("wordConfidence", confidence);
        Text("source", article.Source);
        json.WriteEndObject();

        void Text(string name, string? value)
        {
            if (value is not null) json.WriteString(name, value);
        }

        void Texts(string name, IReadOnlyList<string> values) => List(name, values, static (value, json) => json.WriteStringValue(value));

        void List<T>(string name, IReadOnlyList<T> values, Action<T, Utf8JsonWriter> write)
        {
            if (values.Count == 0) return;
            json.WriteStartArray(name);
            foreach (var value in values) write(value, json);
            json.WriteEndArray();
        }
    }

    private static void WriteEntity(NamedEntity entity, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", entity.Name);
        if (entity.Mentions.Count > 0)
        {
            json.WriteStartArray("mentions");
            foreach (var mention in entity.Mentions)
            {
                json.WriteStartArray();
                json.WriteNumberValue(mention.Start);
                json.WriteNumberValue(mention.End);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        if (entity.IsLone) json.WriteBoolean("lone", true);
        json.WriteEndObject();
    }

    private static void WriteQuote(Quotation quote, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("text", quote.Text);
        if (quote.Speaker is not null) json.WriteString("speaker", quote.Speaker);
        json.WriteNumber("start", quote.Start);
        json.WriteNumber("end", quote.End);
        json.WriteString("kind", quote.Kind);
        if (quote.Rule is not null) json.WriteString("rule", quote.Rule);
        json.WriteEndObject();
    }

    private static void WriteRemoval(Removal removal, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("text", removal.Text);
        json.WriteNumber("at", removal.At);
        json.WriteString("rule", removal.Rule);
        json.WriteEndObject();
    }

    private static void WriteReasons(IReadOnlyDictionary<string, string> reasons, Utf8JsonWriter json)
    {
        json.WriteStartObject("reasons");
        foreach (var (field, rule) in reasons.OrderBy(reason => reason.Key, StringComparer.Ordinal)) json.WriteString(field, rule);
        json.WriteEndObject();
    }

    private static void WriteOverruled(OverruledField overruled, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("field", overruled.Field);
        if (overruled.Value is not null) json.WriteString("value", overruled.Value);
        if (overruled.Rule is not null) json.WriteString("rule", overruled.Rule);
        json.WriteEndObject();
    }
}
