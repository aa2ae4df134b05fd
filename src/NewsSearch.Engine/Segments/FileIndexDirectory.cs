using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Segments;

/// <summary>The index folder on a real disk.</summary>
internal sealed partial class FileIndexDirectory(string path) : IndexDirectory
{
    // Windows refuses to delete a file that is open without it; Unix never does.
    private const FileShare ForReaders = FileShare.ReadWrite | FileShare.Delete;
    private const int HolderAtMostBytes = 1000;

    public override string Path { get; } = System.IO.Path.GetFullPath(path);

    public override IndexFile Create(string name)
    {
        MakeFolder(System.IO.Path.GetDirectoryName(PathOf(name))!);
        return new NewFile(new FileStream(PathOf(name), FileMode.CreateNew, FileAccess.Write, ForReaders, bufferSize: 0));
    }

    public override MappedFile Map(string name) => Existing(name, handle => MappedFile.Over(PathOf(name), handle));

    public override byte[] ReadAll(string name, int atMostBytes) => Existing(name, handle =>
    {
        var byteLength = RandomAccess.GetLength(handle);
        if (byteLength > atMostBytes)
            throw new IndexFormatException(PathOf(name), -1, $"at most {atMostBytes} bytes expected, found {byteLength}");
        return ReadUpTo(handle, (int)byteLength);
    });

    public override void Rename(string from, string to) => File.Move(PathOf(from), PathOf(to), overwrite: true);

    public override void Delete(string name)
    {
        try
        {
            File.Delete(PathOf(name));
        }
        catch (DirectoryNotFoundException)
        {
            // Without its folder the file is not there either.
        }
    }

    public override void DeleteFolder(string name)
    {
        try
        {
            Directory.Delete(PathOf(name), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone already.
        }
    }

    public override bool Exists(string name) => File.Exists(PathOf(name));

    public override IReadOnlyList<string> List(string folder)
    {
        try
        {
            var names = Directory.EnumerateFileSystemEntries(PathOf(folder)).Select(entry => System.IO.Path.GetFileName(entry)).ToArray();
            Array.Sort(names, StringComparer.Ordinal);
            return names;
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    public override void FlushFolder(string folder) => FlushFolderAt(PathOf(folder));

    public override IDisposable Lock(string name, string holder)
    {
        MakeFolder(Path);
        // On Unix FileShare.None is an exclusive flock; on Windows others must be let in to read who holds the lock.
        var share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;
        FileStream stream;
        try
        {
            stream = new FileStream(PathOf(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, share, bufferSize: 0);
        }
        catch (IOException error) when (IsHeldByAnother(error))
        {
            throw new IndexLockedException(Path, ReadHolder(PathOf(name)));
        }
        stream.SetLength(0);
        stream.Write(Encoding.UTF8.GetBytes(holder));
        return stream;
    }

    private static string ReadHolder(string path)
    {
        // A second .NET open would ask for the lock and fail, even for reading; the plain call does not.
        using var handle = OperatingSystem.IsWindows() ? File.OpenHandle(path, share: ForReaders) : OpenPlain(path);
        return Encoding.UTF8.GetString(ReadUpTo(handle, HolderAtMostBytes));
    }

    // EWOULDBLOCK on Linux, the same on macOS, ERROR_SHARING_VIOLATION.
    private static bool IsHeldByAnother(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);

    private T Existing<T>(string name, Func<SafeFileHandle, T> read)
    {
        try
        {
            using var handle = File.OpenHandle(PathOf(name), share: ForReaders);
            return read(handle);
        }
        catch (DirectoryNotFoundException error)
        {
            throw new FileNotFoundException(error.Message, PathOf(name), error);
        }
    }

    private static byte[] ReadUpTo(SafeFileHandle handle, int byteLength)
    {
        var bytes = new byte[byteLength];
        var filled = 0;
        while (filled < byteLength && RandomAccess.Read(handle, bytes.AsSpan(filled), filled) is > 0 and var read)
            filled += read;
        return filled == byteLength ? bytes : bytes[..filled];
    }

    /// <summary>Makes a folder and sees to it that each new folder is written down in the one above.</summary>
    private static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        var parent = System.IO.Path.GetDirectoryName(path)!;
        MakeFolder(parent);
        Directory.CreateDirectory(path);
        FlushFolderAt(parent);
    }

    /// <summary>fsync of a folder: .NET cannot open one. Windows writes its folders through a journal and has no such call.</summary>
    private static void FlushFolderAt(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var handle = OpenPlain(path);
        const int invalidArgument = 22; // some network file systems have nothing to flush in a folder and say so
        if (Flush(handle) != 0 && Marshal.GetLastPInvokeError() != invalidArgument)
            throw LastError($"{path}: cannot flush the folder");
    }

    private static SafeFileHandle OpenPlain(string path)
    {
        const int readOnly = 0;
        var closeOnExec = OperatingSystem.IsLinux() ? 0x80000 : OperatingSystem.IsMacOS() ? 0x1000000 : 0;
        var handle = Open(path, readOnly | closeOnExec);
        return handle.IsInvalid ? throw LastError($"{path}: cannot open") : handle;
    }

    private static IOException LastError(string problem) => new($"{problem}: {Marshal.GetLastPInvokeErrorMessage()}");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(SafeFileHandle handle);

    private sealed class NewFile(FileStream stream) : IndexFile
    {
        public override void Flush() => stream.Flush(flushToDisk: true);

        public override void Dispose() => stream.Dispose();

        protected override void Append(ReadOnlySpan<byte> bytes) => stream.Write(bytes);
    }
}
