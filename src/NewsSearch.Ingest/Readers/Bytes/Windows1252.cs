namespace NewsSearch.Ingest.Readers.Bytes;

/// <summary>Bytes of Windows-1252 -> text. Equal to Latin-1 but for 0x80-0x9F.</summary>
internal static class Windows1252
{
    /// <summary>The characters of 0x80-0x9F; U+FFFD for the five bytes that mean nothing.</summary>
    private const string Table = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

    public static string Decode(ReadOnlySpan<byte> bytes) => string.Create(bytes.Length, bytes, static (text, bytes) =>
    {
        for (var i = 0; i < text.Length; i++) text[i] = bytes[i] is >= 0x80 and <= 0x9F ? Table[bytes[i] - 0x80] : (char)bytes[i];
    });
}
