using System.Text.Json;
using AngleSharp.Html.Dom;

namespace NewsSearch.Ingest.Pages.Facts;

/// <summary>A page's schema.org data -> the object that describes its article, and the publisher.</summary>
internal sealed class JsonLd
{
    private const int MaxObjects = 1_000;
    private const int MaxDepth = 24;

    private static readonly string[] ArticleTypes = ["Article", "BlogPosting", "Report", "LiveBlogPosting", "SocialMediaPosting", "Recipe", "Review", "DiscussionForumPosting", "CreativeWork", "MediaObject", "VideoObject", "WebPage", "ItemPage", "AboutPage"];

    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);
    private readonly List<JsonElement> _objects = [];

    private JsonLd()
    {
    }

    /// <summary>The page's article; null where it describes none.</summary>
    public JsonElement? Article { get; private set; }

    /// <summary>Whether the object is an article, not merely the page that holds one.</summary>
    public bool IsArticle { get; private set; }

    public static JsonLd Of(IHtmlDocument document)
    {
        var found = new JsonLd();
        foreach (var script in document.Scripts)
        {
            if (script.Type?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true) found.Add(script.Text);
        }

        found.Choose();
        return found;
    }

    /// <summary>Text of a property of the article, or of the first of a list; null where there is none.</summary>
    public string? Text(string property) => Article is { } article ? Text(article, property) : null;

    public static string? Text(JsonElement item, string property)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(property, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault();
        return value.ValueKind switch
        {
            JsonValueKind.String => Plain(value.GetString()),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Object => Text(value, "@value") ?? Text(value, "name"),
            _ => null,
        };
    }

    /// <summary>Objects and texts under a property of the article, references followed.</summary>
    public IEnumerable<JsonElement> Items(string property) => Article is { } article ? Items(article, property) : [];

    public IEnumerable<JsonElement> Items(JsonElement item, string property)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(property, out var value)) yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield return Followed(value);
            yield break;
        }

        foreach (var entry in value.EnumerateArray()) yield return Followed(entry);
    }

    /// <summary>Every object of one of these types.</summary>
    public IEnumerable<JsonElement> OfType(params string[] types) => _objects.Where(item => types.Any(type => Is(item, type)));

    private static string? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text).Trim() : text.Trim();

    private JsonElement Followed(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.EnumerateObject().Count() == 1 && item.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String
        && _byId.TryGetValue(id.GetString()!, out var whole) ? whole : item;

    private void Add(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(Repaired(json), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            Collect(parsed.RootElement.Clone(), 0);
        }
        catch (JsonException)
        {
            // Broken data of a page is as good as none: the page has other signs.
        }
    }

    /// <summary>Line breaks and tabs inside texts, comment and CDATA marks around: what pages get wrong most.</summary>
    private static string Repaired(string json)
    {
        json = json.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
        var start = json.IndexOfAny(['{', '[']);
        var end = json.LastIndexOfAny(['}', ']']);
        if (start < 0 || end < start) return json;
        return string.Create(end - start + 1, json.AsMemory(start), static (text, source) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = source.Span[i] < ' ' ? ' ' : source.Span[i];
        });
    }

    private void Collect(JsonElement item, int depth)
    {
        if (depth > MaxDepth || _objects.Count >= MaxObjects) return;
        if (item.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in item.EnumerateArray()) Collect(entry, depth + 1);
        }
        else if (item.ValueKind == JsonValueKind.Object)
        {
            if (item.TryGetProperty("@type", out _))
            {
                _objects.Add(item);
                if (item.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && item.EnumerateObject().Count() > 2) _byId.TryAdd(id.GetString()!, item);
            }

            foreach (var property in item.EnumerateObject())
            {
                if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) Collect(property.Value, depth + 1);
            }
        }
    }

    private void Choose()
    {
        // The first of the best type; later ones are often teasers of other articles.
        var best = ArticleTypes.Length;
        foreach (var item in _objects)
        {
            var rank = Array.FindIndex(ArticleTypes, type => Is(item, type));
            if (rank < 0 || rank >= best) continue;
            best = rank;
            Article = item;
        }

        IsArticle = best < Array.IndexOf(ArticleTypes, "CreativeWork");
    }

    /// <summary>Its type, or a type that ends so: "NewsArticle" is an article.</summary>
    private static bool Is(JsonElement item, string type)
    {
        if (!item.TryGetProperty("@type", out var value)) return false;
        if (value.ValueKind == JsonValueKind.String) return Ends(value);
        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(entry => entry.ValueKind == JsonValueKind.String && Ends(entry));

        bool Ends(JsonElement text) => text.GetString()!.EndsWith(type, StringComparison.Ordinal);
    }
}
