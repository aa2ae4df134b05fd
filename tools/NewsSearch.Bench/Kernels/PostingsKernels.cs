using BenchmarkDotNet.Attributes;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Bench.Kernels;

/// <summary>A list of 100,000 postings, decoded whole and in leaps.</summary>
public class PostingsKernels
{
    private const int Postings = 100_000;
    private const int MostGap = 19;
    private const int Leap = 5_000;

    private PostingsReader? _reader;
    private TermEntry _entry;

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(5);
        var lengthCodes = new byte[Postings * MostGap];
        random.NextBytes(lengthCodes);
        var bytes = new SinkBytes();
        var shape = new PostingsShape(1, HasPositions: false);
        var writer = new PostingsWriter(shape, bytes, null, [lengthCodes]);
        var doc = -1;
        for (var i = 0; i < Postings; i++) writer.Add(doc += random.Next(1, MostGap + 1), [random.Next(1, 6)]);
        _entry = writer.FinishTerm();
        var region = new ByteRegion(MappedFile.Over("postings", bytes.ToArray()), 0, bytes.Position);
        _reader = new PostingsReader(shape, region, default, doc + 1);
    }

    [Benchmark(OperationsPerInvoke = Postings)]
    public long Next()
    {
        var cursor = _reader!.Open(_entry);
        var sum = 0L;
        while (cursor.Next() != PostingsFormat.NoMoreDocs) sum += cursor.Frequency(0);
        return sum;
    }

    [Benchmark]
    public long SeekByLeaps()
    {
        var cursor = _reader!.Open(_entry);
        var sum = 0L;
        for (var doc = cursor.Seek(0); doc != PostingsFormat.NoMoreDocs; doc = cursor.Seek(doc + Leap)) sum += doc;
        return sum;
    }
}
