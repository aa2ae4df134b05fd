using Microsoft.Win32.SafeHandles;

namespace NewsSearch.Cli.Output;

/// <summary>Standard output whose reader has gone; the command that writes has nothing left to do.</summary>
internal sealed class BrokenPipeException(IOException cause) : IOException(cause.Message, cause);

/// <summary>Standard output that says when its reader has gone, so that a long export into <c>head</c> ends there.</summary>
/// <remarks>The console's own stream drops such writes silently, and the export would run to its end for nobody.</remarks>
internal sealed class StandardOutput : Stream
{
    private const int BytesBuffered = 64 * 1024;
    private const int BrokenPipeErrno = 32; // EPIPE, on Linux and macOS alike

    private readonly Stream _inner;

    private StandardOutput(Stream inner) => _inner = new BufferedStream(inner, BytesBuffered);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public static StandardOutput Open()
    {
        if (OperatingSystem.IsWindows()) return new StandardOutput(Console.OpenStandardOutput());
        var file = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // A file keeps its own position in a FileStream, so that what another process appends would be written over.
        return new StandardOutput(file.CanSeek ? Console.OpenStandardOutput() : file);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _inner.Write(buffer);
        }
        catch (IOException gone) when (gone.HResult == BrokenPipeErrno)
        {
            throw new BrokenPipeException(gone);
        }
    }

    public override void Flush()
    {
        try
        {
            _inner.Flush();
        }
        catch (IOException gone) when (gone.HResult == BrokenPipeErrno)
        {
            throw new BrokenPipeException(gone);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
