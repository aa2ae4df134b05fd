using NewsSearch.Archive;

namespace NewsSearch.Web.Search;

/// <summary>A note's place in the query, with a little of the query on both sides.</summary>
internal sealed record NotePlace(string Before, string Marked, string After)
{
    private const int Around = 24;

    /// <summary>Null where the note has no place, or where the place is no stretch of the query.</summary>
    public static NotePlace? Of(string query, Note note)
    {
        if (note.Start < 0 || note.Start >= note.End || note.End > query.Length) return null;
        var (from, to) = (Math.Max(0, note.Start - Around), Math.Min(query.Length, note.End + Around));
        return new NotePlace(
            (from > 0 ? "…" : "") + query[from..note.Start],
            InWords.Clip(query[note.Start..note.End], 2 * Around),
            query[note.End..to] + (to < query.Length ? "…" : ""));
    }
}
