using BenchmarkDotNet.Attributes;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Bench.Kernels;

/// <summary>64 KB -> checksum.</summary>
public class Crc32CKernels
{
    private readonly byte[] _bytes = new byte[1 << 16];

    [GlobalSetup]
    public void Setup() => new Random(2).NextBytes(_bytes);

    [Benchmark(Baseline = true)]
    public uint Plain() => Crc32C.AppendScalar(0, _bytes);

    [Benchmark]
    public uint Fast() => Crc32C.Of(_bytes);
}
