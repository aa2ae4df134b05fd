using NewsSearch.Engine;

namespace NewsSearch.Archive.Embedded.Commits;

/// <summary>What depends on the commit alone, by a key -> made once for each commit that is current.</summary>
/// <remarks>Two who ask at the same time may both make it. A searcher of an older commit gets its own, which is not kept.</remarks>
internal sealed class PerCommit<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, TValue> _made = [];
    private (string Generation, long Number, DateTimeOffset Written) _of;

    public TValue Of(Searcher searcher, TKey key, Func<Searcher, TValue> make)
    {
        var commit = (searcher.Commit.Generation, searcher.Commit.Number, searcher.Commit.Written);
        lock (_gate)
        {
            if (_of == commit && _made.TryGetValue(key, out var known)) return known;
        }

        var made = make(searcher);
        lock (_gate)
        {
            if (_of != commit && commit.Written >= _of.Written)
            {
                _made.Clear();
                _of = commit;
            }

            if (_of == commit) _made[key] = made;
        }

        return made;
    }
}
