namespace NewsSearch.Ingest.Pages.Content;

/// <summary>What a block of text is.</summary>
internal enum BlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Quote,
    Row,
    Preformatted,
}

/// <summary>A paragraph of the page, as it is read.</summary>
/// <param name="Text">One or more lines, spaces tidied.</param>
/// <param name="Kind">What it is.</param>
/// <param name="LinkLength">How many of its characters are links.</param>
/// <param name="Rule">The rule that takes it out; null where it stays.</param>
internal sealed record Block(string Text, BlockKind Kind, int LinkLength, string? Rule)
{
    public double LinkDensity => Text.Length == 0 ? 0 : Math.Min(1, (double)LinkLength / Text.Length);
}
