using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NewsSearch.Archive.Formats;

namespace NewsSearch.Web.Exports;

/// <summary>Article -> what its page tells programs that keep references, and search engines.</summary>
/// <remarks>
/// Sources: the <c>citation_</c> names that Google Scholar and Zotero read, with Zotero's own name for the kind of item, without which
/// it takes a journal for granted; schema.org NewsArticle. The JSON is data: no browser runs it, and the content policy stays as it is.
/// </remarks>
internal sealed record CitationHead(Reference Reference)
{
    // Escapes < > & ' " whatever the language, so that nothing can end the element that it stands in.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public IEnumerable<(string Name, string Content)> Meta()
    {
        (string, string?)[] all =
        [
            ("z:itemType", "newspaperArticle"),
            ("citation_title", Reference.Title),
            .. Reference.Authors.Select(author => ("citation_author", (string?)author.Whole)),
            ("citation_publication_date", Reference.Day?.Replace('-', '/')),
            ("citation_journal_title", Reference.Outlet),
            ("citation_language", Reference.Language),
            ("citation_abstract", Reference.Lead),
            ("citation_public_url", Reference.Url),
            ("citation_fulltext_html_url", Reference.Permalink),
        ];
        return all.Where(tag => tag.Item2 is not null)!;
    }

    public string JsonLd()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) Write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "NewsArticle");
        Text("headline", Reference.Title);
        Text("datePublished", Reference.Day);
        if (Reference.Authors.Any())
        {
            json.WriteStartArray("author");
            foreach (var author in Reference.Authors) Thing(author.Family is null ? null : "Person", author.Whole);
            json.WriteEndArray();
        }

        if (Reference.Outlet is { } outlet)
        {
            json.WritePropertyName("publisher");
            Thing("Organization", outlet);
        }

        Text("articleSection", Reference.Section);
        Text("inLanguage", Reference.Language);
        Text("description", Reference.Lead);
        Text("url", Reference.Url);
        Text("archivedAt", Reference.Permalink);
        json.WriteEndObject();

        void Text(string name, string? value)
        {
            if (value is not null) json.WriteString(name, value);
        }

        // Of a name that is left whole, nobody knows whether it is a person's.
        void Thing(string? type, string name)
        {
            json.WriteStartObject();
            Text("@type", type);
            json.WriteString("name", name);
            json.WriteEndObject();
        }
    }
}
