namespace NewsSearch.Engine.Queries;

/// <summary><c>2024</c>, <c>2024-02</c>, <c>2024-02-20</c>, <c>2024-02..2024-03</c>, <c>2024-02..</c> -> a range of days.</summary>
internal static class QueryPeriod
{
    /// <summary>Null, and a note, if the text is no period.</summary>
    public static PeriodNode? Read(string field, ReadOnlySpan<char> text, QuerySpan span, int textStart, QueryNotes notes)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var from = dots < 0 ? text : text[..dots];
        var to = dots < 0 ? text : text[(dots + 2)..];
        if ((from.IsEmpty && to.IsEmpty) || !IsBound(from) || !IsBound(to))
        {
            notes.Add($"“{text}” is no date; write 2024, 2024-02, 2024-02-20 or 2024-02-01..2024-02-20. It was left out.",
                textStart, textStart + text.Length);
            return null;
        }

        if (!from.IsEmpty && !to.IsEmpty && PeriodBound.FirstDay(from) > PeriodBound.LastDay(to))
        {
            notes.Add("This period ends before it begins; its ends were exchanged.", textStart, textStart + text.Length);
            return new PeriodNode(field, to.ToString(), from.ToString(), span);
        }
        return new PeriodNode(field, from.IsEmpty ? null : from.ToString(), to.IsEmpty ? null : to.ToString(), span);
    }

    private static bool IsBound(ReadOnlySpan<char> text) => text.IsEmpty || PeriodBound.FirstDay(text) is not null;
}
