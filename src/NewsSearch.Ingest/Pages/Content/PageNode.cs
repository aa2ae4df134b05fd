using AngleSharp.Dom;

namespace NewsSearch.Ingest.Pages.Content;

/// <summary>An element of the page, with what is known of the text in it.</summary>
/// <remarks>Lengths are in characters, runs of white space counted as one. Dropped parts count nothing in the elements around them.</remarks>
internal sealed class PageNode(IElement element, PageNode? parent)
{
    public IElement Element { get; } = element;

    public string Name { get; } = element.LocalName;

    public PageNode? Parent { get; } = parent;

    public List<PageNode> Children { get; } = [];

    /// <summary>The rule by which it is no part of the article; null where it may be.</summary>
    public string? Drop { get; set; }

    /// <summary>Text in it but not in a block within it: that of a paragraph.</summary>
    public int OwnLength { get; set; }

    /// <summary>How much of it is links.</summary>
    public int OwnLinkLength { get; set; }

    /// <summary>Commas in it, of any script.</summary>
    public int OwnCommas { get; set; }

    /// <summary>All text in it.</summary>
    public int TextLength { get; set; }

    public int LinkLength { get; set; }

    /// <summary>Text of its paragraphs that read as prose.</summary>
    public int ProseLength { get; set; }

    /// <summary>How much it looks like the article's container.</summary>
    public double Score { get; set; }

    public double LinkDensity => TextLength == 0 ? 0 : (double)LinkLength / TextLength;

    public bool IsBlock => Tags.IsBlock(Name);

    public bool IsWithin(PageNode ancestor)
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (node == ancestor) return true;
        }

        return false;
    }
}
