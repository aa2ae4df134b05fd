using AngleSharp.Dom;

namespace NewsSearch.Ingest.Pages.Content;

/// <summary>How far the names of classes are believed.</summary>
internal enum Trust
{
    /// <summary>In all they say.</summary>
    Full,

    /// <summary>Where they name comments, navigation and their like.</summary>
    Some,

    /// <summary>Where they name navigation.</summary>
    Little,
}

/// <summary>A page's body -> its elements with the lengths of their texts; what names, roles and styles say is no article is dropped.</summary>
internal sealed class PageTree
{
    /// <summary>A paragraph is prose from this length on, with few links in it; taste, after jusText's 70 for "short".</summary>
    private const int ShortestProse = 70;

    /// <summary>A part with more than this share of the page's prose is not dropped for its name: names lie.</summary>
    private const double MostProse = 0.4;

    private readonly List<PageNode> _nodes = [];

    private readonly Trust _trust;

    private PageTree(PageNode root, Trust trust)
    {
        Root = root;
        _trust = trust;
    }

    public PageNode Root { get; }

    /// <summary>In the page's order.</summary>
    public IReadOnlyList<PageNode> All => _nodes;

    /// <summary>In the page's order, without what is dropped.</summary>
    public IEnumerable<PageNode> Kept => _nodes.Where(node => node.TextLength > 0 && node.Drop is null);

    /// <summary>Length of the page's prose before anything was dropped.</summary>
    public int WholeProseLength { get; private set; }

    public static PageTree Of(IElement body, Trust trust)
    {
        var tree = new PageTree(new PageNode(body, null), trust);
        tree.Grow();
        tree.Sum();
        tree.WholeProseLength = tree.Root.ProseLength;
        tree.Drop();
        tree.Sum();
        return tree;
    }

    /// <summary>Nodes of all elements that are seen, with their own texts.</summary>
    private void Grow()
    {
        // A stack of its own: broken pages nest a thousand elements deep.
        var rest = new Stack<PageNode>([Root]);
        while (rest.TryPop(out var node))
        {
            _nodes.Add(node);
            var added = node.Children.Count;
            for (var child = node.Element.FirstChild; child is not null; child = child.NextSibling)
            {
                if (child is IText text) Count(node, text.Data);
                else if (child is IElement element && !Tags.IsUnseen(element.LocalName)) node.Children.Add(new PageNode(element, node));
            }

            for (var i = node.Children.Count - 1; i >= added; i--) rest.Push(node.Children[i]);
        }
    }

    private static void Count(PageNode node, string text)
    {
        int length = 0, commas = 0;
        var isSpace = true;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (!isSpace) length++;
                isSpace = true;
                continue;
            }

            isSpace = false;
            length += c >= '\u2E80' ? 2 : 1; // a sign of Chinese or Japanese says as much as two letters
            if (c is ',' or '،' or '、' or '，' or '。' or '؛' or ';') commas++;
        }

        if (length == 0) return;
        var isLink = false;
        var block = node;
        for (; !block.IsBlock && block.Parent is not null; block = block.Parent) isLink |= block.Name == "a";
        for (var above = block; above is not null && !isLink; above = above.Parent) isLink = above.Name == "a";
        block.OwnLength += length;
        block.OwnCommas += commas;
        if (isLink) block.OwnLinkLength += length;
    }

    /// <summary>Own texts -> texts of whole elements, children before parents.</summary>
    private void Sum()
    {
        foreach (var node in _nodes)
        {
            node.TextLength = node.OwnLength;
            node.LinkLength = node.OwnLinkLength;
            node.ProseLength = IsProse(node) ? node.OwnLength : 0;
        }

        for (var i = _nodes.Count - 1; i > 0; i--)
        {
            var node = _nodes[i];
            if (node.Drop is not null) continue;
            var parent = node.Parent!;
            parent.TextLength += node.TextLength;
            parent.LinkLength += node.LinkLength;
            parent.ProseLength += node.ProseLength;
        }
    }

    public static bool IsProse(PageNode node) =>
        node.OwnLength >= ShortestProse && node.OwnLinkLength * 3 < node.OwnLength && !Tags.IsHeading(node.Name);

    private void Drop()
    {
        var most = MostProse * Root.ProseLength;
        foreach (var node in _nodes)
        {
            if (node == Root || node.Parent!.Drop is not null)
            {
                node.Drop = node.Parent?.Drop;
                continue;
            }

            var rule = DropRules.Of(node, _trust);
            if (rule is not null && (node.ProseLength <= most || DropRules.IsSure(node, rule, Root.ProseLength - node.ProseLength))) node.Drop = rule;
        }
    }
}
