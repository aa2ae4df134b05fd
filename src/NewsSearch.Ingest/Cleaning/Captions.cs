namespace NewsSearch.Ingest.Cleaning;

/// <summary>Captions of pictures in a text: paragraphs behind a sign that no text holds. Readers of markup set it; the draft cuts what stands behind it.</summary>
internal static class Captions
{
    /// <summary>The rule's name in the record of removals.</summary>
    public const string Name = "caption";

    /// <summary>One of Unicode's noncharacters, which are for such use.</summary>
    public const char Mark = '\uFDD0';

    /// <summary>The paragraphs that are no captions; null where there are none.</summary>
    public static string? Without(string? text) =>
        text is null || !text.Contains(Mark, StringComparison.Ordinal) ? text
        : string.Join("\n\n", text.Split("\n\n").Where(paragraph => !paragraph.StartsWith(Mark))) is { Length: > 0 } rest ? rest : null;
}
