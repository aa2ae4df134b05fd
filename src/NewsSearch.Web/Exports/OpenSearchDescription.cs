using System.Buffers;
using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsSearch.Archive;
using NewsSearch.Web.Search;

namespace NewsSearch.Web.Exports;

/// <summary>What a browser needs to search the archive from its address bar: a description, and suggestions while one types.</summary>
/// <remarks>Sources: OpenSearch 1.1 (draft 6) and its Suggestions extension 1.1.</remarks>
internal static class OpenSearchDescription
{
    public const string Path = "/opensearch.xml";

    private const string SuggestPath = "/suggest/opensearch";
    private const string Namespace = "http://a9.com/-/spec/opensearch/1.1/";
    private const string SuggestionsType = "application/x-suggestions+json";

    /// <summary>Most suggestions, and most of one group; what browsers show.</summary>
    private const int Suggestions = 10, OfGroup = 5;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Path, SiteHost.Reading, (HttpContext http) => XmlText.Answer("application/opensearchdescription+xml", xml => Write(xml, SiteAddress.Of(http.Request))));
        routes.MapMethods(SuggestPath, SiteHost.Reading, (HttpContext http, ArchiveDoor door) => Endpoints.Guarded(http, () => Suggest(http, door)));
    }

    private static void Write(XmlWriter xml, string site)
    {
        xml.WriteStartElement("OpenSearchDescription", Namespace);
        Element("ShortName", "NewsSearch");
        Element("Description", "A newspaper archive, searched word for word.");
        Url("text/html", "results", "/?q={searchTerms}&page={startPage?}");
        Url(AtomFeed.Type, "results", AtomFeed.Path + "?q={searchTerms}&page={startPage?}");
        Url("application/json", "results", "/search.json?q={searchTerms}&page={startPage?}&size={count?}");
        Url(SuggestionsType, "suggestions", SuggestPath + "?q={searchTerms}");
        Url("application/opensearchdescription+xml", "self", Path);
        Element("Image", site + SiteFiles.Url("icon.svg"), ("type", "image/svg+xml"));
        Element("Language", "*");
        Element("OutputEncoding", "UTF-8");
        Element("InputEncoding", "UTF-8");
        xml.WriteEndElement();

        void Url(string type, string rel, string template) => Element("Url", "", ("type", type), ("rel", rel), ("template", site + template));

        void Element(string name, string text, params (string Name, string Value)[] attributes)
        {
            xml.WriteStartElement(name, Namespace);
            foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
            xml.WriteString(text);
            xml.WriteEndElement();
        }
    }

    /// <summary><c>["lux",["luxury goods"],["12 articles"],["https://…/?q=luxury+goods"]]</c>.</summary>
    private static IResult Suggest(HttpContext http, ArchiveDoor door)
    {
        var (typed, groups) = Endpoints.Complete(http, door, OfGroup);
        var site = SiteAddress.Of(http.Request);
        var found = CompletionGroups.All.SelectMany(group => groups.GetValueOrDefault(group, []).Select(value => (Group: group, value.Value, value.Count)))
            .DistinctBy(value => value.Value, StringComparer.OrdinalIgnoreCase).Take(Suggestions).ToList();
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ArticleJson.WriterOptions))
        {
            json.WriteStartArray();
            json.WriteStringValue(typed);
            List(found.Select(value => value.Value));
            List(found.Select(value => (value.Group == CompletionGroups.Query ? "" : FacetWords.Of(value.Group).One + ", ") + InWords.Count(value.Count, "article")));
            List(found.Select(value => site + (value.Group == CompletionGroups.Query ? new SearchState { Query = value.Value } : new SearchState().With(new Filter(value.Group, value.Value))).ToUrl()));
            json.WriteEndArray();

            void List(IEnumerable<string> values)
            {
                json.WriteStartArray();
                foreach (var value in values) json.WriteStringValue(value);
                json.WriteEndArray();
            }
        }

        return Results.Bytes(buffer.WrittenMemory, SuggestionsType);
    }

}
