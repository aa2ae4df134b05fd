using System.Text;
using AngleSharp.Dom;
using NewsSearch.Ingest.Cleaning;

namespace NewsSearch.Ingest.Pages.Content;

/// <summary>The article's element -> its blocks in order, dropped parts among them under their rules.</summary>
internal sealed class BlockReader
{
    // Unicode's own signs: those of the page's source are mere white space.
    private const char LineFeed = '\u2028';
    private const char ParagraphBreak = '\u2029';

    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _text = new();
    private readonly Dictionary<IElement, PageNode> _nodes = [];
    private readonly List<Context> _contexts = [];
    private int _linkLength;

    private readonly record struct Context(BlockKind Kind, bool IsLink, string? Rule);

    public static List<Block> Read(PageNode root)
    {
        var reader = new BlockReader();
        reader.Walk(root);
        return reader._blocks;
    }

    /// <summary>The blocks of a standfirst: what dropped it before does not count.</summary>
    public static IEnumerable<Block> ReadLead(PageNode lead) => Read(lead).Select(block => block with { Rule = null, Kind = BlockKind.Paragraph });

    private void Walk(PageNode root)
    {
        var known = new Stack<PageNode>([root]);
        while (known.TryPop(out var node))
        {
            _nodes[node.Element] = node;
            foreach (var child in node.Children) known.Push(child);
        }

        var rest = new Stack<(INode? Node, bool EndsBlock)>([(root.Element, false)]);
        while (rest.TryPop(out var next))
        {
            if (next.Node is IText words)
            {
                Append(words.Data);
                continue;
            }

            if (next.Node is null)
            {
                if (next.EndsBlock) EndBlock();
                _contexts.RemoveAt(_contexts.Count - 1);
                continue;
            }

            if (next.Node is not IElement element) continue;
            if (element.LocalName == "br") _text.Append(_text.Length > 0 && EndsWithBreak() ? ParagraphBreak : LineFeed);
            else if (_nodes.TryGetValue(element, out var node)) Enter(node, rest);
        }

        EndBlock();
    }

    private void Enter(PageNode node, Stack<(INode? Node, bool EndsBlock)> rest)
    {
        var around = _contexts.Count > 0 ? _contexts[^1] : default;
        // A cell that holds no blocks is a part of its row.
        var endsBlock = node.IsBlock && !(node.Name is "td" or "th" && around.Kind == BlockKind.Row);
        if (endsBlock || (node.Drop is not null && around.Rule is null))
        {
            EndBlock();
            endsBlock = true;
        }
        else if (node.Name is "td" or "th" && _text.Length > 0)
        {
            _text.Append(" | ");
        }

        _contexts.Add(new Context(Kind(node, around.Kind), around.IsLink || node.Name == "a", around.Rule ?? node.Drop));
        rest.Push((null, endsBlock));
        for (var child = node.Element.LastChild; child is not null; child = child.PreviousSibling) rest.Push((child, false));
    }

    private static BlockKind Kind(PageNode node, BlockKind around) => node.Name switch
    {
        "li" or "dd" or "dt" => BlockKind.ListItem,
        "blockquote" => BlockKind.Quote,
        "pre" => BlockKind.Preformatted,
        "tr" when !HasBlocks(node) => BlockKind.Row,
        "td" or "th" when around != BlockKind.Row => BlockKind.Paragraph,
        var name when Tags.IsHeading(name) => BlockKind.Heading,
        _ => around,
    };

    private static bool HasBlocks(PageNode row) => row.Children.Exists(cell => cell.Children.Exists(child => child.IsBlock && child.Name is not ("p" or "div") || child.Children.Exists(inner => inner.IsBlock)));

    private bool EndsWithBreak()
    {
        for (var i = _text.Length - 1; i >= 0; i--)
        {
            if (_text[i] is LineFeed or ParagraphBreak) return true;
            if (!char.IsWhiteSpace(_text[i])) return false;
        }

        return false;
    }

    private void Append(string words)
    {
        var context = _contexts[^1];
        if (context.Kind == BlockKind.Preformatted) words = words.Replace('\n', LineFeed);
        _text.Append(words);
        if (context.IsLink) _linkLength += words.AsSpan().Trim().Length;
    }

    private void EndBlock()
    {
        if (_text.Length == 0) return;
        var context = _contexts.Count > 0 ? _contexts[^1] : default;
        var parts = _text.ToString().Split(ParagraphBreak);
        foreach (var part in parts)
        {
            var text = string.Join('\n', part.Split(LineFeed).Select(TextLayout.OneLine).Where(line => line.Length > 0));
            if (text.Length > 0) _blocks.Add(new Block(text, context.Kind, parts.Length == 1 ? _linkLength : _linkLength * part.Length / _text.Length, context.Rule));
        }

        _text.Clear();
        _linkLength = 0;
    }
}
