using NewsSearch.Engine.Commits;

namespace NewsSearch.Engine.Values;

/// <summary>The values of one keyword field in one snapshot: segment by segment -> global ordinals. Immutable, thread-safe, asked without a lock.</summary>
internal sealed class FieldValues
{
    public FieldValues(Snapshot snapshot, ValueRegistry registry, string field, CancellationToken cancellation)
    {
        Keyword = registry.NumberOf(field);
        if (!snapshot.Schema.Keywords[Keyword].HasColumn) throw new ArgumentException($"The field '{field}' has no column.", nameof(field));
        Global = registry.Of(field);
        Segments = [.. snapshot.Segments.Select(segment => Global.Of(segment.Reader, Keyword, cancellation))];
        Count = Global.Count;
    }

    /// <summary>Number of the field in the schema.</summary>
    public int Keyword { get; }

    public GlobalValues Global { get; }

    /// <summary>By number of the segment in the snapshot.</summary>
    public IReadOnlyList<SegmentValues> Segments { get; }

    /// <summary>Every global ordinal of the snapshot lies below.</summary>
    public int Count { get; }
}
