using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsSearch.Ingest.Pages;

/// <summary>A page's text -> its tree, or why not.</summary>
/// <remarks>
/// The parser's work grows with the square of the depth, and by the rules for unclosed formatting a few kilobytes make millions of
/// elements. Real pages stay far below both bounds; browsers themselves flatten what is deeper than 512.
/// </remarks>
internal static partial class PageParser
{
    /// <summary>Formatting that is open at a time: each paragraph gets a copy of all of it, unseen by the other bounds.</summary>
    private const int MaxOpenFormatting = 500;

    public const int MaxElements = 500_000;
    public const int MaxDepth = 1_000;

    /// <summary>How many elements are made between two looks at the depth: looking costs as much as the tree is deep.</summary>
    private const int DepthStep = 64;

    /// <param name="html">The page.</param>
    /// <param name="problem">A sentence where it gives no tree.</param>
    public static IHtmlDocument? Parse(string html, out string? problem)
    {
        problem = null;
        html = Bounded(html);
        var bounds = new Bounds();
        var options = new HtmlParserOptions
        {
            SkipComments = true,
            SkipCDATA = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            MaximumDepth = int.MaxValue, // its own bound flattens the tree and goes on at the same cost
            OnCreated = (element, _) => bounds.Check(element),
        };
        try
        {
            return new HtmlParser(options).ParseDocument(html.Contains('\0', StringComparison.Ordinal) ? html.Replace("\0", "", StringComparison.Ordinal) : html);
        }
        catch (PageBoundException bound)
        {
            problem = bound.Message;
            return null;
        }
    }

    /// <summary>The same without formatting where too much of it stays open. It bears no meaning, and links close each other.</summary>
    public static string Bounded(string html)
    {
        var open = 0;
        foreach (var tag in FormattingTag().EnumerateMatches(html))
        {
            open = html[tag.Index + 1] == '/' ? Math.Max(0, open - 1) : open + 1;
            if (open > MaxOpenFormatting) return FormattingTag().Replace(html, "");
        }

        return html;
    }

    [GeneratedRegex(@"</?(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])[^>]*>?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FormattingTag();

    private sealed class Bounds
    {
        private int _elements;
        private IElement? _last;

        /// <summary>The element is not in the tree yet; the one made before it is.</summary>
        public void Check(IElement element)
        {
            if (++_elements > MaxElements) throw new PageBoundException($"The page has more than {MaxElements} elements.");
            if (_elements % DepthStep == 0 && IsDeeper(_last)) throw new PageBoundException($"The page's elements are nested more than {MaxDepth} deep.");
            _last = element;
        }

        private static bool IsDeeper(INode? node)
        {
            var depth = 0;
            for (; node is not null && depth <= MaxDepth; node = node.Parent) depth++;
            return depth > MaxDepth;
        }
    }

    private sealed class PageBoundException(string message) : Exception(message);
}
