using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Matching;

namespace NewsSearch.Engine.Search;

/// <summary>The counting route on one segment: which living documents match the query, under all filters or under all but one field's.</summary>
/// <remarks>It never scores. Drill sideways (the hits under the other fields' filters) costs one more pass over bits, not one more query.</remarks>
internal sealed class SegmentMatches
{
    private readonly SegmentView _segment;
    private readonly Clause _clause;
    private readonly IndexSchema _schema;
    private readonly DocSet _unfiltered;
    private readonly List<(string Field, DocSet Set)> _filters;

    public SegmentMatches(SegmentView segment, IndexSchema schema, Clause clause, IEnumerable<KeywordSelection> filters, CancellationToken cancellation)
    {
        (_segment, _schema, _clause) = (segment, schema, clause);
        _unfiltered = Collect(cancellation);
        if (segment.Deleted is not null) _unfiltered.AndNot(segment.Deleted);
        _filters = [.. filters.Select(filter => (filter.Field, filter.Set(segment.Reader)))];
        All = Filtered(exceptField: null);
    }

    /// <summary>The hits.</summary>
    public DocSet All { get; }

    /// <summary>The hits under the query and the filters of all fields but this one.</summary>
    public DocSet Without(string field) => _filters.Exists(filter => filter.Field == field) ? Filtered(field) : All;

    /// <summary>A fresh cursor over the matches of the query, to rank them.</summary>
    public DocCursor? Open() => _clause.Open(_segment.Reader);

    /// <summary>A number column by name. Requires: the schema has it.</summary>
    public NumberColumn NumberColumn(string field) => _segment.Reader.Numbers[_schema.Numbers.Select(number => number.Name).ToList().IndexOf(field)];

    private DocSet Collect(CancellationToken cancellation)
    {
        var set = new DocSet(_segment.Reader.DocCount);
        if (_clause.Open(_segment.Reader) is not { } cursor) return set;
        var untilCheck = 0;
        for (var doc = cursor.Next(); doc != DocCursor.NoMoreDocs; doc = cursor.Next())
        {
            if ((++untilCheck & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            set.Add(doc);
        }

        return set;
    }

    private DocSet Filtered(string? exceptField)
    {
        if (_filters.Count == 0) return _unfiltered;
        var set = _unfiltered.Copy();
        foreach (var (field, filter) in _filters)
        {
            if (field != exceptField) set.And(filter);
        }

        return set;
    }
}
