using System.Buffers.Binary;

namespace NewsSearch.Engine.Bits;

/// <summary>A growing run of bytes with the encodings that all sections share. Reused by <see cref="Clear"/>.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes;

    public ByteBuffer(int capacity = 256) => _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Write(byte value)
    {
        if (Length == _bytes.Length) Grow(1);
        _bytes[Length++] = value;
    }

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Append(bytes.Length));

    public void WriteUInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Append(2), value);

    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Append(4), value);

    public void WriteUInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Append(8), value);

    /// <summary>LEB128: seven bits a byte, low bits first, the high bit set on all but the last.</summary>
    public void WriteVarInt(ulong value)
    {
        while (value >= 0x80)
        {
            Write((byte)(value | 0x80));
            value >>= 7;
        }

        Write((byte)value);
    }

    public void WriteVarInt(int value) => WriteVarInt((ulong)(uint)value);

    /// <summary>Room for <paramref name="byteLength"/> more bytes, counted as written; the caller fills it.</summary>
    public Span<byte> Append(int byteLength)
    {
        if (byteLength > _bytes.Length - Length) Grow(byteLength);
        Length += byteLength;
        return _bytes.AsSpan(Length - byteLength, byteLength);
    }

    private void Grow(int byteLength) => Array.Resize(ref _bytes, Math.Max(checked(Length + byteLength), (int)Math.Min(Array.MaxLength, 2L * _bytes.Length)));
}
