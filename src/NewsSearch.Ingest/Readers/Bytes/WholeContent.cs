namespace NewsSearch.Ingest.Readers.Bytes;

/// <summary>Content -> all its bytes, where they are one article or one document and no more than that may be.</summary>
internal static class WholeContent
{
    /// <summary>Longer content is no article; taste.</summary>
    public const int MaxByteLength = 64 << 20;

    /// <summary>The bytes; null where there are too many.</summary>
    public static ReadOnlyMemory<byte>? Of(Stream content, int maxByteLength = MaxByteLength)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = content.Read(buffer)) > 0;)
        {
            if (bytes.Length + count > maxByteLength) return null;
            bytes.Write(buffer, 0, count);
        }
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
