using System.Xml.Linq;
using NewsSearch.Ingest.Readers.Wires.Xml;

namespace NewsSearch.Ingest.Readers.Wires.Feeds;

/// <summary>What a feed says of itself before its items: name, address, language, authors.</summary>
internal sealed class FeedChannel
{
    private static readonly XName Base = XNamespace.Xml + "base";
    private static readonly XName Lang = XNamespace.Xml + "lang";

    private readonly Dictionary<string, string> _nameOfLogin = new(StringComparer.Ordinal);
    private Uri? _link;
    private Uri? _base;

    public string? Title { get; private set; }

    public string? Language { get; private set; }

    /// <summary>Authors of the whole feed (Atom).</summary>
    public List<string?> Authors { get; } = [];

    /// <summary>What addresses are relative to.</summary>
    public Uri? BaseUri => _base ?? _link;

    /// <summary>The name that goes with a login of a WordPress export; the login where none does.</summary>
    public string NameOf(string login) => _nameOfLogin.GetValueOrDefault(login, login);

    /// <summary>Takes a container's attributes or a child of the channel.</summary>
    public void Take(XElement element)
    {
        _base = Resolve(_base, element.Attribute(Base)?.Value) ?? _base;
        Language ??= element.Attribute(Lang)?.Value;
        switch (XmlNames.Of(element).ToLowerInvariant())
        {
            case "title" or "dc:title": Title ??= FeedText.Line(element); break;
            case "language" or "dc:language": Language = Markup.Line(element) ?? Language; break;
            case "link": _link ??= Resolve(_base, element.Attribute("href")?.Value ?? element.Value); break;
            case "author" when FeedText.Person(element) is { } name: Authors.Add(name); break;
            case "wp:author": TakeLogin(element); break;
            case "wp:wp_author": TakeLogin(element); break;
        }
    }

    /// <summary>An address resolved against another; null where it is none.</summary>
    public static Uri? Resolve(Uri? root, string? address)
    {
        address = address?.Trim();
        if (string.IsNullOrEmpty(address)) return null;
        if (Uri.TryCreate(address, UriKind.Absolute, out var absolute) && !absolute.IsFile) return absolute;
        return root is not null && Uri.TryCreate(root, address, out var resolved) ? resolved : null;
    }

    private void TakeLogin(XElement author)
    {
        var fields = author.Elements().ToLookup(field => field.Name.LocalName, field => Markup.Line(field));
        if (fields["author_login"].FirstOrDefault() is not { } login) return;
        var whole = Markup.Line(fields["author_first_name"].FirstOrDefault() + " " + fields["author_last_name"].FirstOrDefault());
        var shown = fields["author_display_name"].FirstOrDefault();
        // Many logins are shown as they are; then the two names tell more.
        _nameOfLogin[login] = shown is not null && shown != login ? shown : whole ?? shown ?? login;
    }
}
