using System.Text;

namespace NewsSearch.Ingest.Readers.Bytes;

/// <summary>Names of encodings -> encodings, and bytes in a named one -> text.</summary>
/// <remarks>Names mean what browsers take them for (WHATWG Encoding): Latin-1 is Windows-1252, GB2312 is GB18030.</remarks>
internal static class Charset
{
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
    };

    /// <summary>The encoding of a name; null where none has it. UTF-7 is a way to hide markup, and not read.</summary>
    public static Encoding? Named(string? name)
    {
        if (name?.Trim(' ', '\t', '"', '\'') is not { Length: > 0 } label) return null;
        label = BrowserNames.GetValueOrDefault(label, label);
        return label.ToLowerInvariant() switch
        {
            "utf-8" or "utf8" => Encoding.UTF8,
            "utf-16" or "utf-16le" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            "utf-32" or "utf-32le" => Encoding.UTF32,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(label),
        };
    }

    /// <summary>The encoding of a name that stands in the text itself, so that it cannot be UTF-16 or its like; null where none has it.</summary>
    public static Encoding? NamedWithin(string? name) =>
        Named(name) is { } encoding && encoding != Encoding.Unicode && encoding != Encoding.BigEndianUnicode && encoding != Encoding.UTF32 ? encoding : null;

    /// <summary>Bytes in an encoding that mail names -> text; where the name is unknown, or often a lie, the bytes decide.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? name) =>
        Named(name) is { } encoding && encoding.CodePage is not (65001 or 1252) ? encoding.GetString(bytes) : TextDecoder.Decode(bytes);
}
