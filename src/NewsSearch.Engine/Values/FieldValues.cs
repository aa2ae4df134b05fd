using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Commits;

namespace NewsSearch.Engine.Values;

/// <summary>The values of one keyword field in one snapshot: segment by segment -> global ordinals. Immutable, thread-safe, asked without a lock.</summary>
internal sealed class FieldValues
{
    private readonly Snapshot _snapshot;
    private readonly Lazy<FrequentValues> _frequent;

    public FieldValues(Snapshot snapshot, ValueRegistry registry, string field, CancellationToken cancellation)
    {
        _snapshot = snapshot;
        Keyword = registry.NumberOf(field);
        if (!snapshot.Schema.Keywords[Keyword].HasColumn) throw new ArgumentException($"The field '{field}' has no column.", nameof(field));
        Global = registry.Of(field);
        Segments = [.. snapshot.Segments.Select(segment => Global.Of(segment.Reader, Keyword, cancellation))];
        Count = Global.Count;
        _frequent = new Lazy<FrequentValues>(() => new FrequentValues(this, snapshot.DocCount));
    }

    /// <summary>Number of the field in the schema.</summary>
    public int Keyword { get; }

    public GlobalValues Global { get; }

    /// <summary>By number of the segment in the snapshot.</summary>
    public IReadOnlyList<SegmentValues> Segments { get; }

    /// <summary>Every global ordinal of the snapshot lies below.</summary>
    public int Count { get; }

    public FrequentValues Frequent => _frequent.Value;

    /// <summary>Every value that a living document has, and how many have it.</summary>
    public IEnumerable<ValueCount> DocCounts(CancellationToken cancellation)
    {
        var counts = StoredCounts();
        for (var number = 0; number < Segments.Count; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (segment, values) = (_snapshot.Segments[number], Segments[number]);
            var column = segment.Reader.Columns[Keyword]!;
            if (!values.IsInjective)
            {
                foreach (var (_, ordinal) in values.ExceptionsIn(column, segment.Reader.DocCount).Surplus) counts[ordinal]--;
            }

            if (segment.Deleted is not { } deleted) continue;
            var ordinals = new List<int>();
            for (var doc = deleted.NextFrom(0); doc < deleted.Length; doc = deleted.NextFrom(doc + 1))
            {
                column.Read(doc, ordinals);
                foreach (var ordinal in ordinals.Select(local => values.Global[local]).Where(ordinal => ordinal >= 0).Distinct()) counts[ordinal]--;
            }
        }

        return Enumerable.Range(0, Count).Where(ordinal => counts[ordinal] > 0).Select(ordinal => new ValueCount(Global.Shown(ordinal), counts[ordinal]));
    }

    /// <summary>Documents by value as they are stored: one with two stored names of a value counts twice, deleted ones count, too.</summary>
    public int[] StoredCounts()
    {
        var counts = new int[Count];
        foreach (var segment in Segments)
        {
            for (var local = 0; local < segment.Global.Length; local++)
            {
                if (segment.Global[local] is >= 0 and var ordinal) counts[ordinal] += segment.DocCounts[local];
            }
        }

        return counts;
    }

    /// <summary>The documents of a segment that have a value, under any of its stored names; over no documents where it has none.</summary>
    public DocSet DocsWith(int segment, int ordinal)
    {
        var reader = _snapshot.Segments[segment].Reader;
        var global = Segments[segment].Global;
        var (terms, postings, _) = reader.Keywords[Keyword];
        var set = new DocSet(0);
        for (var local = Array.IndexOf(global, ordinal); local >= 0; local = Array.IndexOf(global, ordinal, local + 1))
        {
            if (set.Length == 0) set = new DocSet(reader.DocCount);
            var cursor = terms.Cursor();
            cursor.SeekOrdinal(local);
            postings.Open(cursor.Entry).Fill(set);
        }

        return set;
    }
}
