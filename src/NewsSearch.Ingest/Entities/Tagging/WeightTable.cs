using System.Numerics;

namespace NewsSearch.Ingest.Entities.Tagging;

/// <summary>Key of a feature -> its weight for each tag, a signed byte; the sums of many features are taken several tags at a time.</summary>
/// <remarks>
/// A row is three words of eight bytes, each weight plus 128. The bytes of a word are added in two accumulators of four
/// lanes of 16 bits, which hold 257 features without overflow; a token has fewer (FeatureTemplates.Most).
/// </remarks>
internal sealed class WeightTable
{
    public const int Words = 3;

    private const int Bias = 128;
    private const ulong EvenBytes = 0x00FF_00FF_00FF_00FF;

    private readonly ulong[] _slots;
    private readonly ulong[] _rows;
    private readonly int _shift;

    /// <param name="keys">Keys of features, each once.</param>
    /// <param name="weights">For each key, <see cref="TagSet.Count"/> weights.</param>
    public WeightTable(ReadOnlySpan<uint> keys, ReadOnlySpan<sbyte> weights)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2));
        _shift = 32 - BitOperations.Log2((uint)size);
        _slots = new ulong[size];
        _rows = new ulong[keys.Length * Words];
        for (var row = 0; row < keys.Length; row++)
        {
            var at = Place(keys[row]);
            while (_slots[at] != 0) at = (at + 1) & (size - 1);
            _slots[at] = ((ulong)keys[row] << 32) | (uint)(row + 1);
            for (var tag = 0; tag < TagSet.Count; tag++) _rows[row * Words + tag / 8] |= (ulong)(weights[row * TagSet.Count + tag] + Bias) << (8 * (tag % 8));
        }
    }

    /// <summary>Adds the weights of features to the scores of the tags.</summary>
    public void Add(ReadOnlySpan<uint> keys, Span<int> scores)
    {
        ulong even0 = 0, odd0 = 0, even1 = 0, odd1 = 0, last = 0;
        var (slots, rows, found) = (_slots, _rows, 0);
        foreach (var key in keys)
        {
            var at = Place(key);
            ulong slot;
            while ((slot = slots[at]) != 0 && (uint)(slot >> 32) != key) at = (at + 1) & (slots.Length - 1);
            if (slot == 0) continue;
            var row = ((int)(uint)slot - 1) * Words;
            ulong first = rows[row], second = rows[row + 1];
            even0 += first & EvenBytes;
            odd0 += (first >> 8) & EvenBytes;
            even1 += second & EvenBytes;
            odd1 += (second >> 8) & EvenBytes;
            last += rows[row + 2];
            found++;
        }
        for (var lane = 0; lane < 4; lane++)
        {
            scores[2 * lane] += Lane(even0, lane) - found * Bias;
            scores[2 * lane + 1] += Lane(odd0, lane) - found * Bias;
            scores[8 + 2 * lane] += Lane(even1, lane) - found * Bias;
            scores[8 + 2 * lane + 1] += Lane(odd1, lane) - found * Bias;
        }
        scores[16] += (int)last - found * Bias;
    }

    private static int Lane(ulong lanes, int lane) => (int)((lanes >> (16 * lane)) & 0xFFFF);

    private int Place(uint key) => (int)((key * 0x9E3779B1) >> _shift);
}
