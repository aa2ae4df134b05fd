namespace NewsSearch.Engine.Bits;

/// <summary>A file of the index is not what it should be. Raised on open and verify, with the file, the place and what was expected.</summary>
public sealed class IndexFormatException : IOException
{
    /// <summary>Names what is wrong.</summary>
    /// <param name="path">The damaged file.</param>
    /// <param name="offset">Byte offset of the place, or -1 for the file as a whole.</param>
    /// <param name="problem">What was expected and what was found.</param>
    public IndexFormatException(string path, long offset, string problem)
        : base(offset < 0 ? $"{path}: {problem}" : $"{path}, byte {offset}: {problem}")
    {
        Path = path;
        Offset = offset;
    }

    /// <summary>The damaged file.</summary>
    public string Path { get; }

    /// <summary>Byte offset of the place, or -1 for the file as a whole.</summary>
    public long Offset { get; }
}
