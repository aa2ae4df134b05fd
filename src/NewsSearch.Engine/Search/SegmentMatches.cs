using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Matching;

namespace NewsSearch.Engine.Search;

/// <summary>The counting route on one segment: which living documents match the query, under all filters or under all but one field's.</summary>
/// <remarks>
/// It never scores. The set of matches is made only when somebody needs it: the count of one term's documents is known without.
/// Drill sideways (the hits under the other fields' filters) costs one more pass over bits, not one more query.
/// Its sets are rented: none may be used after it was disposed.
/// </remarks>
internal sealed class SegmentMatches : IDisposable
{
    /// <summary>Documents asked one by one between two looks at the cancellation.</summary>
    private const int CheckEvery = 256;

    // Seeking one document costs about as much as walking so many. Taste until measured.
    private const int SeekCost = 16;

    private readonly SegmentView _segment;
    private readonly Clause _clause;
    private readonly IndexSchema _schema;
    private readonly CancellationToken _cancellation;
    private readonly List<(string Field, DocSet Set)> _filters;
    private readonly Lazy<DocSet> _unfiltered;
    private readonly Lazy<DocSet> _all;
    private readonly List<DocSet> _rented = [];
    private readonly Lazy<int?> _knownCount;
    private DocSet? _collected;

    public SegmentMatches(SegmentView segment, IndexSchema schema, Clause clause, IEnumerable<KeywordSelection> filters, CancellationToken cancellation)
    {
        (_segment, _schema, _clause, _cancellation) = (segment, schema, clause.On(segment.Reader), cancellation);
        _filters = [.. filters.Select(filter => (filter.Field, filter.Set(segment.Reader)))];
        _unfiltered = new Lazy<DocSet>(Collect);
        _all = new Lazy<DocSet>(() => Filtered(exceptField: null));
        _knownCount = new Lazy<int?>(() => clause.KnownCount(segment.Reader));
    }

    /// <summary>The hits.</summary>
    public DocSet All => _all.Value;

    /// <summary>How many hits there are.</summary>
    public int Count => IsRestricted || _knownCount.Value is not { } count ? All.Count() : count;

    /// <summary>The hits where not every match of the query is one, or where they are at hand and spare a search for them; else null.</summary>
    public DocSet? Restriction => IsRestricted || (_all.IsValueCreated && _knownCount.Value is null) ? All : null;

    private bool IsRestricted => _filters.Count > 0 || _segment.Deleted is not null;

    /// <summary>The hits under the query and the filters of all fields but this one.</summary>
    public DocSet Without(string field) => _filters.Exists(filter => filter.Field == field) ? Filtered(field) : All;

    /// <summary>A fresh cursor over the matches of the query, to rank them.</summary>
    public DocCursor? Open() => _clause.Open(_segment.Reader);

    /// <summary>A number column by name. Requires: the schema has it.</summary>
    public NumberColumn Number(string field) => _segment.Reader.Numbers[_schema.Numbers.NumberOf(field)];

    /// <summary>Counts and ranks in one walk where finding a match is costly and every match is a hit; false where it did nothing.</summary>
    public bool TryCountAndRank(TopHits top)
    {
        if (_filters.Count > 0 || Open() is not { IsCostly: true } cursor) return false;
        var set = Kept(DocSet.Rent(_segment.Reader.DocCount));
        cursor.FillAndRank(set, _segment.Deleted, top, _segment.FirstDoc, _cancellation);
        if (_segment.Deleted is not null) set.AndNot(_segment.Deleted);
        _collected = set;
        return true;
    }

    public void Dispose() => _rented.ForEach(set => set.GiveBack());

    private DocSet Collect()
    {
        if (_collected is not null) return _collected;
        var set = Kept(DocSet.Rent(_segment.Reader.DocCount));
        _clause.Open(_segment.Reader)?.Fill(set, _cancellation);
        if (_segment.Deleted is not null) set.AndNot(_segment.Deleted);
        return set;
    }

    /// <summary>Where the filters leave few documents, those are asked one by one; null where walking the matches is cheaper.</summary>
    private DocSet? FewLeft()
    {
        var left = Kept(_filters[0].Set.RentCopy());
        foreach (var (_, filter) in _filters.Skip(1)) left.And(filter);
        if (_segment.Deleted is not null) left.AndNot(_segment.Deleted);
        var cursor = _clause.Open(_segment.Reader);
        if (left.Count() > (cursor?.Cost ?? 0) / SeekCost) return null;
        var asked = 0;
        for (var doc = left.NextFrom(0); doc < left.Length; doc = left.NextFrom(doc + 1))
        {
            if (++asked % CheckEvery == 0) _cancellation.ThrowIfCancellationRequested();
            if ((cursor!.Doc < doc ? cursor.Seek(doc) : cursor.Doc) != doc) left.Remove(doc);
        }

        return left;
    }

    private DocSet Filtered(string? exceptField)
    {
        if (_filters.Count == 0) return _unfiltered.Value;
        if (exceptField is null && !_unfiltered.IsValueCreated && FewLeft() is { } few) return few;
        var set = Kept(_unfiltered.Value.RentCopy());
        foreach (var (field, filter) in _filters)
        {
            if (field != exceptField) set.And(filter);
        }

        return set;
    }

    private DocSet Kept(DocSet set)
    {
        _rented.Add(set);
        return set;
    }
}
