namespace NewsSearch.Ingest.Readers.Bytes;

/// <summary>Content -> all its bytes, where they are one article or one document and no more than that may be.</summary>
internal static class WholeContent
{
    /// <summary>Longer content is no article; taste.</summary>
    public const int MaxByteLength = 64 << 20;

    private const int LeastRead = 1 << 10;
    private const int MostRead = 1 << 16;

    /// <summary>The bytes; null where there are too many.</summary>
    public static ReadOnlyMemory<byte>? Of(Stream content, int maxByteLength = MaxByteLength)
    {
        var expected = content.CanSeek ? Math.Max(0, content.Length - content.Position) : 0;
        if (expected > maxByteLength) return null;
        using var bytes = new MemoryStream((int)expected);
        var buffer = new byte[Math.Clamp(expected + 1, LeastRead, MostRead)];
        for (int count; (count = content.Read(buffer)) > 0;)
        {
            if (bytes.Length + count > maxByteLength) return null;
            bytes.Write(buffer, 0, count);
        }
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
