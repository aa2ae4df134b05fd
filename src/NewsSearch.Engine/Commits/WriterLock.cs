using System.Globalization;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Commits;

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
