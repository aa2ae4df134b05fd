using System.Runtime.InteropServices;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Commits;

/// <summary>A term of a list, looked up once in each segment of a snapshot.</summary>
internal sealed class FoundTerm
{
    private readonly int _list;
    private readonly List<(SegmentReader Segment, TermEntry Entry)>? _entries; // most stems are in no segment
    private long _occurrences = -1; // until they are counted

    /// <param name="snapshot">Where to look.</param>
    /// <param name="list">Number of the list.</param>
    /// <param name="bytes">The term.</param>
    public FoundTerm(Snapshot snapshot, int list, byte[] bytes)
    {
        (_list, Bytes) = (list, bytes);
        foreach (var segment in snapshot.Segments)
        {
            if (!segment.Reader.Lists[list].Terms.TryFind(bytes, out var entry)) continue;
            (_entries ??= []).Add((segment.Reader, entry));
            Docs += entry.DocCount;
        }
    }

    public byte[] Bytes { get; }

    /// <summary>Documents that have it.</summary>
    public long Docs { get; }

    /// <summary>How often it stands in them, in all texts of the list. Counted by whoever asks first; for two at once, twice.</summary>
    public long Occurrences(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _occurrences) is >= 0 and var known) return known;
        var count = 0L;
        foreach (var (segment, entry) in CollectionsMarshal.AsSpan(_entries)) count += segment.Lists[_list].Postings.Open(entry).CountOccurrences(cancellation);
        Volatile.Write(ref _occurrences, count);
        return count;
    }

    /// <summary>Documents of a segment that have it.</summary>
    public int DocsIn(SegmentReader segment) => TryFind(segment, out var entry) ? entry.DocCount : 0;

    /// <summary>A cursor before the first of them; null where there is none.</summary>
    public PostingsCursor? Open(SegmentReader segment) => TryFind(segment, out var entry) ? segment.Lists[_list].Postings.Open(entry) : null;

    private bool TryFind(SegmentReader segment, out TermEntry found)
    {
        foreach (var (reader, entry) in CollectionsMarshal.AsSpan(_entries))
        {
            if (reader != segment) continue;
            found = entry;
            return true;
        }

        found = default;
        return false;
    }
}

/// <summary>A word as a list knows it.</summary>
/// <param name="Terms">Those that are in the list: of the languages of an archive most words know one.</param>
/// <param name="AreApart">Whether no document has two of them.</param>
/// <param name="Docs">How many documents have any of them.</param>
internal sealed record WordTerms(IReadOnlyList<FoundTerm> Terms, bool AreApart, long Docs)
{
    /// <summary>A word of one form.</summary>
    public static WordTerms Of(FoundTerm term) => new([term], AreApart: true, term.Docs);

    /// <summary>How often a document that has one of them has it, on average; 1 where none has.</summary>
    public float MeanFrequency(CancellationToken cancellation)
    {
        var docs = Terms.Sum(term => term.Docs);
        return docs == 0 ? 1 : (float)((double)Terms.Sum(term => term.Occurrences(cancellation)) / docs);
    }

    /// <summary>A cursor for each that a segment has.</summary>
    public PostingsCursor[] Open(SegmentReader segment)
    {
        var cursors = new List<PostingsCursor>(Terms.Count);
        foreach (var term in Terms)
        {
            if (term.Open(segment) is { } cursor) cursors.Add(cursor);
        }

        return [.. cursors];
    }
}
