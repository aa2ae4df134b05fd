using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Text;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Values;

/// <summary>The values of one keyword field over all segments: global ordinal -> value shown; segment ordinal -> global ordinal.</summary>
/// <remarks>Append-only: a new segment adds its new values and leaves all older ordinals as they are. Thread-safe.</remarks>
internal sealed class GlobalValues(string field, ValueMap map)
{
    private const int CheckEvery = 1024;
    private const int WaitMilliseconds = 10;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private volatile string[] _shown = new string[16];
    private volatile int _count;
    private readonly ILookup<string, string> _aliases = map.Fields.GetValueOrDefault(field, ReadOnlyDictionary<string, string?>.Empty)
        .Where(entry => entry.Value is not null).ToLookup(entry => entry.Value!, entry => entry.Key, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SegmentValues> _segments = new(StringComparer.Ordinal);

    /// <summary>Values known so far.</summary>
    public int Count => _count;

    /// <summary>The value shown under an ordinal. Takes no lock: values are only ever added.</summary>
    public string Shown(int ordinal) => _shown[ordinal];

    /// <summary>The ordinal of a shown value; -1 where there is none.</summary>
    public int Find(string shown)
    {
        lock (_gate) return _ordinals.GetValueOrDefault(shown, -1);
    }

    /// <summary>Values of which the shown name, or one that the map shows under it, is accepted -> their ordinals. Takes no lock.</summary>
    public HashSet<int> Where(Func<string, bool> accepts, CancellationToken cancellation) => Where(Enumerable.Range(0, _count), accepts, cancellation);

    /// <summary>The same of these ordinals alone.</summary>
    public HashSet<int> Where(IEnumerable<int> ordinals, Func<string, bool> accepts, CancellationToken cancellation)
    {
        var found = new HashSet<int>();
        var asked = 0;
        foreach (var ordinal in ordinals)
        {
            if (asked++ % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            if (accepts(_shown[ordinal]) || _aliases[_shown[ordinal]].Any(accepts)) found.Add(ordinal);
        }

        return found;
    }

    /// <summary>A shown value and what the map shows under it.</summary>
    public IEnumerable<string> NamesOf(string shown) => _aliases[shown].Prepend(shown);

    /// <summary>The map of one segment, made on first use. Cancelled, it leaves values that no segment has, which does no harm.</summary>
    public SegmentValues Of(SegmentReader segment, int keyword, CancellationToken cancellation = default)
    {
        if (_segments.TryGetValue(segment.Name, out var known)) return known;
        while (!_gate.TryEnter(WaitMilliseconds)) cancellation.ThrowIfCancellationRequested();
        try
        {
            if (!_segments.TryGetValue(segment.Name, out known)) _segments[segment.Name] = known = Map(segment, keyword, cancellation);
            return known;
        }
        finally
        {
            _gate.Exit();
        }
    }

    private SegmentValues Map(SegmentReader segment, int keyword, CancellationToken cancellation)
    {
        var terms = segment.Keywords[keyword].Terms;
        var cursor = terms.Cursor();
        var global = new int[terms.TermCount];
        var docCounts = new int[terms.TermCount];
        var seen = new HashSet<int>();
        var isInjective = true;
        for (var local = 0; cursor.Next(); local++)
        {
            if (local % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            var stored = Encoding.UTF8.GetString(cursor.Term);
            global[local] = map.Shown(field, stored) is { } shown ? Add(shown) : -1;
            docCounts[local] = cursor.Entry.DocCount;
            isInjective &= global[local] >= 0 && seen.Add(global[local]);
        }

        return new SegmentValues(global, docCounts, isInjective);
    }

    private int Add(string shown)
    {
        if (_ordinals.TryGetValue(shown, out var ordinal)) return ordinal;
        if (_count == _shown.Length)
        {
            var longer = new string[2 * _count];
            _shown.CopyTo(longer, 0);
            _shown = longer;
        }

        _shown[_count] = shown;
        return _ordinals[shown] = _count++;
    }
}
