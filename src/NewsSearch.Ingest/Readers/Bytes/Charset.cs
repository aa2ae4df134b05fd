using System.Text;

namespace NewsSearch.Ingest.Readers.Bytes;

/// <summary>Bytes in an encoding that mail or the web names -> text; where the name is unknown, or a lie about UTF-8, the bytes decide.</summary>
internal static class Charset
{
    public static string Decode(ReadOnlySpan<byte> bytes, string? name) => EncodingOf(name) is { } encoding ? encoding.GetString(bytes) : TextDecoder.Decode(bytes);

    private static Encoding? EncodingOf(string? name)
    {
        name = name?.Trim().ToLowerInvariant();
        if (name is null or "" or "utf-8" or "utf8" or "us-ascii" or "ascii" or "iso-8859-1" or "latin1" or "windows-1252") return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
