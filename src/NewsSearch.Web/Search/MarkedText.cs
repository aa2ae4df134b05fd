using NewsSearch.Archive;
using NewsSearch.Web.Names;

namespace NewsSearch.Web.Search;

/// <summary>A stretch of text: plain, or a mark that is the hit of this number (0: a mark without one).</summary>
/// <param name="Text">The text.</param>
/// <param name="IsMark">Whether it is marked.</param>
/// <param name="Hit">Number of the hit, from 1.</param>
/// <param name="Begins">Whether the hit begins here: a hit across two paragraphs has two stretches.</param>
/// <param name="Ends">Whether the hit ends here.</param>
internal sealed record TextPiece(string Text, bool IsMark, int Hit, bool Begins, bool Ends)
{
    /// <summary>Who is named here; null where nobody is.</summary>
    public NamePlace? Place { get; init; }

    /// <summary>Whether the name begins here: a hit that ends inside it cuts it in two.</summary>
    public bool PlaceBegins { get; init; }

    /// <summary>Whether the name ends here.</summary>
    public bool PlaceEnds { get; init; }
}

/// <summary>Text and marks -> pieces to print.</summary>
internal static class MarkedText
{
    /// <summary>The body, paragraph by paragraph.</summary>
    /// <param name="body">Paragraphs separated by empty lines.</param>
    /// <param name="marks">Sorted, not overlapping.</param>
    /// <param name="firstHit">Number of the first mark.</param>
    /// <param name="places">Where somebody is named, sorted, not overlapping.</param>
    public static IEnumerable<IReadOnlyList<TextPiece>> Paragraphs(string body, IReadOnlyList<TextRange> marks, int firstHit, IReadOnlyList<NamePlace> places)
    {
        var start = 0;
        while (start < body.Length)
        {
            var end = body.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = body.Length;
            if (end > start) yield return Named(Pieces(body, start, end, marks, firstHit), start, places);
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

    /// <summary>Pieces that begin at a place of the text, cut once more where names begin and end.</summary>
    private static IReadOnlyList<TextPiece> Named(IReadOnlyList<TextPiece> pieces, int start, IReadOnlyList<NamePlace> places)
    {
        if (places.Count == 0) return pieces;
        var named = new List<TextPiece>();
        var at = FirstEndingBehind(places, start);
        foreach (var piece in pieces)
        {
            var end = start + piece.Text.Length;
            var done = start;
            while (at < places.Count && places[at].End <= start) at++;
            for (var i = at; i < places.Count && places[i].Start < end; i++)
            {
                var (from, to) = (Math.Max(places[i].Start, done), Math.Min(places[i].End, end));
                if (from > done) named.Add(Part(done, from));
                named.Add(Part(from, to) with { Place = places[i], PlaceBegins = from == places[i].Start, PlaceEnds = to == places[i].End });
                done = to;
            }

            if (done < end) named.Add(Part(done, end));
            start = end;

            TextPiece Part(int from, int to) => piece with
            {
                Text = piece.Text[(from - end + piece.Text.Length)..(to - end + piece.Text.Length)],
                Begins = piece.Begins && from == end - piece.Text.Length,
                Ends = piece.Ends && to == end,
            };
        }

        return named;
    }

    private static int FirstEndingBehind(IReadOnlyList<NamePlace> places, int start)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (places[middle].End <= start) low = middle + 1;
            else high = middle;
        }

        return low;
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
