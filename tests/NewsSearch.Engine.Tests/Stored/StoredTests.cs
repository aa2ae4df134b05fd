using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Stored;
using NewsSearch.Engine.Tests.Bits;

namespace NewsSearch.Engine.Tests.Stored;

public sealed class StoredTests
{
    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 0)]
    [InlineData(500, 1000)]
    [InlineData(3, 300_000)]
    public void Records_of_any_length_come_back_in_any_order(int docCount, int mostBytes)
    {
        var random = new Random(docCount);
        var records = Enumerable.Range(0, docCount).Select(_ => Record(random, mostBytes)).ToList();
        var reader = Read(records, out _, out _);

        foreach (var doc in Enumerable.Range(0, docCount).OrderBy(_ => random.Next()))
        {
            Assert.True(reader.Head(doc).SequenceEqual(records[doc]));
            Assert.True(reader.Body(doc).SequenceEqual(records[doc]));
        }
    }

    [Fact]
    public void Bytes_that_do_not_compress_and_bytes_that_compress_well_are_kept()
    {
        var noise = new byte[1 << 21];
        new Random(1).NextBytes(noise);
        var reader = Read([noise, new byte[1 << 23], [], noise], out _, out var bodyBytes);

        Assert.True(reader.Body(0).SequenceEqual(noise));
        Assert.Equal(1 << 23, reader.Body(1).Length);
        Assert.True(reader.Body(2).IsEmpty);
        Assert.True(reader.Body(3).SequenceEqual(noise));
        Assert.InRange(bodyBytes, 1 << 22, (1 << 22) + 10_000);
    }

    [Fact]
    public void A_record_gives_each_field_or_none()
    {
        var record = new ByteBuffer();
        StoredRecord.Write(record, 3, "three"u8);
        StoredRecord.Write(record, 0, []);

        Assert.True(StoredRecord.TryRead(record.Written, 3, out var three));
        Assert.True(three.SequenceEqual("three"u8));
        Assert.True(StoredRecord.TryRead(record.Written, 0, out var zero));
        Assert.True(zero.IsEmpty);
        Assert.False(StoredRecord.TryRead(record.Written, 1, out _));
        Assert.False(StoredRecord.TryRead([], 0, out _));
    }

    [Fact]
    public void A_changed_byte_is_refused_or_gives_other_bytes_but_nothing_else()
    {
        var random = new Random(5);
        Read([.. Enumerable.Range(0, 30).Select(_ => Record(random, 20))], out var heads, out _, out var bodies);
        for (var at = 0; at < heads.Length + bodies.Length; at++)
        {
            foreach (var change in (byte[])[1, 0x80, 0xff])
            {
                var (head, body) = (heads.ToArray(), bodies.ToArray());
                if (at < heads.Length) head[at] ^= change;
                else body[at - heads.Length] ^= change;
                try
                {
                    var reader = new StoredReader(MemoryRegion.Of(head), MemoryRegion.Of(body), 30);
                    for (var doc = 0; doc < 30; doc++)
                    {
                        reader.Head(doc);
                        reader.Body(doc);
                    }
                }
                catch (IndexFormatException)
                {
                }
            }
        }
    }

    private static byte[] Record(Random random, int mostBytes) => [.. Enumerable.Repeat((byte)random.Next(256), random.Next(mostBytes + 1))];

    private static StoredReader Read(IReadOnlyList<byte[]> records, out byte[] heads, out int bodyBytes) => Read(records, out heads, out bodyBytes, out _);

    private static StoredReader Read(IReadOnlyList<byte[]> records, out byte[] heads, out int bodyBytes, out byte[] bodies)
    {
        var (headSink, bodySink) = (new MemorySink(), new MemorySink());
        var (headWriter, bodyWriter) = (new HeadWriter(headSink), new BodyWriter(bodySink));
        foreach (var record in records)
        {
            headWriter.Add(record);
            bodyWriter.Add(record);
        }

        headWriter.Finish();
        bodyWriter.Finish();
        heads = MemoryRegion.Of(headSink).Span(0, (int)headSink.Position).ToArray();
        bodies = MemoryRegion.Of(bodySink).Span(0, (int)bodySink.Position).ToArray();
        bodyBytes = bodies.Length;
        return new StoredReader(MemoryRegion.Of(heads), MemoryRegion.Of(bodies), records.Count);
    }
}
