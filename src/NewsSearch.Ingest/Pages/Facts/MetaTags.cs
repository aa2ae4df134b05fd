using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsSearch.Ingest.Pages.Facts;

/// <summary>A page's meta elements: name, property or itemprop, in lower case -> contents, in order.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> _contents = new(StringComparer.Ordinal);

    public static MetaTags Of(IHtmlDocument document)
    {
        var tags = new MetaTags();
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var content = meta.GetAttribute("content")!.Trim();
            if (content.Length == 0) continue;
            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
            {
                if (attribute == "itemprop" && IsOfRemark(meta)) continue;
                // One attribute may list several names.
                foreach (var name in (meta.GetAttribute(attribute) ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)) tags.Add(name, content);
            }
        }

        return tags;
    }

    /// <summary>Whether the item that an element describes is a reader's comment or review, not the article.</summary>
    public static bool IsOfRemark(IElement element) =>
        element.Closest("[itemtype]")?.GetAttribute("itemtype") is { } type && (type.EndsWith("Comment", StringComparison.Ordinal) || type.EndsWith("Comments", StringComparison.Ordinal) || type.EndsWith("Review", StringComparison.Ordinal));

    /// <summary>The first content of the first of these names that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_contents.TryGetValue(name, out var contents)) return contents[0];
        }

        return null;
    }

    public IEnumerable<(string Content, string Name)> All(IEnumerable<string> names) =>
        names.SelectMany(name => _contents.GetValueOrDefault(name, []), (name, content) => (content, name));

    private void Add(string name, string content)
    {
        if (!_contents.TryGetValue(name, out var contents)) _contents.Add(name, contents = []);
        contents.Add(content);
    }
}
