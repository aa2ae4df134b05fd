using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Stored;

/// <summary>Field numbers and values, and one record, either way: varint field, varint length, bytes, repeated.</summary>
internal static class StoredRecord
{
    public static void Write(ByteBuffer record, int field, ReadOnlySpan<byte> value)
    {
        record.WriteVarInt(field);
        record.WriteVarInt(value.Length);
        record.Write(value);
    }

    /// <summary>The value of a field; false where the record has none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> record, int field, out ReadOnlySpan<byte> value)
    {
        var reader = new ByteReader(record);
        while (!reader.AtEnd)
        {
            var found = reader.ReadVarInt();
            value = reader.Read(reader.ReadVarInt());
            if (found == field) return true;
        }

        value = default;
        return false;
    }
}
