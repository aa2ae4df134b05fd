using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Postings;

/// <summary>What bounds the scores of one source: of each block its largest frequency and least length, of a term its impacts.</summary>
/// <remarks>
/// Impacts are the pairs (length code, frequency) that no other pair beats in both; enough to bound any score that grows with frequency and
/// falls with length. Source: Ding and Suel, "Faster top-k document retrieval using block-max indexes" (2011), with the pairs of Lucene 8 in
/// place of one maximum.
/// </remarks>
/// <param name="lengthCodes">By document.</param>
internal sealed class ScoreBounds(byte[] lengthCodes)
{
    private readonly uint[] _mostByLength = new uint[256];

    public void FinishBlock(ReadOnlySpan<uint> docs, ReadOnlySpan<uint> frequencies, ByteBuffer into)
    {
        var (most, least) = (0u, byte.MaxValue);
        for (var i = 0; i < docs.Length; i++)
        {
            var frequency = frequencies[i];
            if (frequency == 0) continue;
            var length = lengthCodes[docs[i]];
            if (frequency > most) most = frequency;
            if (length < least) least = length;
            if (frequency > _mostByLength[length]) _mostByLength[length] = frequency;
        }

        into.Write((byte)Math.Min(most, PostingsFormat.FrequencyCap));
        into.Write(least);
    }

    /// <summary>Writes the impacts of the blocks since the last call.</summary>
    public void FinishTerm(ByteBuffer into)
    {
        WritePairs(into, write: false, out var count);
        into.WriteVarInt(count);
        WritePairs(into, write: true, out _);
        Array.Clear(_mostByLength);
    }

    private void WritePairs(ByteBuffer into, bool write, out int count)
    {
        var best = 0u;
        count = 0;
        for (var length = 0; length < _mostByLength.Length; length++)
        {
            var frequency = _mostByLength[length];
            if (frequency <= best) continue;
            best = frequency;
            count++;
            if (!write) continue;
            into.Write((byte)length);
            into.WriteVarInt(frequency);
        }
    }
}
