using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers.Containers;

/// <summary>Gzip members one after the other -> their unpacked bytes, each of which can still be found in the packed file.</summary>
/// <remarks>
/// The runtime's own stream joins members without a trace; a web archive needs to know where each begins, and to go on behind a
/// broken one. Where a member ends is found by its trailer (checksum and length), searched for in the last bytes that its decoder
/// took. Source: RFC 1952. A read after a <see cref="BrokenContentException"/> goes on with the next member that can be found.
/// Invariant: a read never crosses from one member into the next.
/// </remarks>
internal sealed class GzipMembers(Stream packed, UnpackBudget budget) : ForwardStream
{
    private const int TrailerByteLength = 8;
    private const string EndsEarly = "The file ends within compressed data.";

    /// <summary>A longer head holds no name; taste.</summary>
    private const int MaxHeaderByteLength = 1 << 17;

    private readonly Feed _feed = new(packed);
    private readonly Queue<(long Unpacked, long Packed)> _starts = [];
    private DeflateStream? _member;
    private long _memberStart;
    private long _unpacked;
    private long _memberUnpackedStart;
    private uint _checksum;
    private uint _memberByteLength;
    private bool _isLost;

    /// <summary>Where unpacked bytes stand in the packed file: "byte 120" where a member begins with them, "byte 120+33" within one.</summary>
    /// <param name="unpackedOffset">Not less than the time before.</param>
    public string PlaceOf(long unpackedOffset)
    {
        while (_starts.Count > 1 && _starts.ElementAt(1).Unpacked <= unpackedOffset) _starts.Dequeue();
        var (unpacked, start) = _starts.Count > 0 ? _starts.Peek() : (unpackedOffset, 0);
        var within = unpackedOffset - unpacked;
        return string.Create(CultureInfo.InvariantCulture, $"byte {start}") + (within == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"+{within}"));
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0; // what asks for nothing has not come to the end
        while (_member is not null || BeginMember())
        {
            var count = Unpack(buffer);
            if (count == 0)
            {
                EndMember();
                continue;
            }
            _checksum = Crc32.Append(_checksum, buffer[..count]);
            _memberByteLength += (uint)count;
            _unpacked += count;
            budget.Spend(count);
            return count;
        }
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _member?.Dispose();
        base.Dispose(disposing);
    }

    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return _member!.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw Lost(_feed.IsAtEnd ? EndsEarly : "The compressed data is damaged; what stood before the damage was read.");
        }
    }

    /// <summary>Passes the header of the next member; false where there is none.</summary>
    private bool BeginMember()
    {
        if (_isLost ? !PassToPlausibleHeader() : !PassPadding()) return false;
        _memberStart = _feed.Window.Offset;
        _memberUnpackedStart = _unpacked;
        if (!PassHeader()) throw Lost(_feed.Window.Bytes.StartsWith(GzipHeader.Magic) ? "The file ends within the head of a gzip member." : "What follows here is not gzip.");
        _isLost = false;
        _starts.Enqueue((_unpacked, _memberStart));
        _checksum = _memberByteLength = 0;
        _member = new DeflateStream(_feed, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    /// <summary>Finds the trailer in what the decoder took last, and stands behind it.</summary>
    private void EndMember()
    {
        Span<byte> trailer = stackalloc byte[TrailerByteLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _memberByteLength);
        var hasMore = true;
        while (hasMore && _feed.Window.Bytes.Length < _feed.Taken + TrailerByteLength) hasMore = _feed.Window.Grow();
        var searched = _feed.Window.Bytes[..Math.Min(_feed.Window.Bytes.Length, _feed.Taken + TrailerByteLength)];
        var at = searched.IndexOf(trailer);
        if (at < 0) throw Lost(searched.Length < _feed.Taken + TrailerByteLength ? EndsEarly : "The compressed data is damaged: its checksum is not that of what it unpacks to.");
        _feed.Pass(at + TrailerByteLength);
        CloseMember();
    }

    /// <summary>Zero bytes may stand between members, as block devices leave them.</summary>
    private bool PassPadding()
    {
        while (true)
        {
            var zeros = _feed.Window.Bytes.IndexOfAnyExcept((byte)0);
            _feed.Pass(zeros < 0 ? _feed.Window.Bytes.Length : zeros);
            if (zeros >= 0) return true;
            if (!_feed.Window.Grow()) return false;
        }
    }

    private bool PassToPlausibleHeader()
    {
        _feed.Pass(Math.Min(_feed.Window.Offset > _memberStart ? 0 : 1, _feed.Window.Bytes.Length));
        while (true)
        {
            var at = GzipHeader.FindPlausible(_feed.Window.Bytes);
            _feed.Pass(at);
            if (_feed.Window.Bytes.Length >= GzipHeader.MinByteLength) return true;
            if (!_feed.Window.Grow()) return false;
        }
    }

    private bool PassHeader()
    {
        while (true)
        {
            if (GzipHeader.LengthOf(_feed.Window.Bytes) is not { } length) return false;
            if (length > 0)
            {
                _feed.Pass(length);
                return true;
            }
            if (_feed.Window.Bytes.Length > MaxHeaderByteLength || !_feed.Window.Grow()) return false;
        }
    }

    private BrokenContentException Lost(string reason)
    {
        CloseMember();
        _isLost = true;
        return new BrokenContentException(string.Create(CultureInfo.InvariantCulture, $"byte {_memberStart}"), reason) { Since = _memberUnpackedStart };
    }

    private void CloseMember()
    {
        _member?.Dispose();
        _member = null;
    }

    /// <summary>What the decoder reads from: it shows how far the decoder can have come.</summary>
    /// <remarks>Invariant: the window begins with the piece that was taken last, so that its bytes can still be looked at.</remarks>
    private sealed class Feed(Stream packed) : ForwardStream
    {
        public ByteWindow Window { get; } = new(packed);

        /// <summary>Length of the piece that was taken last.</summary>
        public int Taken { get; private set; }

        public bool IsAtEnd { get; private set; }

        public void Pass(int count)
        {
            Window.Pass(count);
            Taken = 0;
        }

        public override int Read(Span<byte> buffer)
        {
            Pass(Taken);
            IsAtEnd = Window.Bytes.IsEmpty && !Window.Grow();
            Taken = Math.Min(buffer.Length, Window.Bytes.Length);
            Window.Bytes[..Taken].CopyTo(buffer);
            return Taken;
        }
    }
}
