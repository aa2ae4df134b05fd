using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using NewsSearch.Engine.Bits.Sets;

namespace NewsSearch.Bench.Kernels;

/// <summary>100,000 documents with up to eight of 18,000 values each; a share of them is counted.</summary>
public class FacetKernels
{
    private const int Docs = 100_000;
    private const int Values = 18_000;

    private readonly int[] _counts = new int[Values];
    private readonly int[] _members = new int[1024];
    private byte[] _starts = [];
    private byte[] _cells = [];
    private DocSet _docs = new(0);
    private DocSet _value = new(0);

    [Params(0.01, 0.1, 0.4)]
    public double Share { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(5);
        var starts = new List<int> { 0 };
        var cells = new List<ushort>();
        for (var doc = 0; doc < Docs; doc++)
        {
            for (var count = random.Next(9); count > 0; count--) cells.Add((ushort)(Math.Pow(Values, random.NextDouble()) - 1));
            starts.Add(cells.Count);
        }

        _starts = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(starts)).ToArray();
        _cells = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(cells)).ToArray();
        (_docs, _value) = (Sample(random, Share), Sample(random, 0.05));
    }

    [Benchmark(Baseline = true)]
    public void CountCellsPlain() => CellCounts.AddPlain(new CellSpans(_starts, _cells, 2), _docs, _counts);

    [Benchmark]
    public void CountCells() => CellCounts.Add(new CellSpans(_starts, _cells, 2), _docs, _counts);

    [Benchmark]
    public int MembersPlain()
    {
        var sum = 0;
        for (int word = 0, count; (count = SetBits.MembersPlain(_docs.Words, ref word, _members)) > 0;) sum += count;
        return sum;
    }

    [Benchmark]
    public int MembersByEights()
    {
        var sum = 0;
        for (int word = 0, count; (count = SetBits.MembersByEights(_docs.Words, ref word, _members)) > 0;) sum += count;
        return sum;
    }

    [Benchmark]
    public int Members()
    {
        var sum = 0;
        for (int word = 0, count; (count = SetBits.Members(_docs.Words, ref word, _members)) > 0;) sum += count;
        return sum;
    }

    [Benchmark]
    public int CountBothPlain() => SetBits.CountBothPlain(_docs.Words, _value.Words);

    [Benchmark]
    public int CountBoth() => _docs.CountBoth(_value);

    private static DocSet Sample(Random random, double share)
    {
        var set = new DocSet(Docs);
        for (var doc = 0; doc < Docs; doc++)
        {
            if (random.NextDouble() < share) set.Add(doc);
        }

        return set;
    }
}
