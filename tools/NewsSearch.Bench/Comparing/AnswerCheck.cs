namespace NewsSearch.Bench.Comparing;

/// <summary>Answers against the right ones: totals, facets and the ordered top ten must be equal, scores are not compared.</summary>
internal sealed class AnswerCheck
{
    private const int ShownDifferences = 10;

    private readonly IReadOnlyDictionary<string, string> _found;
    private readonly IReadOnlyDictionary<string, string> _right;
    private readonly List<string> _wrong;

    private AnswerCheck(IReadOnlyDictionary<string, string> found, IReadOnlyDictionary<string, string> right)
    {
        (_found, _right) = (found, right);
        _wrong = [.. right.Where(answer => found.GetValueOrDefault(answer.Key) != answer.Value).Select(answer => answer.Key)];
    }

    /// <summary>No answer differs, and there was one to compare.</summary>
    public bool AllEqual => _wrong.Count == 0 && _right.Count > 0;

    public int QueryCount => _right.Count;

    public int EqualCount => _right.Count - _wrong.Count;

    public static AnswerCheck Of(IReadOnlyDictionary<string, string> found, IReadOnlyDictionary<string, string> right) => new(found, right);

    /// <summary>The first differences, then how many answers are equal.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var query in _wrong.Take(ShownDifferences))
        {
            yield return query.Replace('\u0001', ' ');
            yield return "  expected " + Text.Cut(_right[query]);
            yield return "  found    " + Text.Cut(_found.GetValueOrDefault(query, "nothing"));
        }

        yield return $"{EqualCount} of {QueryCount} answers equal the expected ones";
    }
}
