using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Pages;

/// <summary>Bytes of a page -> its text: by its mark, by what they are, by what the server says, by what the page says, by guess.</summary>
/// <remarks>
/// Named encodings lie, bytes do not: text beyond ASCII that is valid UTF-8 is UTF-8, whatever it is called. Names mean what
/// browsers take them for (WHATWG Encoding): Latin-1 is Windows-1252, GB2312 is GB18030.
/// </remarks>
internal static partial class PageDecoder
{
    /// <summary>Browsers look at 1,024 bytes; many pages put scripts first.</summary>
    private const int DeclarationReach = 1 << 13;

    private static readonly Dictionary<string, string> BrowserNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["ascii"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["ansi"] = "windows-1252",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["gb_2312-80"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["iso-8859-9"] = "windows-1254",
        ["latin5"] = "windows-1254",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["euc-kr"] = "ks_c_5601-1987",
        ["x-sjis"] = "shift_jis",
        ["sjis"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["win-1251"] = "windows-1251",
        ["cp1251"] = "windows-1251",
        ["utf8"] = "utf-8",
    };

    /// <param name="bytes">The page.</param>
    /// <param name="charset">Encoding that the server names; null where none.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return Encoding.UTF8.GetString(bytes[3..]);
        var isAscii = Ascii.IsValid(bytes);
        if (!isAscii && Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        var named = Named(charset) ?? Named(Declared(bytes));
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

    private static Encoding? Named(string? name)
    {
        if (name?.Trim(' ', '"', '\'') is not { Length: > 0 } label) return null;
        label = BrowserNames.GetValueOrDefault(label, label);
        if (label.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8;
        // A page that could be read so far is not UTF-16, and UTF-7 is a way to hide markup.
        if (label.StartsWith("utf-", StringComparison.OrdinalIgnoreCase)) return null;
        return CodePagesEncodingProvider.Instance.GetEncoding(label);
    }

    [GeneratedRegex(@"<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*[""']?\s*([\w.:-]{2,40})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
