using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Search;

/// <summary>A <see cref="KeywordFilter"/> bound to a snapshot: which documents of a segment it lets through.</summary>
internal sealed class KeywordSelection
{
    private readonly ValueRegistry _registry;
    private readonly string _name;
    private readonly GlobalValues _values;
    private readonly int _keyword;
    private readonly HashSet<int> _include;
    private readonly HashSet<int> _exclude;
    private readonly KeywordFilter _filter;

    public KeywordSelection(ValueRegistry registry, Snapshot snapshot, KeywordFilter filter, CancellationToken cancellation)
    {
        _registry = registry;
        // Lengths keep two choices apart whatever characters their values hold.
        _name = string.Concat([filter.Field, .. Parts(filter.Include), " not", .. Parts(filter.Exclude)]);
        (_filter, _values, _keyword) = (filter, registry.Of(filter.Field), registry.NumberOf(filter.Field));
        foreach (var segment in snapshot.Segments) _values.Of(segment.Reader, _keyword, cancellation); // all values are known before they are looked up
        _include = Ordinals(filter.Include);
        _exclude = Ordinals(filter.Exclude);
    }

    public string Field => _filter.Field;

    /// <summary>The documents of a segment that pass; kept, so that a filter that is used again costs nothing. Not to be changed.</summary>
    public DocSet Set(SegmentReader segment) => _registry.Sets.GetOrAdd(segment.Name, _name, () => MakeSet(segment));

    private DocSet MakeSet(SegmentReader segment)
    {
        var set = _filter.Include.Count == 0 ? DocSet.All(segment.DocCount) : Union(segment, _include, _filter.Include.Contains(null));
        if (_filter.Exclude.Count > 0) set.AndNot(Union(segment, _exclude, _filter.Exclude.Contains(null)));
        return set;
    }

    private static IEnumerable<string> Parts(IEnumerable<string?> values) => values.Select(value => value is null ? " none" : $" {value.Length}:{value}");

    private DocSet Union(SegmentReader segment, HashSet<int> wanted, bool orNone)
    {
        var set = Sets.WithValue(segment, _keyword, _values, wanted);
        if (orNone) set.Or(Sets.WithoutValue(segment, _keyword, _values));
        return set;
    }

    // A value that the archive does not have selects nothing; -1 marks hidden values and must not be looked for.
    private HashSet<int> Ordinals(IEnumerable<string?> values) =>
        [.. values.OfType<string>().Select(_values.Find).Where(ordinal => ordinal >= 0)];
}
