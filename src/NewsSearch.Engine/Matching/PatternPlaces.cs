using System.Runtime.InteropServices;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Matching;

/// <summary>All documents and positions of the terms that a pattern accepts, in one segment. Immutable.</summary>
/// <remarks>
/// Read term by term with one cursor and sorted: a pattern may accept ten thousand terms, and as many cursors side by side cost
/// ten times as much. Invariant: documents strictly increase; <c>_ends</c> is as long, increasing, and closes each one's positions.
/// </remarks>
internal sealed class PatternPlaces
{
    private readonly int[] _docs;
    private readonly int[] _ends;
    private readonly int[] _positions;

    private PatternPlaces(ReadOnlySpan<long> sorted)
    {
        _positions = new int[sorted.Length];
        List<int> docs = [], ends = [];
        for (var i = 0; i < sorted.Length; i++)
        {
            _positions[i] = (int)sorted[i];
            if (i + 1 < sorted.Length && sorted[i + 1] >> 32 == sorted[i] >> 32) continue;
            docs.Add((int)(sorted[i] >> 32));
            ends.Add(i + 1);
        }

        (_docs, _ends) = ([.. docs], [.. ends]);
    }

    /// <summary>Strictly increasing.</summary>
    public ReadOnlySpan<int> Docs => _docs;

    public static PatternPlaces Of(TermIndex list, IEnumerable<TermEntry> terms, CancellationToken cancellation)
    {
        List<long> places = [];
        PostingsCursor? cursor = null;
        foreach (var term in terms)
        {
            cancellation.ThrowIfCancellationRequested();
            if (cursor is null) cursor = list.Postings.Open(term);
            else cursor.Reopen(term);
            for (long doc = cursor.Next(); doc != PostingsFormat.NoMoreDocs; doc = cursor.Next())
            {
                foreach (var position in cursor.Positions()) places.Add((doc << 32) | (uint)position);
            }
        }

        var sorted = CollectionsMarshal.AsSpan(places);
        sorted.Sort();
        return new PatternPlaces(sorted);
    }

    /// <summary>Positions in the document with this number in <see cref="Docs"/>, never decreasing.</summary>
    public ReadOnlySpan<int> Positions(int number)
    {
        var start = number == 0 ? 0 : _ends[number - 1];
        return _positions.AsSpan(start, _ends[number] - start);
    }
}
