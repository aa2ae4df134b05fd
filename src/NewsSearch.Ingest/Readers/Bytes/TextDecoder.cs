using System.Text;
using System.Text.Unicode;

namespace NewsSearch.Ingest.Readers.Bytes;

/// <summary>Bytes without a mark of their own -> text: UTF-8, or Windows-1252 where they are not UTF-8.</summary>
internal static class TextDecoder
{
    /// <remarks>A text that is UTF-8 but for a few broken bytes stays UTF-8, with U+FFFD for these; else it would turn to gibberish.</remarks>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        if (Utf8.IsValid(bytes) || IsMostlyUtf8(bytes)) return Encoding.UTF8.GetString(bytes);
        return Windows1252.Decode(bytes);
    }

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int characters = 0, broken = 0;
        while (!bytes.IsEmpty)
        {
            var plain = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (plain < 0) break;
            bytes = bytes[plain..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done) characters++;
            else broken++;
            bytes = bytes[length..];
        }
        return characters > broken;
    }
}
