using System.Text;
using AngleSharp.Dom;
using NewsSearch.Ingest.Cleaning;
using NewsSearch.Ingest.Pages.Content;

namespace NewsSearch.Ingest.Pages.Dates;

/// <summary>A line of a block as readers see it.</summary>
/// <param name="Text">Its words, those of neighbouring elements apart: <c>&lt;span&gt;28.09.19&lt;/span&gt;&lt;span&gt;12:44&lt;/span&gt;</c> is two.</param>
/// <param name="IsUpdate">Whether the page's names of elements say that it tells of a change.</param>
internal readonly record struct SeenLine(string Text, bool IsUpdate)
{
    /// <summary>What stands right in the block, not in blocks within it; parts that are named after updates are lines of their own.</summary>
    public static List<SeenLine> Of(PageNode block)
    {
        var lines = new List<SeenLine>();
        var text = new StringBuilder();
        var isUpdate = IsNamedUpdate(block.Element) || (block.Parent is { } parent && IsNamedUpdate(parent.Element));
        IElement? update = null;
        // Without recursion: broken pages nest a thousand elements deep.
        for (var node = Entered(block.Element); node is not null; node = Next(node, block.Element))
        {
            if (node is IText words) text.Append(words.Data).Append(' ');
            if (node is not IElement element) continue;
            var isUpdated = update is null && IsNamedUpdate(element);
            if (isUpdated || element.LocalName == "br" || Tags.IsBlock(element.LocalName)) EndLine();
            if (isUpdated && !Tags.IsBlock(element.LocalName)) update = element;
        }

        EndLine();
        return lines;

        INode? Entered(INode node) => node is IElement element && node != block.Element && (Tags.IsBlock(element.LocalName) || Tags.IsUnseen(element.LocalName)) ? null : node.FirstChild;

        INode? Next(INode node, INode root)
        {
            if (Entered(node) is { } child) return child;
            for (; node != root; node = node.Parent!)
            {
                if (node == update)
                {
                    EndLine();
                    update = null;
                }

                if (node.NextSibling is { } sibling) return sibling;
            }

            return null;
        }

        void EndLine()
        {
            var line = TextLayout.OneLine(text.ToString());
            text.Clear();
            if (line.Length > 0) lines.Add(new SeenLine(line, isUpdate || update is not null));
        }
    }

    /// <summary>Class, id and property of an element that holds the day of a change.</summary>
    public static bool IsNamedUpdate(IElement element) => DateWords.NamesUpdate(element.ClassName) || DateWords.NamesUpdate(element.GetAttribute("itemprop")) || DateWords.NamesUpdate(element.Id);
}
