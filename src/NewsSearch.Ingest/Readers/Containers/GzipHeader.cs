namespace NewsSearch.Ingest.Readers.Containers;

/// <summary>The head of a gzip member. Source: RFC 1952, section 2.3.</summary>
internal static class GzipHeader
{
    public const int MinByteLength = 10;
    private const int HasHeaderChecksum = 2, HasExtra = 4, HasName = 8, HasComment = 16, Reserved = 0xE0;

    public static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 8];

    /// <summary>How long the head is that begins here; 0 where more bytes are needed to tell; null where none begins.</summary>
    public static int? LengthOf(ReadOnlySpan<byte> bytes)
    {
        if (!Magic.StartsWith(bytes[..Math.Min(bytes.Length, Magic.Length)])) return null;
        if (bytes.Length < MinByteLength) return 0;
        var flags = bytes[3];
        if ((flags & Reserved) != 0) return null;
        var at = MinByteLength;
        if ((flags & HasExtra) != 0)
        {
            if (bytes.Length < at + 2) return 0;
            at += 2 + bytes[at] + (bytes[at + 1] << 8);
        }
        if ((flags & HasName) != 0 && !PassText(bytes, ref at)) return 0;
        if ((flags & HasComment) != 0 && !PassText(bytes, ref at)) return 0;
        if ((flags & HasHeaderChecksum) != 0) at += 2;
        return at <= bytes.Length ? at : 0;
    }

    /// <summary>Where a head may begin that programs write; where there is none, the first place that cannot be told yet.</summary>
    public static int FindPlausible(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at + MinByteLength <= bytes.Length; at++)
        {
            var next = bytes[at..^(MinByteLength - 1)].IndexOf(Magic[0]);
            if (next < 0) break;
            at += next;
            // Chance would give a false head in every 16 MB of packed data by the magic alone; flags, level and system make it one in many GB.
            if (bytes[at..].StartsWith(Magic) && bytes[at + 3] is 0 or 4 or 8 or 12 && bytes[at + 8] is 0 or 2 or 4 && bytes[at + 9] is <= 13 or 255) return at;
        }
        return Math.Max(0, bytes.Length - MinByteLength + 1);
    }

    private static bool PassText(ReadOnlySpan<byte> bytes, ref int at)
    {
        var end = at > bytes.Length ? -1 : bytes[at..].IndexOf((byte)0);
        if (end < 0) return false;
        at += end + 1;
        return true;
    }
}
