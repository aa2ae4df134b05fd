using System.Buffers;
using System.Globalization;
using AngleSharp.Html;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers.Wires.Xml;

/// <summary>XML as it comes -> XML that a strict parser takes: the slips that feeds are full of are mended as the text streams by.</summary>
/// <remarks>
/// Mended: names of HTML's characters (<c>&amp;nbsp;</c>), a bare ampersand, numbers of characters that XML does not have, control characters.
/// Left out: XML and document type declarations, so nothing a document declares is ever expanded or fetched; where it declares
/// entities, a name that is not HTML's stays as it is, and the parser refuses it. Line breaks stay, so lines can be told.
/// </remarks>
internal sealed class MendedText(TextReader source, int maxRecordLength) : TextReader
{
    /// <summary>The longest thing that must be seen whole, an entity's name, is shorter.</summary>
    private const int LookAhead = 64;

    private static readonly SearchValues<char> Remarkable = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code).Except(['\t', '\n', '\r']), '\uFFFE', '\uFFFF', '&', '<']);

    private static readonly SearchValues<char> Illegal = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code).Except(['\t', '\n', '\r']), '\uFFFE', '\uFFFF']);

    private readonly char[] _input = new char[1 << 14];
    private int _start;
    private int _end;
    private bool _isSourceAtEnd;
    private string _mended = "";
    private int _mendedAt;
    private long _recordLength;

    /// <summary>What ends the passage in which ampersands mean nothing; null outside of one.</summary>
    private string? _closer;

    private bool _isLeftOut;
    private bool _declaresEntities;

    /// <summary>A record begins: what was read before does not count to its length.</summary>
    public void BeginRecord() => _recordLength = 0;

    /// <exception cref="RecordTooLongException">The record is longer than the limit.</exception>
    public override int Read(char[] buffer, int index, int count)
    {
        var written = 0;
        while (written == 0 && count > 0)
        {
            if (_mendedAt < _mended.Length)
            {
                written = Math.Min(count, _mended.Length - _mendedAt);
                _mended.CopyTo(_mendedAt, buffer, index, written);
                _mendedAt += written;
                break;
            }
            Fill();
            if (_start == _end) return 0;
            written = _closer is null ? Plain(buffer.AsSpan(index, count)) : Closed(buffer.AsSpan(index, count), _closer);
        }
        _recordLength += written;
        if (_recordLength > maxRecordLength) throw new RecordTooLongException($"It is longer than {maxRecordLength >> 20} million characters.");
        return written;
    }

    public override int Read() => throw new NotSupportedException();

    public override int Peek() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        if (_isSourceAtEnd || _end - _start >= LookAhead) return;
        _input.AsSpan(_start, _end - _start).CopyTo(_input);
        _end -= _start;
        _start = 0;
        while (!_isSourceAtEnd && _end < LookAhead)
        {
            var count = source.Read(_input, _end, _input.Length - _end);
            _end += count;
            _isSourceAtEnd = count == 0;
        }
    }

    /// <summary>Hands out what needs no mending, or mends what comes next.</summary>
    private int Plain(Span<char> output)
    {
        var input = _input.AsSpan(_start, _end - _start);
        var plain = input.IndexOfAny(Remarkable);
        if (plain < 0) plain = input.Length;
        if (plain > 0) return HandOut(output, plain);
        if (input[0] == '&') Mend(input);
        else if (input[0] == '<') Open(input);
        else Replace(1, " ");
        return 0;
    }

    private int HandOut(Span<char> output, int length)
    {
        length = Math.Min(output.Length, length);
        _input.AsSpan(_start, length).CopyTo(output);
        _start += length;
        return length;
    }

    private void Replace(int length, string by)
    {
        _start += length;
        _mended = by;
        _mendedAt = 0;
    }

    private void Open(ReadOnlySpan<char> input)
    {
        var (opener, closer, isLeftOut) = input switch
        {
            ['<', '!', '-', '-', ..] => ("<!--", "-->", true),
            ['<', '!', '[', 'C', 'D', 'A', 'T', 'A', '[', ..] => ("<![CDATA[", "]]>", false),
            ['<', '?', ..] => ("<?", "?>", true),
            ['<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E', ..] => ("<!DOCTYPE", ">", true),
            _ => ("<", null, false),
        };
        _closer = closer;
        _isLeftOut = isLeftOut;
        Replace(opener.Length, isLeftOut ? "" : opener);
    }

    /// <summary>Goes on in a comment, declaration or CDATA section up to its end.</summary>
    private int Closed(Span<char> output, string closer)
    {
        var input = _input.AsSpan(_start, _end - _start);
        if (closer is ">" or "]>" && Declared(input) is var (length, next))
        {
            _closer = next;
            Replace(length, LineBreaks(input[..length]));
            return 0;
        }
        var end = input.IndexOf(closer);
        var inside = end >= 0 ? end : _isSourceAtEnd ? input.Length : Math.Max(0, input.Length - closer.Length + 1);
        if (end == 0 || inside == 0)
        {
            _closer = null;
            Replace(Math.Min(closer.Length, input.Length), _isLeftOut ? "" : closer);
            return 0;
        }
        if (_isLeftOut)
        {
            Replace(inside, LineBreaks(input[..inside]));
            return 0;
        }
        var illegal = input[..inside].IndexOfAny(Illegal);
        if (illegal == 0) Replace(1, " ");
        return illegal == 0 ? 0 : HandOut(output, illegal < 0 ? inside : illegal);
    }

    /// <summary>A piece of a document type declaration, whose own part in square brackets may hold '>', and what ends the rest of it.</summary>
    private (int Length, string? Closer) Declared(ReadOnlySpan<char> input)
    {
        if (_closer == "]>")
        {
            var declaration = input.IndexOf("<!ENTITY");
            var close = input.IndexOf(']');
            if (declaration >= 0 && (close < 0 || declaration < close)) _declaresEntities = true;
            if (close >= 0) return (close + 1, ">");
            return (_isSourceAtEnd ? input.Length : Math.Max(1, input.Length - "<!ENTITY".Length + 1), "]>");
        }
        var end = input.IndexOfAny('[', '>');
        if (end < 0) return (input.Length, ">");
        return (end + 1, input[end] == '[' ? "]>" : null);
    }

    private static string LineBreaks(ReadOnlySpan<char> text) => text.Count('\n') is var count and > 0 ? new string('\n', count) : "";

    private void Mend(ReadOnlySpan<char> input)
    {
        var end = input[1..Math.Min(LookAhead, input.Length)].IndexOf(';') + 1;
        var name = end > 1 ? input[1..end] : default;
        if (name is "amp" or "lt" or "gt" or "quot" or "apos") Replace(end + 1, $"&{name};");
        else if (name is ['#', .. var number] && Character(number) is { } character) Replace(end + 1, Escaped(character));
        else if (IsName(name) && HtmlEntityProvider.Resolver.GetSymbol(name.ToString() + ";") is { } symbol) Replace(end + 1, Escaped(symbol));
        else if (IsName(name) && _declaresEntities) Replace(end + 1, $"&{name};");
        else Replace(1, "&amp;");
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c)) return false;
        }
        return name.Length > 0 && char.IsAsciiLetter(name[0]);
    }

    /// <summary>The character of a number as browsers read it: 128-159 are those of Windows-1252; null where it is no number.</summary>
    private static string? Character(ReadOnlySpan<char> number)
    {
        var isHex = number is ['x' or 'X', ..];
        if (!uint.TryParse(isHex ? number[1..] : number, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return null;
        if (code is >= 0x80 and <= 0x9F) return Windows1252.Decode([(byte)code]);
        if (code < 0x20 && code is not ('\t' or '\n' or '\r')) return " ";
        return code is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) or 0xFFFE or 0xFFFF ? "\uFFFD" : char.ConvertFromUtf32((int)code);
    }

    private static string Escaped(string text) => text switch
    {
        "&" => "&amp;",
        "<" => "&lt;",
        ">" => "&gt;",
        "\"" => "&quot;",
        "'" => "&apos;",
        _ => text,
    };
}

/// <summary>One item is too long to be an article.</summary>
internal sealed class RecordTooLongException(string message) : Exception(message);
