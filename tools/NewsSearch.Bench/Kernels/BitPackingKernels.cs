using BenchmarkDotNet.Attributes;
using NewsSearch.Engine.Bits.Packing;

namespace NewsSearch.Bench.Kernels;

/// <summary>128 packed numbers -> numbers, for narrow, usual and wide ones.</summary>
public class BitPackingKernels
{
    private readonly uint[] _values = new uint[BitPacking.BlockSize];
    private byte[] _packed = [];

    [Params(1, 5, 7, 13, 20)]
    public int Bits { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        _packed = new byte[BitPacking.ByteLength(Bits)];
        random.NextBytes(_packed); // any bytes are 128 numbers
    }

    [Benchmark(Baseline = true)]
    public void Scalar() => BitPacking.UnpackScalar(_packed, Bits, _values);

    [Benchmark]
    public void Vector() => BitPacking.UnpackVector(_packed, Bits, _values);
}
