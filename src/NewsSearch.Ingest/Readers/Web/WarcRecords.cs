using System.Globalization;
using NewsSearch.Ingest.Readers.Bytes;
using NewsSearch.Ingest.Readers.Headers;

namespace NewsSearch.Ingest.Readers.Web;

/// <summary>Content of a web archive -> its records; behind a broken one it finds the next. Source: ISO 28500:2017 (WARC 1.1), section 4.</summary>
/// <remarks>
/// Invariant: a record is only given out where an empty line, another record or the end follows it, so a false length costs one
/// record and not two; and not where the checksum over it is wrong. <see cref="Next"/> may be called again after a <see cref="BrokenContentException"/>.
/// </remarks>
internal sealed class WarcRecords(Stream content, int maxBlockByteLength)
{
    private const int LongestEnd = 16; // line feeds between records, of which two are right, and the beginning of the next

    private readonly ByteWindow _window = new(content);
    private BrokenContentException? _damage;
    private bool _isLost;

    /// <summary>Where the record stands that comes next, or that is broken.</summary>
    public long Offset { get; private set; }

    private static ReadOnlySpan<byte> Version => "WARC/"u8;

    /// <summary>The next record; null at the end.</summary>
    public WarcRecord? Next()
    {
        if (!PassToRecord()) return null;
        var head = ReadHead();
        var fields = new HeaderFields(_window.Bytes[..head]);
        if (!long.TryParse(fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length)) throw Lost("The record does not say how long it is.", head);
        if (length > maxBlockByteLength)
        {
            PassOver(head + length);
            return new WarcRecord(Offset, fields, Block: null);
        }
        var end = head + (int)length;
        while (_window.Bytes.Length < end + LongestEnd && Grow()) { }
        if (_window.Bytes.Length < end || _damage?.Since <= Offset) throw LostAtEnd("record", head);
        if (!IsBoundary(_window.Bytes[end..])) throw Lost("The record is longer or shorter than it says.", head);
        var block = _window.Bytes[head..end].ToArray();
        _window.Pass(end);
        return new WarcRecord(Offset, fields, block);
    }

    private static bool IsBoundary(ReadOnlySpan<byte> rest)
    {
        if (rest.StartsWith("\r\n\r\n"u8)) return true;
        rest = rest.TrimStart("\r\n"u8);
        return rest.IsEmpty || Version.StartsWith(rest[..Math.Min(rest.Length, Version.Length)]);
    }

    /// <summary>Stands before the next record; false at the end.</summary>
    private bool PassToRecord()
    {
        while (true)
        {
            _window.Pass(_window.Bytes.Length - _window.Bytes.TrimStart("\r\n\0"u8).Length);
            if (_isLost) PassToVersion();
            Offset = _window.Offset;
            if (_window.Bytes.StartsWith(Version)) break;
            if (!_isLost && _window.Bytes.Length >= Version.Length) throw Lost("No record begins here; what follows is passed over to the next record.", 0);
            if (Grow()) continue;
            if (_damage is not null || (!_isLost && !_window.Bytes.IsEmpty)) throw LostAtEnd("head of a record", 0);
            return false;
        }
        _isLost = false;
        return true;
    }

    /// <summary>Passes over everything to a line that may begin a record.</summary>
    private void PassToVersion()
    {
        if (_window.Bytes.StartsWith(Version)) return;
        var at = _window.Bytes.IndexOf("\nWARC/"u8);
        _window.Pass(at >= 0 ? at + 1 : Math.Max(0, _window.Bytes.Length - Version.Length));
    }

    private int ReadHead()
    {
        while (true)
        {
            var end = HeaderFields.EndOf(_window.Bytes);
            if (end >= 0) return end;
            if (_window.Bytes.Length > HeaderFields.MaxByteLength) throw Lost("The head of the record has no end.", Version.Length);
            if (!Grow()) throw LostAtEnd("head of a record", Version.Length);
        }
    }

    private void PassOver(long count)
    {
        while (count > 0)
        {
            if (_window.Bytes.IsEmpty && !Grow()) throw LostAtEnd("record", 0);
            var step = (int)Math.Min(count, _window.Bytes.Length);
            _window.Pass(step);
            count -= step;
        }
    }

    /// <summary>Damage behind a whole record is told after it.</summary>
    private bool Grow()
    {
        try
        {
            return _damage is null && _window.Grow();
        }
        catch (BrokenContentException damage)
        {
            _damage = damage;
            return false;
        }
    }

    /// <param name="reason">A sentence.</param>
    /// <param name="passed">What of the window is looked through no more: a record that follows may begin behind it.</param>
    private BrokenContentException Lost(string reason, int passed)
    {
        _window.Pass(passed);
        _isLost = true;
        return new BrokenContentException("", reason);
    }

    /// <summary>The end of the content, or damage in it, behind which nothing belongs to what was begun.</summary>
    private BrokenContentException LostAtEnd(string what, int passed)
    {
        if (_damage is not { } damage) return Lost($"The file ends within the {what}.", passed);
        _damage = null;
        _isLost = true;
        _window.Pass(_window.Bytes.Length);
        return damage;
    }
}
