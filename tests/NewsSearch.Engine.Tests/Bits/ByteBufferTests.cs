using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Tests.Bits;

public sealed class ByteBufferTests
{
    [Fact]
    public void Numbers_of_every_size_come_back()
    {
        ulong[] numbers = [0, 1, 127, 128, 16_383, 16_384, uint.MaxValue, 1UL << 35, long.MaxValue, ulong.MaxValue];
        var buffer = new ByteBuffer(1);
        foreach (var number in numbers)
        {
            buffer.WriteVarInt(number);
            buffer.WriteUInt64(number);
            buffer.WriteUInt32((uint)number);
            buffer.WriteVarInt((int)(number & int.MaxValue));
            buffer.Write((byte)number);
        }

        var reader = new ByteReader(buffer.Written);
        foreach (var number in numbers)
        {
            Assert.Equal(number, reader.ReadVarInt64());
            Assert.Equal(number, reader.ReadUInt64());
            Assert.Equal((uint)number, reader.ReadUInt32());
            Assert.Equal((int)(number & int.MaxValue), reader.ReadVarInt());
            Assert.Equal((byte)number, reader.ReadByte());
        }

        Assert.True(reader.AtEnd);
    }

    [Fact]
    public void Reading_past_the_end_is_an_error_and_not_what_stands_behind()
    {
        byte[] endless = [.. Enumerable.Repeat((byte)0x80, 20)];

        Assert.Throws<EndOfStreamException>(() => new ByteReader([]).ReadByte());
        Assert.Throws<EndOfStreamException>(() => new ByteReader([1, 2, 3]).ReadUInt32());
        Assert.Throws<EndOfStreamException>(() => new ByteReader([1, 2, 3]).Read(4).Length);
        Assert.Throws<EndOfStreamException>(() => new ByteReader([1, 2, 3]).Read(-1).Length);
        Assert.Throws<EndOfStreamException>(() => new ByteReader([0x80]).ReadVarInt64());
        Assert.Throws<EndOfStreamException>(() => new ByteReader(endless).ReadVarInt64());
    }

    [Fact]
    public void A_cleared_buffer_starts_anew()
    {
        var buffer = new ByteBuffer(2);
        buffer.Write([1, 2, 3, 4, 5]);
        buffer.Clear();
        buffer.Append(2)[1] = 9;

        Assert.Equal(2, buffer.Length);
        Assert.Equal(9, buffer.Written[1]);
    }

    [Fact]
    public void A_sink_in_memory_hands_over_all_its_chunks()
    {
        var random = new Random(1);
        var (sink, copy) = (new MemorySink(), new MemorySink());
        var all = new byte[3_500_000];
        random.NextBytes(all);
        for (var at = 0; at < all.Length;)
        {
            var length = Math.Min(random.Next(400_000), all.Length - at);
            sink.Write(all.AsSpan(at, length));
            at += length;
        }

        sink.CopyTo(copy);

        Assert.Equal(all.Length, copy.Position);
        Assert.True(MemoryRegion.Of(copy).Span(0, all.Length).SequenceEqual(all));
    }
}
