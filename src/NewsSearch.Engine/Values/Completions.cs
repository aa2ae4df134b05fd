using NewsSearch.Engine.Analysis;

namespace NewsSearch.Engine.Values;

/// <summary>A value and how many documents have it.</summary>
public sealed record ValueCount(string Value, long Count);

/// <summary>What somebody has typed so far -> the most frequent values with words that go on like it, whatever case and accents. Immutable, thread-safe.</summary>
/// <remarks>
/// Every beginning of a word of every name stands in one sorted array, so that what was typed is a range of it; beside each stands the rank of its
/// value by frequency, and the least ranks of the range are the answer. Memory: the folded names, and eight bytes a word.
/// </remarks>
public sealed class Completions
{
    /// <summary>Behind each name; no word holds it, and it sorts before all.</summary>
    private const char NameEnd = '\0';

    private readonly ValueCount[] _values;
    private readonly char[] _names;
    private readonly int[] _starts;
    private readonly int[] _ranks;

    /// <summary>Each value under its own name.</summary>
    public Completions(IEnumerable<ValueCount> values, CancellationToken cancellation = default)
        : this(values, value => [value], cancellation)
    {
    }

    /// <summary>Each value under all its names.</summary>
    internal Completions(IEnumerable<ValueCount> values, Func<string, IEnumerable<string>> namesOf, CancellationToken cancellation)
    {
        _values = [.. values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)];
        var (names, starts, ranks) = (new List<char>(), new List<int>(), new List<int>());
        var tokenizer = new Tokenizer();
        for (var rank = 0; rank < _values.Length; rank++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var name in namesOf(_values[rank].Value))
            {
                tokenizer.Reset(name.AsMemory());
                while (tokenizer.Next())
                {
                    if (tokenizer.Position > 0) names.Add(' ');
                    starts.Add(names.Count);
                    ranks.Add(rank);
                    names.AddRange(tokenizer.Term);
                }

                names.Add(NameEnd);
            }
        }

        (_names, _starts, _ranks) = ([.. names], [.. starts], [.. ranks]);
        // Behind the end of equal names stand others, which orders them somehow, and always alike.
        Array.Sort(_starts, _ranks, Comparer<int>.Create((a, b) => _names.AsSpan(a).SequenceCompareTo(_names.AsSpan(b))));
    }

    /// <summary>The values of which a name, from any of its words on, begins with what was typed; most frequent first. None for nothing.</summary>
    public IReadOnlyList<ValueCount> Of(string typed, int count)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var key = Key(typed);
        if (key.Length == 0 || count <= 0) return [];
        var (first, end) = (Bound(key, orEqual: false), Bound(key, orEqual: true));
        var best = new List<int>(); // ranks, least first
        foreach (var rank in _ranks.AsSpan(first, end - first))
        {
            if (best.Count == count && rank >= best[^1]) continue;
            var at = best.BinarySearch(rank);
            if (at >= 0) continue;
            best.Insert(~at, rank);
            if (best.Count > count) best.RemoveAt(count);
        }

        return [.. best.Select(rank => _values[rank])];
    }

    /// <summary>Words as the names are written: folded, one blank between them.</summary>
    private static string Key(string text)
    {
        var words = new List<string>();
        var tokenizer = new Tokenizer();
        tokenizer.Reset(text.AsMemory());
        while (tokenizer.Next()) words.Add(tokenizer.Term.ToString());
        return string.Join(' ', words);
    }

    /// <summary>How many beginnings stand before those with the key, or before and among them.</summary>
    private int Bound(string key, bool orEqual)
    {
        var (low, high) = (0, _starts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var name = _names.AsSpan(_starts[middle]);
            var order = name[..Math.Min(name.Length, key.Length)].SequenceCompareTo(key);
            if (order < 0 || (orEqual && order == 0)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
