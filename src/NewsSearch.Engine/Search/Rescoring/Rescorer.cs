using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Search.Rescoring;

/// <summary>The best hits of a query of several words -> the same hits with what the places of these words add to their scores.</summary>
/// <remarks>Immutable, thread-safe.</remarks>
/// <param name="words">At least two, no two alike.</param>
/// <param name="texts">Where they are looked for.</param>
/// <param name="weights">What counts how much.</param>
internal sealed class Rescorer(IReadOnlyList<RescoredWord> words, IReadOnlyList<RescoredText> texts, RescoringWeights weights)
{
    private readonly float[] _weights = [.. words.Select(word => word.Weight)];

    /// <summary>What is added to each of some hits, in their order.</summary>
    public PlacesScore[] Scores(Snapshot snapshot, IReadOnlyList<ScoredDoc> hits, CancellationToken cancellation)
    {
        var scores = new PlacesScore[hits.Count];
        var (places, nearness) = (new WordPlaces(), new double[words.Count]);
        SegmentView? segment = null;
        PostingsCursor?[][] cursors = [];
        foreach (var i in Enumerable.Range(0, hits.Count).OrderBy(i => hits[i].Doc))
        {
            cancellation.ThrowIfCancellationRequested();
            if (segment is null || hits[i].Doc >= segment.FirstDoc + segment.Reader.DocCount)
            {
                segment = snapshot.SegmentOf(hits[i].Doc);
                cursors = [.. texts.Select(text => Open(segment.Reader, text))];
            }

            scores[i] = Score(segment.Reader, hits[i].Doc - segment.FirstDoc, cursors, places, nearness);
        }

        return scores;
    }

    private PostingsCursor?[] Open(SegmentReader segment, RescoredText text) => [.. words.Select(word => segment.Lists[text.List].Open(word.Term))];

    private PlacesScore Score(SegmentReader segment, DocId doc, PostingsCursor?[][] cursors, WordPlaces places, double[] nearness)
    {
        Array.Clear(nearness);
        var (early, passage) = (0d, 0d);
        for (var i = 0; i < texts.Count; i++)
        {
            places.Clear();
            for (var word = 0; word < words.Count; word++)
            {
                if (cursors[i][word] is { } cursor && (cursor.Doc < doc ? cursor.Seek(doc) : cursor.Doc) == doc) places.Add(word, cursor.Positions());
            }

            places.Sort();
            places.AddNearness(_weights, texts[i].Bm25.Weigh(0, 1, segment.Lengths[texts[i].Text][doc]), nearness);
            if (!texts[i].IsRead) continue;
            early += places.Earliness(_weights, weights.EarlyPositions);
            passage += places.BestPassage(_weights, weights.PassageLength);
        }

        var near = 0d;
        for (var word = 0; word < nearness.Length; word++) near += Math.Min(1, _weights[word]) * nearness[word] / (1 + nearness[word]);
        return new PlacesScore(weights.Nearness * near, weights.Earliness * early, weights.Passage * passage);
    }
}

/// <summary>A text in which words are looked for.</summary>
/// <param name="List">Number of its exact list.</param>
/// <param name="Text">Its number.</param>
/// <param name="Bm25">Weighs it, as its only source.</param>
/// <param name="IsRead">Whether its beginning and its passages count.</param>
internal sealed record RescoredText(int List, int Text, Bm25 Bm25, bool IsRead);

/// <summary>What the places of the words add to a score.</summary>
internal readonly record struct PlacesScore(double Nearness, double Earliness, double Passage)
{
    public double Sum => Nearness + Earliness + Passage;
}
