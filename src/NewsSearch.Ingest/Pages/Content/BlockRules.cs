using System.Buffers;
using System.Text.RegularExpressions;

namespace NewsSearch.Ingest.Pages.Content;

/// <summary>The blocks of an article -> the same with what is no article under its rule: lists of links, openers and what they stand above, headings over nothing.</summary>
internal static partial class BlockRules
{
    /// <summary>Longer blocks with few links are text again.</summary>
    private const int ShortestProse = 70;

    /// <summary>So many items of a list are looked at in each direction.</summary>
    private const int MostItems = 12;

    private static readonly SearchValues<char> Separators = SearchValues.Create(" |·•–—-*_.>»");

    /// <param name="blocks">As read.</param>
    /// <param name="title">The headline: it goes elsewhere and is left out.</param>
    public static List<Block> Apply(List<Block> blocks, string? title)
    {
        var ruled = new List<Block>(blocks.Count);
        string? opened = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Rule is not null)
            {
                ruled.Add(block);
                continue;
            }

            var opener = OpeningPhrases.RuleOfOpener(block);
            if (opener is null && opened is not null && EndsOpened(block)) opened = null;
            opened = opener ?? opened;
            var rule = opened ?? OpeningPhrases.RuleOfBeginning(block) ?? Rule(blocks, i);
            ruled.Add(rule is null ? block : block with { Rule = rule });
        }

        DropHeadingsOverNothing(ruled);
        if (ruled.TrueForAll(block => block.Rule is not null)) ruled = ruled.ConvertAll(block => block.Rule is "links" or "heading" ? block with { Rule = null } : block);
        return [.. ruled.Where((block, i) => !IsTitle(block, title, i))];
    }

    private static bool EndsOpened(Block block) => block.Kind == BlockKind.Heading && block.LinkDensity < 0.5 || (block.Text.Length >= ShortestProse && block.LinkDensity < 0.4);

    private static string? Rule(List<Block> blocks, int place)
    {
        var block = blocks[place];
        if (!block.Text.AsSpan().ContainsAnyExcept(Separators)) return "separator";
        if (block.LinkDensity <= 0.8 || (block.Kind == BlockKind.ListItem && IsAmongProse(blocks, place))) return null;
        return block.Kind is BlockKind.ListItem or BlockKind.Heading or BlockKind.Row ? block.Text.Length < 200 ? "links" : null : block.Text.Length < 100 ? "links" : null;
    }

    /// <summary>Whether most of a list is no link: it tells something, and leads to more of it.</summary>
    private static bool IsAmongProse(List<Block> blocks, int place)
    {
        int first = place, last = place;
        while (first > 0 && place - first < MostItems && blocks[first - 1] is { Kind: BlockKind.ListItem, Rule: null }) first--;
        while (last + 1 < blocks.Count && last - place < MostItems && blocks[last + 1] is { Kind: BlockKind.ListItem, Rule: null }) last++;
        var list = blocks.GetRange(first, last - first + 1);
        return list.Sum(item => item.LinkLength) * 2 < list.Sum(item => item.Text.Length);
    }

    private static void DropHeadingsOverNothing(List<Block> blocks)
    {
        var hasText = false;
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            var block = blocks[i];
            if (block.Rule is not null) continue;
            if (block.Kind == BlockKind.Heading && !hasText && block.Text.Length < ShortestProse) blocks[i] = block with { Rule = "heading" };
            else hasText = true;
        }
    }

    private static bool IsTitle(Block block, string? title, int place) =>
        title is not null && place < 8 && (IsSame(block.Text, title) || (block.Kind == BlockKind.Heading && Holds(block.Text, title)));

    /// <summary>Whether a heading is a title with a kicker before it or a second line behind it.</summary>
    private static bool Holds(string heading, string title)
    {
        if (heading.Length > (2 * title.Length) + 100) return false;
        var (a, b) = (Letters().Replace(heading, ""), Letters().Replace(title, ""));
        return b.Length * 3 >= a.Length && (a.EndsWith(b, StringComparison.OrdinalIgnoreCase) || a.StartsWith(b, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether two texts have the same letters and digits.</summary>
    public static bool IsSame(string text, string other) =>
        text.Length <= (2 * other.Length) + 200 && string.Equals(Letters().Replace(text, ""), Letters().Replace(other, ""), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
