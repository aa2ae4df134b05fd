namespace NewsSearch.Ingest.Entities.Tagging;

/// <summary>Scores of the tags of a segment's tokens -> the best legal sequence of tags.</summary>
/// <remarks>Source: Viterbi 1967.</remarks>
internal sealed class Decoder
{
    private const int Worst = int.MinValue / 4;

    private static readonly int[][] Before = [.. Enumerable.Range(0, TagSet.Count).Select(tag => Enumerable.Range(0, TagSet.Count).Where(before => TagSet.IsLegal(before, tag)).ToArray())];

    private readonly int[] _transitions;
    private int[] _best = new int[64 * TagSet.Count];
    private byte[] _from = new byte[64 * TagSet.Count];

    /// <param name="transitions">Score of a tag after another, <see cref="TagSet.Count"/> squared.</param>
    public Decoder(int[] transitions) => _transitions = transitions;

    /// <summary>The best tags of a segment.</summary>
    /// <param name="scores">For each token, the score of each tag.</param>
    /// <param name="tags">Receives the tags; its length is the number of tokens.</param>
    public void Decode(ReadOnlySpan<int> scores, Span<byte> tags)
    {
        Grow(tags.Length);
        for (var tag = 0; tag < TagSet.Count; tag++) _best[tag] = TagSet.StartsName(tag) ? scores[tag] + _transitions[tag] : Worst;
        for (var at = 1; at < tags.Length; at++)
        {
            var (here, before) = (at * TagSet.Count, (at - 1) * TagSet.Count);
            for (var tag = 0; tag < TagSet.Count; tag++)
            {
                var (best, from) = (int.MinValue, 0);
                foreach (var previous in Before[tag])
                {
                    var score = _best[before + previous] + _transitions[previous * TagSet.Count + tag];
                    if (score > best) (best, from) = (score, previous);
                }
                _best[here + tag] = Math.Max(best + scores[here + tag], Worst);
                _from[here + tag] = (byte)from;
            }
        }
        var last = (tags.Length - 1) * TagSet.Count;
        var chosen = 0;
        for (var tag = 1; tag < TagSet.Count; tag++)
        {
            if (TagSet.EndsName(tag) && _best[last + tag] > _best[last + chosen]) chosen = tag;
        }
        for (var at = tags.Length - 1; at >= 0; at--)
        {
            tags[at] = (byte)chosen;
            chosen = _from[at * TagSet.Count + chosen];
        }
    }

    private void Grow(int length)
    {
        if (_from.Length >= length * TagSet.Count) return;
        _best = new int[length * 2 * TagSet.Count];
        _from = new byte[length * 2 * TagSet.Count];
    }
}
