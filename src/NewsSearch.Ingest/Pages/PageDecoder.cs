using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Pages;

/// <summary>Bytes of a page -> its text: by its mark, by what they are, by what the server says, by what the page says, by guess.</summary>
/// <remarks>
/// Named encodings lie, bytes do not: text beyond ASCII that is valid UTF-8 is UTF-8, whatever it is called.
/// </remarks>
internal static partial class PageDecoder
{
    /// <summary>Browsers look at 1,024 bytes; many pages put scripts first.</summary>
    private const int DeclarationReach = 1 << 13;

    /// <param name="bytes">The page.</param>
    /// <param name="charset">Encoding that the server names; null where none.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return Encoding.UTF8.GetString(bytes[3..]);
        var isAscii = Ascii.IsValid(bytes);
        if (!isAscii && Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        var named = Charset.NamedWithin(charset) ?? Charset.NamedWithin(Declared(bytes));
        if (named is null || named.CodePage == Encoding.UTF8.CodePage || (isAscii && !IsShifted(named))) return TextDecoder.Decode(bytes);
        return named.CodePage == 1252 ? Windows1252.Decode(bytes) : named.GetString(bytes);
    }

    /// <summary>Encodings whose text is all ASCII.</summary>
    private static bool IsShifted(Encoding encoding) => encoding.WebName.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase) || encoding.WebName == "hz-gb-2312";

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationReach)]);
        return Declaration().Match(start) is { Success: true } match ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*[""']?\s*([\w.:-]{2,40})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
