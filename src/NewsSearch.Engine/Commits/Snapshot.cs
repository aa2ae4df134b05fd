using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Commits;

/// <summary>A segment inside a snapshot.</summary>
/// <param name="Reader">The segment.</param>
/// <param name="FirstDoc">Number of its first document in the snapshot.</param>
/// <param name="DeletedBytes">Its deleted documents as the commit holds them: bit d % 8 of byte d / 8; empty where none is.</param>
internal sealed record SegmentView(SegmentReader Reader, int FirstDoc, byte[] DeletedBytes)
{
    private readonly Lazy<DocSet>? _deleted = DeletedBytes.Length == 0 ? null : new Lazy<DocSet>(() => DocSet.FromBytes(DeletedBytes, Reader.DocCount));

    /// <summary>Its deleted documents, made on first use; null where none is.</summary>
    public DocSet? Deleted => _deleted?.Value;

    public int LiveCount => Reader.DocCount - (Deleted?.Count() ?? 0);
}

/// <summary>All segments of one commit, open. Immutable, thread-safe; closes its files when disposed.</summary>
/// <remarks>Documents are numbered over the snapshot in segment order.</remarks>
internal sealed class Snapshot : IDisposable
{
    private Snapshot(Commit commit, IndexSchema schema, IReadOnlyList<SegmentView> segments)
    {
        (Commit, Schema, Segments) = (commit, schema, segments);
        DocCount = segments.Sum(segment => segment.Reader.DocCount);
        Languages = [.. segments.SelectMany(segment => segment.Reader.Info.Languages).Distinct().Order(StringComparer.Ordinal)];
    }

    public Commit Commit { get; }

    public IndexSchema Schema { get; }

    public IReadOnlyList<SegmentView> Segments { get; }

    /// <summary>Documents, deleted ones included.</summary>
    public int DocCount { get; }

    /// <summary>Languages whose stems any segment holds.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Words that were looked up in it.</summary>
    public WordMemory Words { get; } = new();

    public static Snapshot Open(IndexDirectory directory, Commit commit)
    {
        var schema = SchemaJson.Read(commit.Schema);
        var files = SectionFile.OpenAll(directory, commit.Segments);
        var segments = new List<SegmentView>();
        try
        {
            var firstDoc = 0;
            foreach (var (file, entry) in files.Zip(commit.Segments))
            {
                var reader = new SegmentReader(file, schema, entry.DocCount);
                segments.Add(new SegmentView(reader, firstDoc, entry.Deleted));
                firstDoc += reader.DocCount;
            }

            return new Snapshot(commit, schema, segments);
        }
        catch
        {
            foreach (var file in files) file.Dispose();
            throw;
        }
    }

    /// <summary>The segment that holds a document of the snapshot.</summary>
    public SegmentView SegmentOf(int doc)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)doc, (uint)DocCount);
        var segment = 0;
        while (segment + 1 < Segments.Count && Segments[segment + 1].FirstDoc <= doc) segment++;
        return Segments[segment];
    }

    public void Dispose()
    {
        foreach (var segment in Segments) segment.Reader.Dispose();
    }
}
