using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Terms;
using NewsSearch.Engine.Tests.Bits;

namespace NewsSearch.Engine.Tests.Postings;

/// <summary>A posting as it was written: frequencies by source; positions, where the list has them.</summary>
internal sealed record SamplePosting(int Doc, int[] Frequencies, int[] Positions);

/// <summary>A random posting list, written between two others, and its reader.</summary>
internal sealed class SamplePostings
{
    private readonly PostingsReader _reader;

    public SamplePostings(Random random, PostingsShape shape, int count, int mostGap)
    {
        var doc = -1;
        for (var i = 0; i < count; i++)
        {
            doc += 1 + (mostGap == 0 ? 0 : random.Next(mostGap));
            All.Add(Posting(random, shape, doc));
        }

        LengthCodes = [.. Enumerable.Range(0, shape.SourceCount).Select(_ => RandomBytes(random, doc + 1))];
        var (postings, positions) = (new MemorySink(), new MemorySink());
        var writer = new PostingsWriter(shape, postings, shape.HasPositions ? positions : null, LengthCodes);
        Write(writer, shape, All[..1]);
        Entry = Write(writer, shape, All);
        Write(writer, shape, All[^1..]);
        Bytes = MemoryRegion.Of(postings).Span(0, (int)postings.Position).ToArray();
        _reader = new PostingsReader(shape, MemoryRegion.Of(Bytes), MemoryRegion.Of(positions), doc + 1);
    }

    public List<SamplePosting> All { get; } = [];

    public byte[][] LengthCodes { get; }

    public TermEntry Entry { get; }

    /// <summary>The postings section; a change is seen by cursors opened later.</summary>
    public byte[] Bytes { get; }

    public PostingsCursor Open() => _reader.Open(Entry);

    /// <summary>Whether a block of a list without texts begins with the flag of a bitmap.</summary>
    public bool IsBitmap(int block)
    {
        var skips = new SkipTable(_reader.Postings.Slice(Entry.Postings, All.Count / PostingsFormat.BlockSize * 8), _reader.Shape, All.Count / PostingsFormat.BlockSize);
        return (Bytes[Entry.Postings + skips.Entries.ByteLength + skips.End(block - 1)] & PostingsFormat.BitmapFlag) != 0;
    }

    private static TermEntry Write(PostingsWriter writer, PostingsShape shape, IEnumerable<SamplePosting> postings)
    {
        foreach (var posting in postings)
        {
            writer.Add(posting.Doc, posting.Frequencies);
            if (!shape.HasPositions) continue;
            foreach (var position in posting.Positions) writer.AddPosition(position);
        }

        return writer.FinishTerm();
    }

    private static SamplePosting Posting(Random random, PostingsShape shape, int doc)
    {
        int[] frequencies = [.. Enumerable.Range(0, shape.SourceCount).Select(_ => random.Next(10) == 0 ? random.Next(1, 300) : random.Next(1, 3))];
        if (shape.SourceCount == 2 && random.Next(3) == 0) frequencies[random.Next(2)] = 0;
        if (!shape.HasPositions) return new SamplePosting(doc, frequencies, []);
        var position = 0;
        int[] positions = [.. Enumerable.Range(0, frequencies[0]).Select(_ => position += random.Next(random.Next(20) == 0 ? 100_000 : 10))];
        return new SamplePosting(doc, frequencies, positions);
    }

    private static byte[] RandomBytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
