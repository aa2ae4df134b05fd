using NewsSearch.Ingest.Pages.Content;

namespace NewsSearch.Ingest.Pages.Facts;

/// <summary>The text that a page gives to machines, where it is much more than what readers see: scripts put it there later.</summary>
internal static class StatedBody
{
    private const int Least = 500;

    /// <param name="data">The page's data.</param>
    /// <param name="blocks">What was found in the page itself.</param>
    /// <returns>Its paragraphs; null where the page's own are to be kept.</returns>
    public static List<Block>? Of(JsonLd data, List<Block> blocks)
    {
        if (data.Text("articleBody") is not { } body || body.Length < Least) return null;
        var seen = blocks.Sum(block => block.Rule is null ? block.Text.Length : 0);
        if (body.Length < 2 * seen) return null;
        var text = body.Contains("</", StringComparison.Ordinal) ? HtmlText.Of(body) : body;
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new Block(line, BlockKind.Paragraph, 0, null))];
    }
}
