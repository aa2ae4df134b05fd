namespace NewsSearch.Engine.Queries;

/// <summary>Collects what the parser has to say about a query, at most <see cref="QueryLimits.Notes"/> remarks.</summary>
internal sealed class QueryNotes
{
    private readonly List<QueryNote> _notes = [];
    private int _untold;

    public void Add(string text, int start, int end)
    {
        if (_notes.Count < QueryLimits.Notes)
            _notes.Add(new QueryNote(text, start, end));
        else
            _untold++;
    }

    /// <summary>The notes in the order of their places in the query.</summary>
    public IReadOnlyList<QueryNote> InOrder(int textLength)
    {
        var ordered = _notes.OrderBy(note => note.Start).ThenBy(note => note.End).ToList();
        if (_untold > 0)
            ordered.Add(new QueryNote($"There is more of this kind ({_untold} further notes).", textLength, textLength));
        return ordered;
    }
}

/// <summary>How much of a hostile text is read. Each limit that is met leaves a note. All chosen by taste.</summary>
internal static class QueryLimits
{
    public const int TextLength = 8_192;
    public const int Words = 1_024;

    /// <summary>Words with *, ? or ~: each may walk the whole dictionary.</summary>
    public const int Patterns = 100;

    public const int Nesting = 100;
    public const int Slop = 10_000;
    public const int Notes = 50;
}
