using NewsSearch.Archive;

namespace NewsSearch.Web.Search;

/// <summary>A stretch of text: plain, or a mark that is the hit of this number (0: a mark without one).</summary>
/// <param name="Text">The text.</param>
/// <param name="IsMark">Whether it is marked.</param>
/// <param name="Hit">Number of the hit, from 1.</param>
/// <param name="Begins">Whether the hit begins here: a hit across two paragraphs has two stretches.</param>
/// <param name="Ends">Whether the hit ends here.</param>
internal sealed record TextPiece(string Text, bool IsMark, int Hit, bool Begins, bool Ends);

/// <summary>Text and marks -> pieces to print.</summary>
internal static class MarkedText
{
    /// <summary>The body, paragraph by paragraph.</summary>
    /// <param name="body">Paragraphs separated by empty lines.</param>
    /// <param name="marks">Sorted, not overlapping.</param>
    /// <param name="firstHit">Number of the first mark.</param>
    public static IEnumerable<IReadOnlyList<TextPiece>> Paragraphs(string body, IReadOnlyList<TextRange> marks, int firstHit)
    {
        var start = 0;
        while (start < body.Length)
        {
            var end = body.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = body.Length;
            if (end > start) yield return Pieces(body, start, end, marks, firstHit);
            start = end + 2;
        }
    }

    /// <summary>The stretch [start, end) of a text, cut at the marks.</summary>
    public static IReadOnlyList<TextPiece> Pieces(string text, int start, int end, IReadOnlyList<TextRange> marks, int firstHit)
    {
        var pieces = new List<TextPiece>();
        var done = start;
        for (var i = 0; i < marks.Count; i++)
        {
            var from = Math.Max(marks[i].Start, done);
            var to = Math.Min(marks[i].End, end);
            if (from >= to) continue;
            if (from > done) pieces.Add(new TextPiece(text[done..from], false, 0, false, false));
            pieces.Add(new TextPiece(text[from..to], true, firstHit == 0 ? 0 : firstHit + i, from == marks[i].Start, to == marks[i].End));
            done = to;
        }

        if (done < end) pieces.Add(new TextPiece(text[done..end], false, 0, false, false));
        return pieces;
    }

    /// <summary>The number of the paragraph that a place of the body is in, from 1; 0 before the first.</summary>
    public static int ParagraphOf(string body, int at)
    {
        var number = 0;
        for (var start = 0; start < Math.Min(at, body.Length); number++)
        {
            var end = body.IndexOf("\n\n", start, StringComparison.Ordinal);
            start = end < 0 ? body.Length : end + 2;
        }

        return number;
    }
}
