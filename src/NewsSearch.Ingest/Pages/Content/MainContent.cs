using System.Text.RegularExpressions;

namespace NewsSearch.Ingest.Pages.Content;

/// <summary>A page's tree -> the element that holds the article.</summary>
/// <remarks>
/// Two ways and a comparison. Scores: each paragraph gives its container points for its length and its commas, and the containers
/// around that fewer with the distance (the idea of Readability, Arc90 2009; Mozilla's description). Names: elements that say of
/// themselves that they hold an article (schema.org, HTML5, common class names; the idea of trafilatura, Barbaresi 2021). A named
/// element is taken where it holds most of the prose that the scored one does.
/// </remarks>
internal static partial class MainContent
{
    private const double NamedShare = 0.75;
    private const int MaxLevels = 6;

    /// <summary>So many elements that hold no more than one part of an article may lie between it and what holds all parts.</summary>
    private const int MaxLevelsBetween = 1;

    /// <summary>The element, and the rule that chose it.</summary>
    public static (PageNode Node, string Rule) Find(PageTree tree)
    {
        var scored = Climbed(BestScored(tree));
        var least = scored.ProseLength * NamedShare;
        PageNode? named = null;
        string rule = "";
        foreach (var node in tree.Kept)
        {
            if (node.ProseLength < least || NameRule(node) is not { } found) continue;
            if (named is not null && !IsBetter(node, found, named, rule)) continue;
            (named, rule) = (node, found);
        }

        return named is null ? (scored, "paragraphs") : (named, rule);
    }

    /// <summary>The more telling name; of two alike the one further inside, where it loses little.</summary>
    private static bool IsBetter(PageNode node, string rule, PageNode than, string thanRule)
    {
        var (strength, thanStrength) = (Strength(rule), Strength(thanRule));
        if (strength != thanStrength) return strength > thanStrength && node.ProseLength * 4 >= than.ProseLength * 3;
        return node.IsWithin(than) ? node.ProseLength * 10 >= than.ProseLength * 9 : node.ProseLength > than.ProseLength;
    }

    private static int Strength(string rule) => rule switch
    {
        "articleBody" => 4,
        "content name" => 3,
        "article" => 2,
        _ => 1,
    };

    private static string? NameRule(PageNode node)
    {
        var element = node.Element;
        if (element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase)) return "articleBody";
        if (node.Name is "div" or "section" or "td" or "main" or "article" && (ContentName().IsMatch(element.ClassName ?? "") || ContentName().IsMatch(element.Id ?? ""))) return "content name";
        if (node.Name == "article") return "article";
        return node.Name == "main" || element.GetAttribute("role") is "main" or "article" ? "main" : null;
    }

    private static PageNode BestScored(PageTree tree)
    {
        var best = tree.Root;
        foreach (var node in tree.Kept)
        {
            if (node.OwnLength < 25 || Tags.IsHeading(node.Name)) continue;
            var density = (double)node.OwnLinkLength / node.OwnLength;
            if (density > 0.5) continue;
            var points = (1 + node.OwnCommas + Math.Min(3, node.OwnLength / 100.0)) * (1 - density);
            var level = 0;
            // Text that stands right in a container speaks for the container itself.
            for (var above = node.Name is "p" or "li" or "dd" or "dt" or "pre" or "blockquote" ? node.Parent : node; above is not null && level < MaxLevels; above = above.Parent, level++)
                above.Score += level == 0 ? points : points / (level + 1);
        }

        double most = 0;
        foreach (var node in tree.Kept)
        {
            var score = node.Score * (1 - node.LinkDensity);
            if (score <= most) continue;
            most = score;
            best = node;
        }

        return best;
    }

    /// <summary>Up, as long as the element around holds much more prose and few links: articles are cut into sections and columns.</summary>
    /// <remarks>A little further up, where sections of one kind stand beside each other.</remarks>
    private static PageNode Climbed(PageNode node)
    {
        var best = node;
        var level = 0;
        for (var below = node; below.Parent is { Name: not ("html" or "body") } above && level <= MaxLevelsBetween; below = above, level++)
        {
            var gain = above.ProseLength - best.ProseLength;
            var isMore = gain > 0 && gain * 5 >= best.ProseLength && above.LinkDensity < 0.25 && (level == 0 || IsRepeated(below));
            if (!isMore && (level > 0 || above.Children.Count(child => child.TextLength > 0) != 1)) continue;
            best = above;
            level = -1;
        }

        return best;
    }

    /// <summary>Whether elements of the same kind stand beside it: the sections of an article, the steps of a recipe.</summary>
    private static bool IsRepeated(PageNode node) =>
        node.Parent!.Children.Exists(other => other != node && other.ProseLength > 0 && other.Name == node.Name && other.Element.ClassName == node.Element.ClassName);

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:(?:article|story|post|entry|news|blog|single|text|content|main|page)(?:[_-]?(?:page|single|full|main))?[_-]?(?:body|content|text|copy|inner|detail|bodytext|contents)|storytext|articletext|bodytext|bodycopy|fulltext|hentry|theme-content|wysiwyg|rich-?text|prose|content-?body|body-?content)(?:[\s_-]|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ContentName();
}
