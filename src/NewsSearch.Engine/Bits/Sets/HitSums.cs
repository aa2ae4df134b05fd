using System.Runtime.InteropServices;
using NewsSearch.Engine.Bits.Packing;

namespace NewsSearch.Engine.Bits.Sets;

/// <summary>The next so many hits of a set, each with the sum of its scores: what is known to match is scored together, a word at a time.</summary>
internal sealed class HitSums : IDisposable
{
    /// <summary>Hits at most. Taste: they stay in the first cache, and the threshold rises soon.</summary>
    public const int Length = 4 * BitPacking.BlockSize;

    private const int MostSources = 2;

    [ThreadStatic]
    private static HitSums? _spare;

    private readonly DocId[] _docs = new DocId[Length];
    private readonly double[] _sums = new double[Length];
    private readonly uint[][] _frequencies = [.. Enumerable.Range(0, MostSources).Select(_ => new uint[Length])];
    private readonly float[] _weights = new float[BitPacking.BlockSize];
    private readonly float[] _scores = new float[BitPacking.BlockSize];
    private int _word;

    private HitSums()
    {
    }

    /// <summary>Before the first hit. Each thread keeps one that was given back.</summary>
    public static HitSums Rent()
    {
        var hits = _spare ?? new HitSums();
        _spare = null;
        hits._word = 0;
        return hits;
    }

    /// <summary>In order.</summary>
    public ReadOnlySpan<DocId> Docs => _docs.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>The sum of the n-th hit.</summary>
    public double this[int n] => _sums[n];

    /// <summary>Goes on to the next hits, all sums 0; false at the end.</summary>
    public bool Next(DocSet hits)
    {
        Count = SetBits.Members(hits.Words, ref _word, _docs);
        _sums.AsSpan(0, Count).Clear();
        return Count > 0;
    }

    /// <summary>The hits of another, all sums 0.</summary>
    public void Set(HitSums other)
    {
        Count = other.Count;
        other.Docs.CopyTo(_docs);
        _sums.AsSpan(0, Count).Clear();
    }

    /// <summary>Drops the hits whose sum is not greater than <paramref name="bound"/>.</summary>
    public void KeepAbove(double bound)
    {
        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            (_docs[count], _sums[count]) = (_docs[i], _sums[i]);
            count += _sums[i] > bound ? 1 : 0;
        }

        Count = count;
    }

    /// <summary>Adds a score to the sum of the n-th hit.</summary>
    public void Add(int n, float score) => _sums[n] += score;

    /// <summary>How often a word is in a source of each hit, to be counted.</summary>
    public Span<uint> Frequencies(int source) => _frequencies[source].AsSpan(0, Count);

    /// <summary>Sets all frequencies to 0.</summary>
    public void ClearFrequencies()
    {
        foreach (var frequencies in _frequencies) frequencies.AsSpan(0, Count).Clear();
    }

    /// <summary>Adds the score of the frequencies to each sum: idf - idf / (1 + weighed), weighed = Σ frequency · perOccurrence[length code] over the sources.</summary>
    /// <param name="idf">Of the word.</param>
    /// <param name="perOccurrence">By source, then by length code.</param>
    /// <param name="lengths">Length codes by source, then by document.</param>
    public void AddScores(float idf, float[][] perOccurrence, byte[][] lengths)
    {
        for (var from = 0; from < Count; from += BitPacking.BlockSize)
        {
            var docs = MemoryMarshal.Cast<DocId, uint>(Docs[from..Math.Min(Count, from + BitPacking.BlockSize)]);
            _scores.AsSpan().Clear();
            for (var source = 0; source < lengths.Length; source++)
            {
                ScoreKernels.LookUp(docs, lengths[source], perOccurrence[source], _weights);
                ScoreKernels.AddProducts(_frequencies[source].AsSpan(from), _weights, _scores);
            }

            ScoreKernels.Saturate(_scores, idf);
            for (var i = 0; i < docs.Length; i++) _sums[from + i] += _scores[i];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _spare = this;
}
