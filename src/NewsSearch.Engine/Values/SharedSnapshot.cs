using System.Collections.Concurrent;
using NewsSearch.Engine.Commits;

namespace NewsSearch.Engine.Values;

/// <summary>A snapshot and the values over it, held by everyone who searches it; closed when the last lets go.</summary>
internal sealed class SharedSnapshot(Snapshot snapshot, ValueRegistry values)
{
    private readonly ConcurrentDictionary<string, FieldValues> _fields = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Completions> _completions = new(StringComparer.Ordinal);
    private int _holders = 1;

    public Snapshot Snapshot => snapshot;

    public ValueRegistry Values => values;

    /// <summary>The values of a keyword field with a column, gathered on first use.</summary>
    public FieldValues ValuesOf(string field, CancellationToken cancellation) => _fields.GetOrAdd(field, name => new FieldValues(snapshot, values, name, cancellation));

    /// <summary>The values of such a field by the words of their names, gathered on first use.</summary>
    public Completions CompletionsOf(string field, CancellationToken cancellation) => _completions.GetOrAdd(field, name =>
    {
        var fieldValues = ValuesOf(name, cancellation);
        return new Completions(fieldValues.DocCounts(cancellation), fieldValues.Global.NamesOf, cancellation);
    });

    /// <summary>Requires: the caller knows that somebody else still holds it.</summary>
    public void Acquire() => Interlocked.Increment(ref _holders);

    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0) snapshot.Dispose();
    }
}
