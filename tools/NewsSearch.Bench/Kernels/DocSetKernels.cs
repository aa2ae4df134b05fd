using BenchmarkDotNet.Attributes;
using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Bench.Kernels;

/// <summary>Sets over a million documents, half of them members.</summary>
public class DocSetKernels
{
    private const int Docs = 1_000_000;

    private DocSet _one = new(0);
    private DocSet _other = new(0);

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(3);
        (_one, _other) = (Sample(random), Sample(random));
    }

    /// <summary>After the first run it changes nothing, and takes as long.</summary>
    [Benchmark]
    public void And() => _one.And(_other);

    [Benchmark]
    public void Or() => _one.Or(_other);

    [Benchmark]
    public int Count() => _other.Count();

    private static DocSet Sample(Random random)
    {
        var bytes = new byte[(Docs + 7) / 8];
        random.NextBytes(bytes);
        return DocSet.FromBytes(bytes, Docs);
    }
}
