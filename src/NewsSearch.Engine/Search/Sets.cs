using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Search;

/// <summary>Documents by their values: what fields of the query language and filters have in common. They score nothing.</summary>
internal static class Sets
{
    public static Clause Everything { get; } = new SetClause(segment => DocSet.All(segment.DocCount), 0);

    /// <summary>Documents with one of the values that are chosen of all that are known.</summary>
    public static SetClause Values(Snapshot snapshot, ValueRegistry values, string keyword, Func<GlobalValues, IReadOnlySet<int>> choose, CancellationToken cancellation)
    {
        var (number, global) = Known(snapshot, values, keyword, cancellation);
        var wanted = choose(global);
        return new SetClause(segment => WithValue(segment, number, global, wanted), 0);
    }

    /// <summary>Documents with a value between two bounds. Where no value is shown as another, it is looked up in the dictionary alone.</summary>
    public static SetClause Range(Snapshot snapshot, ValueRegistry values, string keyword, RangeWord range, CancellationToken cancellation)
    {
        var pattern = TermPattern.Range(range.From, range.IncludesFrom, range.To, range.IncludesTo);
        if (values.Map.Fields.ContainsKey(keyword)) return Values(snapshot, values, keyword, global => global.Where(value => pattern.Matches(value), cancellation), cancellation);
        var (number, slot) = (values.NumberOf(keyword), new QuerySlot("", "", pattern));
        return new SetClause(segment => Statistics.Union(segment.Keywords[number], slot, new DocSet(segment.DocCount), cancellation), 0);
    }

    /// <summary>Documents of which the field has nothing: no value that is shown, no period.</summary>
    public static SetClause WithoutValue(Snapshot snapshot, ValueRegistry values, FieldBinding field, CancellationToken cancellation)
    {
        if (field.Role == FieldRole.Period)
        {
            var first = snapshot.Schema.Numbers.NumberOf(field.FirstDay!);
            return new SetClause(
                segment =>
                {
                    var (set, dated) = (DocSet.All(segment.DocCount), new DocSet(segment.DocCount));
                    segment.Numbers[first].AddInRange(long.MinValue, long.MaxValue, dated);
                    set.AndNot(dated);
                    return set;
                },
                0);
        }

        var (number, global) = Known(snapshot, values, field.Keyword!, cancellation);
        return new SetClause(segment => WithoutValue(segment, number, global), 0);
    }

    /// <summary>Documents with any of the shown values.</summary>
    public static DocSet WithValue(SegmentReader segment, int keyword, GlobalValues values, IReadOnlySet<int> wanted)
    {
        var set = new DocSet(segment.DocCount);
        var global = values.Of(segment, keyword).Global;
        var cursor = segment.Keywords[keyword].Terms.Cursor();
        for (var local = 0; local < global.Length; local++)
        {
            if (!wanted.Contains(global[local])) continue;
            cursor.SeekOrdinal(local);
            segment.Keywords[keyword].Postings.Open(cursor.Entry).Fill(set);
        }

        return set;
    }

    /// <summary>Documents without any value that is shown.</summary>
    public static DocSet WithoutValue(SegmentReader segment, int keyword, GlobalValues values)
    {
        var set = new DocSet(segment.DocCount);
        var global = values.Of(segment, keyword).Global;
        var column = segment.Columns[keyword] ?? throw new ArgumentException("The field has no column.", nameof(keyword));
        var ordinals = new List<int>();
        for (DocId doc = 0; doc < segment.DocCount; doc++)
        {
            column.Read(doc, ordinals);
            if (!ordinals.Exists(ordinal => global[ordinal] >= 0)) set.Add(doc);
        }

        return set;
    }

    /// <summary>Documents whose whole period lies between two bounds.</summary>
    public static SetClause Period(IndexSchema schema, FieldBinding field, string? from, string? to)
    {
        var (first, last) = (schema.Numbers.NumberOf(field.FirstDay!), schema.Numbers.NumberOf(field.LastDay!));
        var lower = from is null ? long.MinValue : PeriodBound.FirstDay(from)?.DayNumber ?? long.MaxValue;
        var upper = to is null ? long.MaxValue : PeriodBound.LastDay(to)?.DayNumber ?? long.MinValue;
        return new SetClause(
            segment =>
            {
                var (set, ended) = (new DocSet(segment.DocCount), new DocSet(segment.DocCount));
                segment.Numbers[first].AddInRange(lower, long.MaxValue, set);
                segment.Numbers[last].AddInRange(long.MinValue, upper, ended);
                set.And(ended);
                return set;
            },
            0);
    }

    /// <summary>A field of which all values are known, so that they can be asked.</summary>
    private static (int Number, GlobalValues Values) Known(Snapshot snapshot, ValueRegistry values, string keyword, CancellationToken cancellation)
    {
        var (number, global) = (values.NumberOf(keyword), values.Of(keyword));
        foreach (var segment in snapshot.Segments) global.Of(segment.Reader, number, cancellation);
        return (number, global);
    }
}
