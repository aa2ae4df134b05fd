namespace NewsSearch.Engine.Highlighting;

/// <summary>A match [Start, End) in a text, in UTF-16 code units.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">Behind the last unit.</param>
/// <param name="Word">The word or phrase of the query that is matched; the forms of one word have one number.</param>
public readonly record struct Mark(int Start, int End, int Word = 0);

/// <summary>Marks as they are found -> sorted, those that overlap joined. Memory stays within what the text can hold.</summary>
internal sealed class MarkList
{
    private const int FirstLimit = 1 << 16;

    private List<Mark> _marks = [];
    private int _limit = FirstLimit;

    public void Add(Mark mark)
    {
        if (_marks.Count > 0 && _marks[^1].Start <= mark.Start && mark.End <= _marks[^1].End)
            return;
        if (_marks.Count == _limit)
            _limit = Math.Max(FirstLimit, 2 * Merge().Count);
        _marks.Add(mark);
    }

    public IReadOnlyList<Mark> Merge()
    {
        _marks.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        List<Mark> merged = new(_marks.Count);
        foreach (var mark in _marks)
        {
            if (merged.Count == 0 || merged[^1].End <= mark.Start)
                merged.Add(mark);
            else if (merged[^1].End < mark.End)
                merged[^1] = merged[^1] with { End = mark.End };
        }
        return _marks = merged;
    }
}
