using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata.Dates;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Newswire;

/// <summary>One item of ninjs 1, 2 or 3 -> an article. Version 1 writes <c>headline</c> and <c>body_text</c>, the later ones lists of headlines and bodies.</summary>
internal static class NinjsItem
{
    private static readonly string[] Signs = ["headline", "headlines", "body_text", "body_xhtml", "body_html", "bodies", "versioncreated", "versionCreated"];

    private static readonly string[] Dates =
        ["firstpublished", "firstPublished", "firstcreated", "firstCreated", "contentcreated", "contentCreated", "versioncreated", "versionCreated"];

    public static bool IsItem(JsonElement element) => Signs.Any(sign => element.TryGetProperty(sign, out _));

    /// <summary>The article; null where the item has no text, and a sentence that says what it has.</summary>
    public static Article? Article(JsonElement item, out string missing)
    {
        var body = Body(item);
        var description = Markup.Paragraphs(Text(item, "description_html", "description_text", "description_caption") ?? Main(item, "descriptions"));
        var type = Text(item, "type") ?? "news";
        missing = type is "picture" or "video" or "audio" or "graphic" ? $"It is a {type} item, not a text."
            : body.Length + description.Length == 0 ? $"The text of this {type} item is not in the file." : "";
        if (missing.Length > 0) return null;
        if (body.Length == 0) (body, description) = (description, "");
        var (published, publishedBy) = MachineDate.First(
            Dates.Select(name => (Text(item, name), name)));
        var (outlet, outletFrom) = WireText.First(
            (Text(item, "source"), "source"), (Name(item, "provider"), "provider"), (Name(item, "infosource", "infoSources"), "infosource"),
            (Text(item, "copyrightholder", "copyrightHolder"), "copyright-holder"));
        var identifier = Text(item, "guid", "uri");
        var page = Text(item, "canonicalurl", "canonicalUrl") ?? (identifier?.StartsWith("http", StringComparison.Ordinal) == true ? identifier : null);
        return WireText.Tidied(new Article
        {
            Id = ItemId(item) ?? (identifier == page ? "" : identifier ?? ""),
            Url = page,
            Title = Markup.LineOfHtml(Text(item, "headline") ?? Main(item, "headlines") ?? Text(item, "title")),
            Lead = description.Length > 0 ? description : null,
            Body = body,
            Published = published,
            PublishedBy = publishedBy,
            Outlet = outlet,
            OutletFrom = outletFrom,
            Authors = Authors(item),
            Section = List(item, "subject", "subjects").Select(subject => Text(subject, "name")).FirstOrDefault(name => name is { Length: > 1 })
                ?? List(item, "service").Select(service => Text(service, "name")).FirstOrDefault(name => name is { Length: > 1 }),
            Language = Text(item, "language"),
            Agencies = WireText.AgenciesIn(outlet, Name(item, "provider"), Name(item, "infosource", "infoSources"), Text(item, "copyrightholder", "creditline", "slugline_credit")),
        });
    }

    /// <summary>The form that keeps paragraphs stands before plain text.</summary>
    private static string Body(JsonElement item)
    {
        var bodies = List(item, "bodies").ToList();
        var html = Text(item, "body_xhtml", "body_html") ?? Main(bodies.Where(IsHtml));
        var body = Markup.Paragraphs(html);
        if (body.Length > 0) return body;
        return Markup.PlainParagraphs(Text(item, "body_text") ?? Main(bodies) ?? "");

        static bool IsHtml(JsonElement body) => Text(body, "contentType", "contenttype")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;
    }

    private static IReadOnlyList<string> Authors(JsonElement item)
    {
        var byline = Byline.Names(Text(item, "byline", "by"));
        return byline.Count > 0 ? byline : Byline.Names(List(item, "authors").Select(author => Text(author, "name")));
    }

    /// <summary>The service's own identifier, where the address holds a key of the session.</summary>
    private static string? ItemId(JsonElement item) => item.TryGetProperty("altids", out var ids) && ids.ValueKind == JsonValueKind.Object ? Text(ids, "itemid") : null;

    /// <summary>The first of some fields that is a text with something in it.</summary>
    private static string? Text(JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) continue;
            if (value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)) return text.Trim();
        }
        return null;
    }

    private static string? Main(JsonElement item, string list) => Main(List(item, list));

    /// <summary>The value whose role is "main", or the first.</summary>
    private static string? Main(IEnumerable<JsonElement> values) =>
        values.OrderBy(value => Text(value, "role") is "main" ? 0 : 1).Select(value => Text(value, "value")).FirstOrDefault(text => text is not null);

    /// <summary>A name: a text, an object that has one, or the first of a list of them.</summary>
    private static string? Name(JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(item, name) is { } text) return text;
            if (List(item, name).Select(party => Text(party, "name")).FirstOrDefault(found => found is not null) is { } found) return found;
        }
        return null;
    }

    /// <summary>The objects in a list, or one in place of it.</summary>
    private static IEnumerable<JsonElement> List(JsonElement item, params string[] names) =>
        names.SelectMany(name => !item.TryGetProperty(name, out var value) ? []
            : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object)
            : value.ValueKind == JsonValueKind.Object ? [value] : Enumerable.Empty<JsonElement>());
}
