using System.Xml.Linq;
using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata.Dates;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Feeds;

/// <summary>One item of a feed -> an article: each field from the first element that has it.</summary>
internal sealed class FeedItem
{
    private static readonly XName Base = XNamespace.Xml + "base";
    private static readonly XName Lang = XNamespace.Xml + "lang";

    private static readonly string[] Contents = ["content:encoded", "content", "xhtml:body", "xhtml:div", "xhtml:p", "fulltext"];
    private static readonly string[] Summaries = ["description", "summary", "dc:description", "excerpt:encoded", "abstract", "media:description", "itunes:summary", "tagline"];

    private static readonly string[] Dates =
        ["pubDate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created", "created", "wp:post_date_gmt", "wp:post_date", "date", "updated", "modified", "dcterms:modified"];

    private readonly XElement _item;
    private readonly FeedChannel _channel;
    private readonly ILookup<string, XElement> _fields;

    public FeedItem(XElement item, FeedChannel channel)
    {
        _item = item;
        _channel = channel;
        _fields = item.Elements().ToLookup(XmlNames.Of, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What a WordPress export has here in place of a published article; null where it is one.</summary>
    public string? PassedOver
    {
        get
        {
            if (Line("wp:post_type") is { } type && type is "attachment" or "nav_menu_item" or "revision" or "custom_css" or "wp_template" or "wp_global_styles" or "wp_navigation") return type;
            return Line("wp:status") is { } status && status is "draft" or "auto-draft" or "trash" or "private" or "pending" or "future" ? status : null;
        }
    }

    public Article Article()
    {
        var link = Link();
        var (body, lead) = Texts();
        var (published, publishedBy) = MachineDate.First(Dates.SelectMany(name => _fields[name].Select(field => ((string?)field.Value, name))));
        var (outlet, outletFrom) = Outlet();
        return new Article
        {
            Id = Id(link),
            Url = link,
            Title = FeedText.Line(_fields["title"].FirstOrDefault()) ?? FeedText.Line(_fields["dc:title"].FirstOrDefault()) ?? FeedText.Line(_fields["media:title"].FirstOrDefault()),
            Lead = lead,
            Body = body,
            Published = published,
            PublishedBy = publishedBy,
            Outlet = outlet,
            OutletFrom = outletFrom,
            Authors = Authors(),
            Section = Section(),
            Language = Line("dc:language") ?? Line("language") ?? _item.Attribute(Lang)?.Value ?? Contents.Concat(["title"]).SelectMany(name => _fields[name])
                .Select(field => field.Attribute(Lang)?.Value).FirstOrDefault(code => !string.IsNullOrEmpty(code)) ?? _channel.Language,
        };
    }

    private string? Line(string name) => _fields[name].Select(Markup.Line).FirstOrDefault(line => line is not null);

    /// <summary>The whole text where there is one, with the summary as lead; else the summary.</summary>
    private (string Body, string? Lead) Texts()
    {
        var isWordPress = _fields.Contains("wp:post_type");
        var body = Contents.SelectMany(name => _fields[name])
            .Select(field => isWordPress && !field.HasElements ? FeedText.OfWordPress(field.Value) : FeedText.Paragraphs(field)).FirstOrDefault(text => text.Length > 0);
        var summary = Summaries.SelectMany(name => _fields[name]).Select(FeedText.Paragraphs).FirstOrDefault(text => text.Length > 0);
        if (body is null) return (summary ?? "", null);
        return (body, summary is null || IsCutShort(summary, body) ? null : summary);
    }

    /// <summary>Whether a summary is nothing but the beginning of the text.</summary>
    private static bool IsCutShort(string summary, string body) =>
        summary.EndsWith('…') || summary.EndsWith("...", StringComparison.Ordinal) || summary.EndsWith("[…]", StringComparison.Ordinal)
        || summary.EndsWith("[...]", StringComparison.Ordinal) || body.StartsWith(summary, StringComparison.Ordinal) || summary.Length >= body.Length;

    private string? Link()
    {
        var root = FeedChannel.Resolve(_channel.BaseUri, _item.Attribute(Base)?.Value) ?? _channel.BaseUri;
        var links = _fields["link"].Concat(_fields["atom:link"]).ToList();
        IEnumerable<string?> candidates =
        [
            Line("feedburner:origLink"),
            .. links.Where(link => !link.HasAttributes || link.Attribute("href") is null).Select(link => link.Value),
            .. links.Where(link => link.Attribute("rel")?.Value is null or "alternate").Select(link => link.Attribute("href")?.Value),
            .. _fields["guid"].Where(guid => guid.Attribute("isPermaLink")?.Value != "false").Select(guid => guid.Value),
            _item.Attribute(XName.Get("about", XmlNames.Namespace("rdf")!))?.Value,
            Line("id"),
        ];
        foreach (var candidate in candidates)
        {
            var uri = FeedChannel.Resolve(root, candidate);
            if (uri is { Scheme: "http" or "https" }) return uri.OriginalString.Contains("://", StringComparison.Ordinal) ? uri.OriginalString : uri.AbsoluteUri;
        }
        return null;
    }

    /// <summary>What the feed calls its item; empty where that is only its address, or is unique in this feed alone and there is an address.</summary>
    private string Id(string? link)
    {
        var given = Line("guid") ?? Line("id") ?? Line("dc:identifier") ?? "";
        if (link is null) return given;
        return given.Contains(':', StringComparison.Ordinal) && !IsAddress(given, link) ? given : "";
    }

    private bool IsAddress(string given, string link) =>
        given == link || (given.StartsWith("http", StringComparison.OrdinalIgnoreCase) && _fields["guid"].All(guid => guid.Attribute("isPermaLink")?.Value != "false"));

    private (string? Outlet, string? Rule) Outlet()
    {
        foreach (var source in _fields["source"].Concat(_fields["dc:publisher"]))
        {
            var name = source.HasElements ? FeedText.Line(source.Elements().FirstOrDefault(child => child.Name.LocalName == "title")) : Markup.LineOfHtml(source.Value);
            if (name is not null) return (name, XmlNames.Of(source) == "source" ? "item-source" : "dc:publisher");
        }
        return _channel.Title is { } title ? (title, "feed-title") : (null, null);
    }

    private IReadOnlyList<string> Authors()
    {
        var creators = _fields["dc:creator"].Select(Markup.Line).OfType<string>().Select(_channel.NameOf);
        var names = Byline.Names(creators.Concat(_fields["author"].Concat(_fields["dc:author"]).Select(FeedText.Person)));
        if (names.Count > 0) return names;
        var ofSource = _fields["source"].Elements().Where(child => child.Name.LocalName == "author").Select(FeedText.Person);
        names = Byline.Names(ofSource.Concat(_fields["itunes:author"].Select(Markup.Line)));
        return names.Count > 0 ? names : Byline.Names(_channel.Authors);
    }

    private string? Section() => _fields["category"]
        .Where(category => category.Attribute("domain")?.Value is not ("post_tag" or "post_format" or "tag"))
        .Select(category => Markup.LineOfHtml(category.Attribute("label")?.Value ?? category.Attribute("term")?.Value ?? category.Value))
        .Concat(_fields["dc:subject"].Select(Markup.Line))
        .FirstOrDefault(name => name is not null && !name.Equals("Uncategorized", StringComparison.OrdinalIgnoreCase));
}
