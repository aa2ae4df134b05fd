using AngleSharp.Dom;

namespace NewsSearch.Ingest.Pages.Content;

/// <summary>A page's body -> its tree, the element that holds the article, and the article's blocks.</summary>
internal static class ArticleText
{
    /// <summary>An article with less prose may be a wrong choice; trafilatura's bound is the same.</summary>
    private const int EnoughProse = 250;

    /// <summary>Where the names of classes take most of the prose away they are believed less, and what comes out is compared.</summary>
    public static (PageTree Tree, PageNode Main, string Rule) Find(IElement body)
    {
        var tree = PageTree.Of(body, Trust.Full);
        var (main, rule) = MainContent.Find(tree);
        foreach (var trust in (ReadOnlySpan<Trust>)[Trust.Some, Trust.Little])
        {
            var isFew = main.ProseLength < EnoughProse;
            if (tree.WholeProseLength < 2 * main.ProseLength || (trust == Trust.Little && !isFew)) break;
            var other = PageTree.Of(body, trust);
            var (otherMain, otherRule) = MainContent.Find(other);
            if (otherMain.ProseLength >= 2 * main.ProseLength && otherMain.ProseLength > main.ProseLength) (tree, main, rule) = (other, otherMain, otherRule + ", names distrusted");
        }

        return (tree, main, rule);
    }

    /// <param name="tree">The page.</param>
    /// <param name="main">The article's element.</param>
    /// <param name="title">The headline, if known.</param>
    public static List<Block> Blocks(PageTree tree, PageNode main, string? title) =>
        BlockRules.Apply([.. LeadText.Find(tree, main, title).SelectMany(BlockReader.ReadLead), .. BlockReader.Read(main)], title);
}
