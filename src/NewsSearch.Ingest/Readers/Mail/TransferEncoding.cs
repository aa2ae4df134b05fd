using System.Text;

namespace NewsSearch.Ingest.Readers.Mail;

/// <summary>Bytes as mail sends them -> the bytes that were meant. What is malformed stands for itself. Source: RFC 2045, section 6.</summary>
internal static class TransferEncoding
{
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> bytes, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(bytes),
        "quoted-printable" => QuotedPrintable(bytes, isWord: false),
        _ => bytes,
    };

    /// <summary>All signs of the alphabet, whatever stands between them; a last group that is not whole is left out.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> bytes)
    {
        var signs = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/') signs.Append((char)b);
        }
        if (signs.Length % 4 == 1) signs.Length--;
        signs.Append('=', (4 - (signs.Length % 4)) % 4);
        return Convert.FromBase64String(signs.ToString());
    }

    /// <param name="bytes">The bytes.</param>
    /// <param name="isWord">Whether they stand in a head, where an underscore is a space.</param>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes, bool isWord)
    {
        var meant = new byte[bytes.Length];
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var b = bytes[at];
            if (b == '=' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]))
            {
                meant[length++] = (byte)((Hex(bytes[at + 1]) << 4) | Hex(bytes[at + 2]));
                at += 2;
            }
            else if (b == '=' && !isWord && IsLineEnd(bytes[(at + 1)..], out var skipped))
            {
                at += skipped;
            }
            else
            {
                meant[length++] = isWord && b == '_' ? (byte)' ' : b;
            }
        }
        return meant[..length];
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    /// <summary>Whether the line ends here, after spaces at most: a soft break.</summary>
    private static bool IsLineEnd(ReadOnlySpan<byte> rest, out int byteLength)
    {
        var spaces = rest.IndexOfAnyExcept(" \t\r"u8);
        byteLength = spaces < 0 ? rest.Length : spaces + 1;
        return spaces < 0 || rest[spaces] == '\n';
    }
}
