namespace NewsSearch.Engine.Segments;

/// <summary>The index was made in another format, or by other rules for tokens, folding or stems, and must be rebuilt.</summary>
public sealed class IndexOutdatedException : IOException
{
    /// <summary>Names the file or folder, what has the version, and both versions.</summary>
    public IndexOutdatedException(string path, string what, long found, long expected)
        : base($"{path} was made with {what} version {found}; this program reads version {expected}")
    {
    }
}
