using System.Text;

namespace NewsSearch.Ingest.Readers;

/// <summary>How a file is read.</summary>
internal enum SourceKind
{
    Text,
    JsonLines,

    /// <summary>A JSON array of articles, or articles one after the other over any number of lines.</summary>
    JsonRecords,

    /// <summary>A web page.</summary>
    Html,
}

/// <summary>The first bytes of a file (unpacked) -> how to read it, or why not.</summary>
/// <param name="Kind">How it is read.</param>
/// <param name="Utf16">The encoding where it is UTF-16; null: see <see cref="TextDecoder"/>.</param>
/// <param name="Refusal">A sentence that says why it is not read; null where it is.</param>
internal sealed record SourceFormat(SourceKind Kind, Encoding? Utf16, string? Refusal)
{
    /// <summary>How many bytes to look at.</summary>
    public const int HeadByteLength = 1 << 16;

    private static readonly (string Magic, string Name)[] Magics =
    [
        ("%PDF-", "a PDF"), ("PK\u0003\u0004", "a ZIP or office file"), ("\u0089PNG", "an image (PNG)"), ("\u00FF\u00D8\u00FF", "an image (JPEG)"),
        ("GIF8", "an image (GIF)"), ("II*\0", "an image (TIFF)"), ("MM\0*", "an image (TIFF)"), ("\u007FELF", "a program"),
        ("\u00D0\u00CF\u0011\u00E0", "an old office file"), ("7z\u00BC\u00AF", "a 7z archive"), ("\u00FD7zXZ", "an XZ file"),
        ("BZh", "a bzip2 file"), ("Rar!", "a RAR archive"), ("\u0028\u00B5\u002F\u00FD", "a Zstandard file"), ("SQLite format 3", "a database"),
        ("\u001F\u008B", "packed twice"), ("WARC/", "a WARC file"),
    ];

    /// <summary>Elements that a page may begin with, whole or cut.</summary>
    private static readonly string[] HtmlElements = ["<html", "<head", "<body", "<meta", "<title", "<link", "<script", "<div", "<article", "<p", "<h1", "<table"];

    public static SourceFormat Of(ReadOnlySpan<byte> head, string name)
    {
        if (head.IsEmpty) return Refused("The file is empty.");
        foreach (var (magic, what) in Magics)
        {
            if (StartsWith(head, magic)) return Refused($"It is {what}, which is not read.");
        }
        var utf16 = Utf16Of(head);
        var text = utf16 is null ? Latin(head) : utf16.GetString(head).TrimStart('\uFEFF');
        if (IsBinary(text)) return Refused("It is a binary file, not text.");
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty && head.Length < HeadByteLength) return Refused("The file holds nothing but white space.");
        if (IsHtml(start)) return new SourceFormat(SourceKind.Html, utf16, null);
        if (IsMarkup(start)) return Refused("It is XML, which is not read.");
        if (HasExtension(name, ".csv") || HasExtension(name, ".tsv")) return Refused("It is a table, which is not read.");
        return new SourceFormat(KindOf(start, name), utf16, null);
    }

    private static SourceFormat Refused(string reason) => new(SourceKind.Text, null, reason);

    private static SourceKind KindOf(ReadOnlySpan<char> start, string name)
    {
        if (HasExtension(name, ".jsonl") || HasExtension(name, ".ndjson")) return SourceKind.JsonLines;
        if (start.IsEmpty) return SourceKind.Text;
        if (start[0] == '[' && (HasExtension(name, ".json") || start[1..].TrimStart() is ['{' or ']', ..])) return SourceKind.JsonRecords;
        if (start[0] != '{' || (!HasExtension(name, ".json") && start[1..].TrimStart() is not ['"' or '}', ..])) return SourceKind.Text;
        var line = start.IndexOf('\n');
        var first = (line < 0 ? start : start[..line]).TrimEnd();
        return first.EndsWith("}") || (line < 0 && start.Length > 1000) ? SourceKind.JsonLines : SourceKind.JsonRecords;
    }

    /// <summary>By its mark, or by NULs that stand on every other byte and nowhere else.</summary>
    private static Encoding? Utf16Of(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, 0, 0, ..]) return null; // UTF-32: goes out as binary
        if (head is [0xFF, 0xFE, ..]) return Encoding.Unicode;
        if (head is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode;
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }
        var enough = Math.Max(1, head.Length / 10);
        if (odd >= enough && even <= odd / 100) return Encoding.Unicode;
        if (even >= enough && odd <= even / 100) return Encoding.BigEndianUnicode;
        return null;
    }

    private static bool IsBinary(string text)
    {
        int nuls = 0, controls = 0;
        foreach (var c in text)
        {
            if (c == '\0') nuls++;
            else if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f')) controls++;
        }
        return nuls > text.Length / 1000 || controls > text.Length / 10;
    }

    /// <summary>The first element, after comments and declarations, is one of HTML's.</summary>
    private static bool IsHtml(ReadOnlySpan<char> start)
    {
        while (start is ['<', '!' or '?', ..])
        {
            if (start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)) return true;
            var close = start.StartsWith("<!--", StringComparison.Ordinal) ? "-->" : ">";
            var end = start.IndexOf(close, StringComparison.Ordinal);
            if (end < 0) return false;
            start = start[(end + close.Length)..].TrimStart();
        }

        foreach (var name in HtmlElements)
        {
            if (start.StartsWith(name, StringComparison.OrdinalIgnoreCase) && start.Length > name.Length && (start[name.Length] is '>' or '/' || char.IsWhiteSpace(start[name.Length]))) return true;
        }

        return false;
    }

    private static bool IsMarkup(ReadOnlySpan<char> start) =>
        start.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<?xml", StringComparison.Ordinal) || start.StartsWith("<rss", StringComparison.Ordinal);

    private static bool HasExtension(string name, string extension) =>
        name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) || name.EndsWith(extension + ".gz", StringComparison.OrdinalIgnoreCase);

    private static bool StartsWith(ReadOnlySpan<byte> head, string magic)
    {
        if (head.Length < magic.Length) return false;
        for (var i = 0; i < magic.Length; i++)
        {
            if (head[i] != magic[i]) return false;
        }
        return true;
    }

    /// <summary>Enough to look at what JSON and markup begin with; a UTF-8 mark is left out.</summary>
    private static string Latin(ReadOnlySpan<byte> head) =>
        Encoding.Latin1.GetString(head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head);
}
