namespace NewsSearch.Train.Entities;

/// <summary>Numbers -> the content of a packed resource, as Ingest reads it.</summary>
internal sealed class PackedWriter
{
    private readonly List<byte> _content = [];

    public ReadOnlySpan<byte> Content => _content.ToArray();

    public void Byte(byte value) => _content.Add(value);

    public void Number(uint value)
    {
        for (; value >= 0x80; value >>= 7) Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    public void Signed(int value) => Number((uint)((value << 1) ^ (value >> 31)));

    public void Ascending(IReadOnlyCollection<uint> values)
    {
        Number((uint)values.Count);
        var last = 0u;
        foreach (var value in values)
        {
            Number(value - last);
            last = value;
        }
    }
}
