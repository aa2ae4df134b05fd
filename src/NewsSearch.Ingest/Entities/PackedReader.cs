namespace NewsSearch.Ingest.Entities;

/// <summary>Reads numbers off the content of a <see cref="PackedResource"/>; <see cref="InvalidDataException"/> where there are none.</summary>
internal ref struct PackedReader(ReadOnlySpan<byte> content, string name)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private int _at;

    public readonly bool IsAtEnd => _at == _content.Length;

    public byte Byte() => _at < _content.Length ? _content[_at++] : throw PackedResource.Damaged(name, null);

    /// <summary>Seven bits a byte, the lowest first; the top bit says that more follow.</summary>
    public uint Number()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = Byte();
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw PackedResource.Damaged(name, null);
    }

    /// <summary>A number that is followed by at least so many bytes.</summary>
    public int Count()
    {
        var count = Number();
        return count <= _content.Length - _at ? (int)count : throw PackedResource.Damaged(name, null);
    }

    /// <summary>0, -1, 1, -2, 2 … as 0, 1, 2, 3, 4 …</summary>
    public int Signed()
    {
        var value = Number();
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    /// <summary>Ascending numbers as the differences between them.</summary>
    public uint[] Ascending()
    {
        var values = new uint[Count()];
        var last = 0u;
        for (var i = 0; i < values.Length; i++) values[i] = last += Number();
        return values;
    }
}
