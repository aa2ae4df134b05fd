using System.Runtime.InteropServices;

namespace NewsSearch.Engine.Columns;

/// <summary>Document -> ordinals of its values, while a segment is made.</summary>
internal sealed class OrdinalTable
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _ordinals = [];

    /// <summary>An empty table.</summary>
    public OrdinalTable()
    {
    }

    /// <summary>Requires: starts: of each document's ordinals and the end of the last's; ordinals: strictly increasing within a document.</summary>
    public OrdinalTable(ReadOnlySpan<int> starts, ReadOnlySpan<int> ordinals)
    {
        _starts = [.. starts];
        _ordinals = [.. ordinals];
        for (DocId doc = 0; doc < DocCount; doc++) IsSingle &= starts[doc + 1] - starts[doc] <= 1;
    }

    public int DocCount => _starts.Count - 1;

    /// <summary>Whether no document has more than one value.</summary>
    public bool IsSingle { get; private set; } = true;

    /// <summary>The ordinals of a document, strictly increasing; valid until the next Add.</summary>
    public ReadOnlySpan<int> this[DocId doc] => CollectionsMarshal.AsSpan(_ordinals)[_starts[doc].._starts[doc + 1]];

    public int Start(DocId doc) => _starts[doc];

    /// <summary>Adds the next document; repeated ordinals count once.</summary>
    public void Add(List<int> ordinals)
    {
        ordinals.Sort();
        var start = _ordinals.Count;
        foreach (var ordinal in ordinals)
        {
            if (_ordinals.Count == start || _ordinals[^1] != ordinal) _ordinals.Add(ordinal);
        }

        if (_ordinals.Count - start > 1) IsSingle = false;
        _starts.Add(_ordinals.Count);
    }
}
