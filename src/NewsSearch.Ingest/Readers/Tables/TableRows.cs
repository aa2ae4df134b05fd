using System.Globalization;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers.Tables;

/// <summary>Content of a table -> its rows, field by field. Source: RFC 4180; a quote within a field that does not begin with one stands for itself.</summary>
/// <remarks>A row whose quotes are broken costs its first line: the next row is looked for on the line after it. <see cref="Next"/> may be called again after a <see cref="BrokenContentException"/>.</remarks>
internal sealed class TableRows(Stream content, byte delimiter, int maxByteLength)
{
    private const int End = -1;

    private readonly ByteWindow _window = new(content);
    private long _nextLine = 1;

    /// <summary>The line on which the row begins that came last, or that is broken.</summary>
    public long Line { get; private set; }

    /// <summary>The next row; null at the end.</summary>
    public List<string>? Next()
    {
        if (At(0) == End) return null;
        Line = _nextLine;
        var fields = new List<string>();
        for (var at = 0; ;)
        {
            var end = At(at) == '"' ? PassQuoted(at, fields) : PassPlain(at, fields);
            if (At(end) == delimiter)
            {
                at = end + 1;
                continue;
            }
            Pass(At(end) == End ? end : end + 1);
            return fields;
        }
    }

    private int PassPlain(int start, List<string> fields)
    {
        var end = Find(start, delimiter, (byte)'\n');
        if (end < 0 && _window.Bytes.Length > maxByteLength) throw TooLong();
        if (end < 0) end = _window.Bytes.Length;
        fields.Add(TextDecoder.Decode(_window.Bytes[start..end]).Trim());
        return end;
    }

    private int PassQuoted(int start, List<string> fields)
    {
        var close = Find(start + 1, (byte)'"', (byte)'"');
        while (close >= 0 && At(close + 1) == '"') close = Find(close + 2, (byte)'"', (byte)'"');
        if (close < 0) throw _window.Bytes.Length > maxByteLength ? TooLong() : Broken("A quote is opened in the row that is never closed.");
        fields.Add(TextDecoder.Decode(_window.Bytes[(start + 1)..close]).Replace("\"\"", "\"", StringComparison.Ordinal));
        var end = close + 1;
        while (At(end) is '\r' or ' ') end++;
        return At(end) == delimiter || At(end) is '\n' or End ? end : throw Broken("The row's quotes are broken: text follows a closing one.");
    }

    private int At(int place) => place < _window.Bytes.Length || (_window.Bytes.Length <= maxByteLength && _window.Grow() && place < _window.Bytes.Length) ? _window.Bytes[place] : End;

    private int Find(int start, byte one, byte other)
    {
        while (true)
        {
            var found = start < _window.Bytes.Length ? _window.Bytes[start..].IndexOfAny(one, other) : End;
            if (found >= 0) return start + found;
            start = Math.Max(start, _window.Bytes.Length);
            if (_window.Bytes.Length > maxByteLength || !_window.Grow()) return End;
        }
    }

    private void Pass(int count)
    {
        _nextLine += _window.Bytes[..count].Count((byte)'\n');
        _window.Pass(count);
    }

    private BrokenContentException Broken(string reason)
    {
        var feed = _window.Bytes.IndexOf((byte)'\n');
        Pass(feed < 0 ? _window.Bytes.Length : feed + 1);
        return new BrokenContentException("", reason);
    }

    /// <summary>A line of any length is passed over without being held.</summary>
    private BrokenContentException TooLong()
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"The row, which begins at byte {_window.Offset}, is longer than {maxByteLength >> 20} MB.");
        var feed = _window.Bytes.IndexOf((byte)'\n');
        while (feed < 0)
        {
            Pass(_window.Bytes.Length);
            if (!_window.Grow()) break;
            feed = _window.Bytes.IndexOf((byte)'\n');
        }
        Pass(feed + 1);
        return new BrokenContentException("", reason);
    }
}
