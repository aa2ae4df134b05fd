using System.Globalization;

namespace NewsSearch.Engine.Segments;

/// <summary>The right to change an index: one holder at a time, over all processes. Ends with Dispose, or with the process however it ends.</summary>
internal sealed class WriterLock : IDisposable
{
    public const string FileName = "lock";
    private readonly IDisposable _held;

    private WriterLock(IDisposable held) => _held = held;

    /// <summary>Takes the lock at once or not at all; <paramref name="holder"/> is what the next one is told, e.g. "newssearch rebuild".</summary>
    /// <exception cref="IndexLockedException">Somebody holds it.</exception>
    public static WriterLock Take(IndexDirectory directory, string holder, TimeProvider? clock = null)
    {
        var since = (clock ?? TimeProvider.System).GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new WriterLock(directory.Lock(FileName, $"{holder}, process {Environment.ProcessId}, since {since}"));
    }

    public void Dispose() => _held.Dispose();
}

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
