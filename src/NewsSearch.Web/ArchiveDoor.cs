using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary>Requests -> the archive, opened at first use and again after a failure, so that the site recovers by itself.</summary>
internal sealed class ArchiveDoor(Func<IArticleArchive> open) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<IArticleArchive> _retired = [];
    private IArticleArchive? _current;

    /// <summary>Runs one reading. Raises <see cref="ArchiveException"/> where the archive cannot be used now.</summary>
    public T Read<T>(Func<IArticleArchive, T> reading)
    {
        var archive = Current();
        try
        {
            return reading(archive);
        }
        catch (ArchiveException)
        {
            Retire(archive);
            throw;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _current?.Dispose();
            _retired.ForEach(archive => archive.Dispose());
        }
    }

    private IArticleArchive Current()
    {
        lock (_lock) return _current ??= open();
    }

    // Another request may still be reading from it, so it is closed with the site. At most one per failure after a success.
    private void Retire(IArticleArchive archive)
    {
        lock (_lock)
        {
            if (_current != archive) return;
            _retired.Add(archive);
            _current = null;
        }
    }
}
