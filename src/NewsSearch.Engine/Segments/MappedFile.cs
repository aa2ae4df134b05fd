using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Segments;

/// <summary>A whole file as read-only memory, shared by all who hold a reference.</summary>
/// <remarks>
/// Born with one reference, unmapped when the last one is released; a file deleted meanwhile stays readable until then.
/// Invariant: nobody shortens a mapped file (reading behind its end would kill the process).
/// The only place of the engine with pointers.
/// </remarks>
internal sealed unsafe partial class MappedFile : ByteSource
{
    private readonly MemoryMappedViewAccessor? _view;
    private GCHandle _pinned;
    private byte* _start;
    private long _byteLength;
    private int _references = 1;

    private MappedFile(string path, MemoryMappedViewAccessor? view, byte* start, long byteLength)
    {
        Path = path;
        _view = view;
        _start = start;
        _byteLength = byteLength;
    }

    public override string Path { get; }

    public override long ByteLength => _byteLength;

    /// <summary>Maps an open file; the handle may be closed afterwards.</summary>
    public static MappedFile Over(string path, SafeFileHandle file)
    {
        var byteLength = RandomAccess.GetLength(file);
        if (byteLength == 0) // which no system maps
            return Over(path, []);
        using var mapping = MemoryMappedFile.CreateFromFile(
            file, mapName: null, byteLength, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        var view = mapping.CreateViewAccessor(0, byteLength, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        return new MappedFile(path, view, start + view.PointerOffset, byteLength);
    }

    /// <summary>Bytes that are in memory already, for a directory that keeps its files there.</summary>
    public static MappedFile Over(string path, byte[] bytes)
    {
        var pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        return new MappedFile(path, null, (byte*)pinned.AddrOfPinnedObject(), bytes.Length) { _pinned = pinned };
    }

    public override ReadOnlySpan<byte> Span(long offset, int byteLength)
    {
        if ((ulong)offset > (ulong)_byteLength || (uint)byteLength > (ulong)(_byteLength - offset))
            throw OutOfBounds(offset, byteLength);
        return new ReadOnlySpan<byte>(_start + offset, byteLength);
    }

    /// <summary>One more holder. Requires: the caller is sure that somebody holds a reference, else <see cref="ObjectDisposedException"/>.</summary>
    public void Acquire()
    {
        var seen = Volatile.Read(ref _references);
        while (true)
        {
            ObjectDisposedException.ThrowIf(seen == 0, this);
            var before = Interlocked.CompareExchange(ref _references, seen + 1, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }

    /// <summary>One holder less; with the last one all spans end.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _references) != 0)
            return;
        _byteLength = 0; // so that a use after the end is an error rather than a crash
        _start = null;
        if (_pinned.IsAllocated)
            _pinned.Free();
        _view?.SafeMemoryMappedViewHandle.ReleasePointer();
        _view?.Dispose();
    }

    /// <summary>Lets the system take back the memory of what was read. Nothing changes: what is read again comes from the file again.</summary>
    public void Forget()
    {
        const int dontNeed = 4; // the same number on Linux and macOS
        if (_view is not null && !OperatingSystem.IsWindows()) _ = Advise(_start, (nuint)_byteLength, dontNeed);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(byte* start, nuint byteLength, int advice);

    private Exception OutOfBounds(long offset, int byteLength) => Volatile.Read(ref _references) == 0
        ? new ObjectDisposedException(Path)
        : new IndexFormatException(Path, offset, $"{byteLength} bytes wanted, the file ends at {_byteLength}");
}
