namespace NewsSearch.Engine.Highlighting;

/// <summary>Text and marks -> HTML to show: everything escaped, <c>mark</c> the only tag.</summary>
public static class Snippets
{
    /// <summary>The passages that show most of the marked words, in the order of the text; its beginning if nothing is marked.</summary>
    /// <remarks>
    /// Passages do not overlap and do not cut a mark, a word or a surrogate pair; they prefer to begin and end with a sentence.
    /// An ellipsis stands where text is left out, one blank for any run of white space. A mark of more than
    /// <see cref="Passages.LongestMark"/> characters is cut there: it is no phrase that anybody typed.
    /// </remarks>
    /// <param name="text">The text.</param>
    /// <param name="marks">Places in it, sorted, not overlapping.</param>
    /// <param name="options">How many passages, and how long.</param>
    public static IReadOnlyList<string> Of(string text, IReadOnlyList<Mark> marks, SnippetOptions options)
    {
        Validate(text, marks);
        ArgumentNullException.ThrowIfNull(options);
        List<string> snippets = [];
        foreach (var passage in Passages.Choose(text, marks, options))
        {
            var html = new MarkedHtml(text, marks, joinsBlanks: true);
            if (text.AsSpan(0, passage.Start).ContainsAnyExcept(MarkedHtml.Blanks))
                html.AppendPlain("… ");
            html.AppendRange(passage.Start, passage.End);
            if (text.AsSpan(passage.End).ContainsAnyExcept(MarkedHtml.Blanks))
                html.AppendPlain(" …");
            snippets.Add(html.ToString());
        }
        return snippets;
    }

    /// <summary>The whole text with its marks; line breaks stay.</summary>
    public static string MarkAll(string text, IReadOnlyList<Mark> marks)
    {
        Validate(text, marks);
        var html = new MarkedHtml(text, marks, joinsBlanks: false);
        html.AppendRange(0, text.Length);
        return html.ToString();
    }

    private static void Validate(string text, IReadOnlyList<Mark> marks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(marks);
        var end = 0;
        foreach (var mark in marks)
        {
            if (mark.Start < end || mark.End <= mark.Start || mark.End > text.Length)
                throw new ArgumentException($"[{mark.Start}, {mark.End}) overlaps another mark, is empty or lies outside the text.", nameof(marks));
            end = mark.End;
        }
    }
}
