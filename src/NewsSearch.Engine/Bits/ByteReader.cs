using System.Buffers.Binary;

namespace NewsSearch.Engine.Bits;

/// <summary>Reads a span from front to back: the counterpart of <see cref="ByteBuffer"/>.</summary>
/// <remarks>Every method throws <see cref="EndOfStreamException"/> past the end, never reads outside the span.</remarks>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Offset { get; set; }

    public readonly bool AtEnd => Offset >= _bytes.Length;

    public byte ReadByte()
    {
        if ((uint)Offset >= (uint)_bytes.Length) Ended();
        return _bytes[Offset++];
    }

    public ReadOnlySpan<byte> Read(int byteLength)
    {
        if (byteLength < 0 || byteLength > _bytes.Length - Offset) Ended();
        Offset += byteLength;
        return _bytes.Slice(Offset - byteLength, byteLength);
    }

    /// <summary>Passes over bytes; returns them and all behind them.</summary>
    public ReadOnlySpan<byte> PeekFrom(int byteLength)
    {
        Read(byteLength);
        return _bytes[(Offset - byteLength)..];
    }

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Read(4));

    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Read(8));

    public ulong ReadVarInt64()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = ReadByte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }

        return Ended();
    }

    /// <summary>A number that was written as an int; a damaged one wraps and is caught by the reader's own bounds.</summary>
    public int ReadVarInt() => (int)(uint)ReadVarInt64();

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static ulong Ended() => throw new EndOfStreamException("The data ends inside a value.");
}
