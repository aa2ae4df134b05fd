namespace NewsSearch.Engine.Segments;

/// <summary>The index folder: all file work of the engine goes through it, so that tests can put a faulty twin in its place.</summary>
/// <remarks>
/// Names are relative to the index folder, with '/': "gen-0001/000012.seg"; the index folder itself is "".
/// A file is written once, from start to end, and never changed afterwards.
/// </remarks>
internal abstract class IndexDirectory
{
    /// <summary>The index folder, for messages.</summary>
    public abstract string Path { get; }

    /// <summary>A new file; its folder is made where needed. An <see cref="IOException"/> if the file exists.</summary>
    public abstract IndexFile Create(string name);

    /// <summary>A read-only mapping of a whole file. The caller owns one reference. <see cref="FileNotFoundException"/> if absent.</summary>
    public abstract MappedFile Map(string name);

    /// <summary>A whole file. <see cref="FileNotFoundException"/> if absent, <see cref="Bits.IndexFormatException"/> if longer than allowed.</summary>
    public abstract byte[] ReadAll(string name, int atMostBytes);

    /// <summary>Atomic: at any moment <paramref name="to"/> is the old file or the new one.</summary>
    public abstract void Rename(string from, string to);

    /// <summary>Deleting what is not there is no error.</summary>
    public abstract void Delete(string name);

    /// <summary>Deletes a folder with all that is in it; no error if it is not there.</summary>
    public abstract void DeleteFolder(string name);

    /// <summary>Whether there is a file of this name.</summary>
    public abstract bool Exists(string name);

    /// <summary>Names (last part only) of the files and folders directly in a folder, in ordinal order; none if it does not exist.</summary>
    public abstract IReadOnlyList<string> List(string folder);

    /// <summary>Returns when all creations, renames and deletes in the folder so far would survive a power cut.</summary>
    public abstract void FlushFolder(string folder);

    /// <summary>Takes the exclusive lock <paramref name="name"/> and writes the holder's words into it; ends with Dispose or with the process.</summary>
    /// <exception cref="IndexLockedException">Somebody holds it; carries that holder's words.</exception>
    public abstract IDisposable Lock(string name, string holder);

    /// <summary>Deletes what is left of a file that could not be written, to make room; where that fails too, the next writer does it.</summary>
    public void TryDelete(string name)
    {
        try
        {
            Delete(name);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What is told is why it could not be written.
        }
    }

    /// <summary>A file's path for messages.</summary>
    public string PathOf(string name) => name.Length == 0 ? Path : System.IO.Path.Join(Path, name);
}

/// <summary>A file while it is written, from start to end.</summary>
internal abstract class IndexFile : IDisposable
{
    /// <summary>Bytes written so far.</summary>
    public long Position { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Append(bytes);
        Position += bytes.Length;
    }

    /// <summary>Returns when all bytes so far would survive a power cut.</summary>
    public abstract void Flush();

    public abstract void Dispose();

    protected abstract void Append(ReadOnlySpan<byte> bytes);
}
