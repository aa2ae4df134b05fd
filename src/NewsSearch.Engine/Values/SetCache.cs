using System.Collections.Concurrent;
using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Engine.Values;

/// <summary>Segment and filter -> the documents that pass. Starts anew when it is full. Thread-safe.</summary>
internal sealed class SetCache
{
    /// <summary>Sets kept at most. Taste: at a million documents a segment some 30 MB.</summary>
    private const int MaxSets = 256;

    private readonly ConcurrentDictionary<(string Segment, string Filter), DocSet> _sets = new();

    /// <summary>The set, made on first use. Nobody may change it.</summary>
    public DocSet GetOrAdd(string segment, string filter, Func<DocSet> make)
    {
        if (_sets.TryGetValue((segment, filter), out var known)) return known;
        if (_sets.Count >= MaxSets) _sets.Clear();
        return _sets[(segment, filter)] = make();
    }
}
