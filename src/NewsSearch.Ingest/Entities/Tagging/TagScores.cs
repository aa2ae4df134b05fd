using NewsSearch.Ingest.Entities.Tagging.Features;

namespace NewsSearch.Ingest.Entities.Tagging;

/// <summary>What the model makes of a text.</summary>
/// <param name="Scores">For each token, the score of each tag.</param>
/// <param name="Tags">For each token, its tag in the best sequence.</param>
internal sealed record TagScores(int[] Scores, byte[] Tags)
{
    public TagScores(int tokenCount)
        : this(new int[tokenCount * TagSet.Count], new byte[tokenCount])
    {
    }

    /// <summary>Finds the best tags of a segment by its scores.</summary>
    public void Decode(Decoder decoder, Segment segment)
    {
        var (start, length) = (segment.Start, segment.End - segment.Start);
        decoder.Decode(Scores.AsSpan(start * TagSet.Count, length * TagSet.Count), Tags.AsSpan(start, length));
    }

    public Span<int> Of(int token) => Scores.AsSpan(token * TagSet.Count, TagSet.Count);
}
