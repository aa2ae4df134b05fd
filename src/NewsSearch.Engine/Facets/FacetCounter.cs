using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Facets;

/// <summary>Sets of hits, segment after segment -> hits by value of one field.</summary>
internal sealed class FacetCounter(FacetRequest request, int keyword, GlobalValues values)
{
    private long[] _counts = [];
    private long _withoutValue;

    /// <summary>Counts the hits of one segment. Each document counts once for each value that is shown.</summary>
    public void Add(SegmentReader segment, DocSet hits, CancellationToken cancellation)
    {
        var column = segment.Columns[keyword] ?? throw new ArgumentException($"The field '{request.Field}' has no column.");
        var map = values.Of(segment, keyword);
        if (_counts.Length < values.Count) Array.Resize(ref _counts, values.Count);
        if (map.IsInjective) AddAsStored(column, map, hits, cancellation);
        else AddAsShown(column, map, hits, cancellation);
    }

    /// <summary>The values to list.</summary>
    public IReadOnlyList<FacetCount> Result()
    {
        var always = request.Always.ToHashSet();
        var result = Best();
        var shown = result.Select(value => value.Value).ToHashSet();
        result.AddRange(request.Always.Where(value => value is not null && shown.Add(value)).Select(value => new FacetCount(value, CountOf(value!))));
        result.Sort(Compare);
        if (_withoutValue > 0 || always.Contains(null)) result.Add(new FacetCount(null, _withoutValue));
        return result;
    }

    /// <summary>The first values of the order. Names are looked at only where counts tie, or where they decide.</summary>
    private List<FacetCount> Best()
    {
        var worstFirst = new PriorityQueue<FacetCount, FacetCount>(Comparer<FacetCount>.Create((a, b) => Compare(b, a)));
        for (var ordinal = 0; ordinal < _counts.Length; ordinal++)
        {
            if (_counts[ordinal] == 0 || request.Size == 0) continue;
            var isFull = worstFirst.Count >= request.Size;
            if (isFull && request.Order == FacetOrder.Count && _counts[ordinal] < worstFirst.Peek().Count) continue;
            var value = new FacetCount(values.Shown(ordinal), _counts[ordinal]);
            if (request.Where?.Invoke(value.Value!) == false) continue;
            if (!isFull) worstFirst.Enqueue(value, value);
            else worstFirst.EnqueueDequeue(value, value);
        }

        return [.. worstFirst.UnorderedItems.Select(item => item.Element)];
    }

    /// <summary>Counts by the segment's own ordinals and adds them up by value behind.</summary>
    private void AddAsStored(OrdinalColumn column, SegmentValues map, DocSet hits, CancellationToken cancellation)
    {
        var counts = new int[map.Global.Length];
        _withoutValue += column.Count(hits, counts, cancellation);
        for (var local = 0; local < counts.Length; local++) _counts[map.Global[local]] += counts[local];
    }

    /// <summary>Two stored values that are shown as one count a document once, hidden ones not at all.</summary>
    private void AddAsShown(OrdinalColumn column, SegmentValues map, DocSet hits, CancellationToken cancellation)
    {
        var ordinals = new List<int>();
        for (var doc = hits.NextFrom(0); doc < hits.Length; doc = hits.NextFrom(doc + 1))
        {
            if ((doc & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            column.Read(doc, ordinals);
            for (var i = 0; i < ordinals.Count; i++) ordinals[i] = map.Global[ordinals[i]];
            ordinals.Sort();
            var last = -1;
            foreach (var ordinal in ordinals)
            {
                if (ordinal != last) _counts[ordinal]++;
                last = ordinal;
            }

            if (last < 0) _withoutValue++;
        }
    }

    private long CountOf(string value) => values.Find(value) is >= 0 and var ordinal && ordinal < _counts.Length ? _counts[ordinal] : 0;

    private int Compare(FacetCount a, FacetCount b)
    {
        if (request.Order == FacetOrder.NameDescending) return string.CompareOrdinal(b.Value, a.Value);
        return a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Value, b.Value);
    }
}
