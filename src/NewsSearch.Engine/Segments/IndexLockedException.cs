namespace NewsSearch.Engine.Segments;

/// <summary>Another writer works on the index.</summary>
public sealed class IndexLockedException : IOException
{
    /// <summary>Names the index and who holds it.</summary>
    /// <param name="path">The index folder.</param>
    /// <param name="holder">The holder's own words: who, which process, since when. Empty in the moment before it has written them.</param>
    public IndexLockedException(string path, string holder)
        : base($"{path} is locked by {(holder.Length > 0 ? holder : "another writer")}") => Holder = holder;

    /// <summary>The holder's own words: who, which process, since when.</summary>
    public string Holder { get; }
}
