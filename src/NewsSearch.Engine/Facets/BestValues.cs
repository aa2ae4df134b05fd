using NewsSearch.Engine.Search;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Facets;

/// <summary>Values with their counts, in any order -> those that a facet lists. Names are looked at only where counts tie, or where they decide.</summary>
internal sealed class BestValues(FacetRequest request, GlobalValues values)
{
    // By count: sorted, Size at most. By name: all of them, sorted in the end.
    private readonly List<FacetCount> _best = [];

    /// <summary>What counts less need not be offered.</summary>
    public int Least => request.Size == 0 ? int.MaxValue : IsFull ? (int)_best[^1].Count : 1;

    private bool IsFull => request.Order == FacetOrder.Count && _best.Count == request.Size;

    /// <param name="ordinal">Each at most once.</param>
    /// <param name="count">1 or more.</param>
    public void Offer(int ordinal, int count)
    {
        if (count < Least) return;
        var value = new FacetCount(values.Shown(ordinal), count);
        if (request.Where?.Invoke(value.Value!) == false) return;
        if (request.Order == FacetOrder.NameDescending)
        {
            _best.Add(value);
            return;
        }

        if (IsFull)
        {
            if (Compare(value, _best[^1]) > 0) return;
            _best.RemoveAt(_best.Count - 1);
        }

        var place = _best.BinarySearch(value, Comparer<FacetCount>.Create(Compare));
        _best.Insert(~place, value);
    }

    /// <summary>The list: the best, those that are always listed, and in the end those without a value.</summary>
    public List<FacetCount> Listed(long countWithout, Func<string, long> countOf)
    {
        if (request.Order == FacetOrder.NameDescending)
        {
            _best.Sort(Compare);
            if (_best.Count > request.Size) _best.RemoveRange(request.Size, _best.Count - request.Size);
        }

        if (request.Always.Any(value => value is not null))
        {
            var shown = _best.Select(value => value.Value).ToHashSet();
            _best.AddRange(request.Always.Where(value => value is not null && shown.Add(value)).Select(value => new FacetCount(value, countOf(value!))));
            _best.Sort(Compare);
        }

        if (countWithout > 0 || request.Always.Contains(null)) _best.Add(new FacetCount(null, countWithout));
        return _best;
    }

    private int Compare(FacetCount a, FacetCount b)
    {
        if (request.Order == FacetOrder.NameDescending) return string.CompareOrdinal(b.Value, a.Value);
        return a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Value, b.Value);
    }
}
