using System.IO.Compression;
using System.Text;

namespace NewsSearch.Ingest.Readers;

/// <summary>An open source file, unpacked where it is gzip (by its first bytes, whatever its name), with its first bytes to look at.</summary>
internal sealed class SourceStream : IDisposable
{
    private readonly FileStream _file;
    private readonly Stream _unpacked;

    /// <summary>Without this the runtime takes a gzip file that is cut short for one that ends there. It is read once, when the runtime first unpacks.</summary>
    static SourceStream() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    public SourceStream(string path)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        try
        {
            Span<byte> magic = stackalloc byte[2];
            var isGzip = _file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1F, 0x8B];
            _file.Position = 0;
            _unpacked = isGzip ? new GZipStream(_file, CompressionMode.Decompress) : _file;
            var head = new byte[SourceFormat.HeadByteLength];
            Head = head.AsMemory(0, _unpacked.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>The first bytes, unpacked, at most <see cref="SourceFormat.HeadByteLength"/>.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>Bytes read so far of the file as stored.</summary>
    public long BytesRead => _file.Position;

    /// <summary>The whole content from its start; UTF-16 turned to UTF-8. To be called once.</summary>
    public Stream Content(Encoding? utf16)
    {
        var whole = new PrefixedStream(Head, _unpacked);
        return utf16 is null ? whole : Encoding.CreateTranscodingStream(whole, utf16, Encoding.UTF8);
    }

    public void Dispose()
    {
        _unpacked.Dispose();
        _file.Dispose();
    }

    /// <summary>Bytes already read, then the rest.</summary>
    private sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _prefix = prefix;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_prefix.IsEmpty) return rest.Read(buffer);
            var count = Math.Min(buffer.Length, _prefix.Length);
            _prefix.Span[..count].CopyTo(buffer);
            _prefix = _prefix[count..];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
