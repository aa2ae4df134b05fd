namespace NewsSearch.Ingest.Entities;

/// <summary>A writing of a well-known name -> the name it is shown under.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);

    /// <param name="entries">Each the shown name, then its other writings.</param>
    public KnownNames(IEnumerable<string[]> entries)
    {
        foreach (var writings in entries)
        {
            foreach (var writing in writings) _shown.TryAdd(NameKey.Of(writing), writings[0]);
        }
    }

    /// <summary>The name that a writing is shown under; null where it is not known.</summary>
    public string? Find(string writing) => _shown.GetValueOrDefault(NameKey.Of(writing));
}
