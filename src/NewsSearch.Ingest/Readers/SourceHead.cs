using System.Buffers;
using System.Text;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers;

/// <summary>How JSON holds its articles.</summary>
internal enum JsonForm
{
    None,

    /// <summary>One on each line.</summary>
    Lines,

    /// <summary>In an array, or one after the other over any number of lines.</summary>
    Records,
}

/// <summary>The first bytes of content, and what can be seen in them: what the table of formats asks.</summary>
internal sealed class SourceHead
{
    /// <summary>How many bytes are looked at.</summary>
    public const int MaxByteLength = 1 << 16;

    private static readonly HashSet<string> HtmlRoots = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "head", "body", "title", "meta", "link", "script", "style", "base", "div", "p", "article", "main", "section", "header", "h1", "table", "center", "font",
    };

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>[");

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string _name;

    /// <param name="bytes">At most <see cref="MaxByteLength"/>; fewer where the content is shorter.</param>
    /// <param name="name">The file's name, which decides where the bytes leave a doubt.</param>
    public SourceHead(ReadOnlyMemory<byte> bytes, string name)
    {
        _bytes = bytes;
        _name = name;
        Utf16 = Utf16Of(bytes.Span);
        var text = Utf16 is null ? Latin(bytes.Span) : Utf16.GetString(bytes.Span).TrimStart('\uFEFF');
        IsBinary = IsBinaryText(text);
        Text = text.TrimStart();
        (Doctype, Root) = Markup(Text);
    }

    /// <summary>The bytes themselves.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.Span;

    /// <summary>The encoding where it is UTF-16; null: see <see cref="TextDecoder"/>.</summary>
    public Encoding? Utf16 { get; }

    /// <summary>The same as text without white space before it, in Latin-1 where it is not UTF-16: enough to look at what markup and JSON begin with.</summary>
    public string Text { get; }

    /// <summary>Whether the bytes are no text.</summary>
    public bool IsBinary { get; }

    /// <summary>Whether there is nothing but white space.</summary>
    public bool IsBlank => Text.Length == 0 && _bytes.Length < MaxByteLength;

    /// <summary>Name of the markup's outermost element without its prefix, as it is written; null where it is no markup.</summary>
    public string? Root { get; }

    /// <summary>Name in the document type declaration; null where there is none.</summary>
    public string? Doctype { get; }

    public bool IsXml => Text.StartsWith("<?xml", StringComparison.Ordinal) || HasExtension(".xml") || Text.Contains("xmlns", StringComparison.Ordinal);

    public bool IsHtml =>
        string.Equals(Doctype, "html", StringComparison.OrdinalIgnoreCase)
        || (Root is not null && (HtmlRoots.Contains(Root) || (!IsXml && (HasExtension(".html") || HasExtension(".htm")))));

    public JsonForm Json
    {
        get
        {
            if (HasExtension(".jsonl") || HasExtension(".ndjson")) return JsonForm.Lines;
            if (Text.Length == 0) return JsonForm.None;
            if (Text[0] == '[' && (HasExtension(".json") || Text.AsSpan(1).TrimStart() is ['{' or ']', ..])) return JsonForm.Records;
            if (Text[0] != '{' || (!HasExtension(".json") && Text.AsSpan(1).TrimStart() is not ['"' or '}', ..])) return JsonForm.None;
            var line = Text.IndexOf('\n', StringComparison.Ordinal);
            var first = (line < 0 ? Text : Text.AsSpan(0, line)).TrimEnd();
            return first.EndsWith("}") || (line < 0 && Text.Length > 1000) ? JsonForm.Lines : JsonForm.Records;
        }
    }

    /// <summary>Whether these bytes come first.</summary>
    /// <param name="magic">The bytes, as characters up to 0xFF.</param>
    public bool Begins(string magic)
    {
        if (_bytes.Length < magic.Length) return false;
        for (var i = 0; i < magic.Length; i++)
        {
            if (Bytes[i] != magic[i]) return false;
        }
        return true;
    }

    public bool HasExtension(string extension) =>
        _name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) || _name.EndsWith(extension + ".gz", StringComparison.OrdinalIgnoreCase);

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

    private static bool IsBinaryText(string text)
    {
        int nuls = 0, controls = 0;
        foreach (var c in text)
        {
            if (c == '\0') nuls++;
            else if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f')) controls++;
        }
        return nuls > text.Length / 1000 || controls > text.Length / 10;
    }

    /// <summary>A UTF-8 mark is left out.</summary>
    private static string Latin(ReadOnlySpan<byte> head) => Encoding.Latin1.GetString(head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head);

    /// <summary>Names in the document type and the first tag, after declarations and comments.</summary>
    private static (string? Doctype, string? Root) Markup(ReadOnlySpan<char> text)
    {
        string? doctype = null;
        while (text is ['<', '?' or '!', ..])
        {
            var isDoctype = text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
            if (isDoctype) doctype = LocalName(text["<!DOCTYPE".Length..].TrimStart());
            var hasSubset = isDoctype && text.IndexOf('[') is >= 0 and var subset && subset < text.IndexOf('>');
            var end = text.StartsWith("<!--") ? "-->" : hasSubset ? "]" : ">";
            var length = text.IndexOf(end);
            if (length < 0) return (doctype, null);
            text = text[(length + end.Length)..].TrimStart(" \t\r\n>");
        }
        return (doctype, text is ['<', >= 'A' and <= 'Z' or >= 'a' and <= 'z' or '_', ..] ? LocalName(text[1..]) : null);
    }

    private static string LocalName(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(NameEnds);
        var name = end < 0 ? tag : tag[..end];
        return name[(name.LastIndexOf(':') + 1)..].ToString();
    }
}
