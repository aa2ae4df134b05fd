using System.Collections.Concurrent;
using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Search;

/// <summary>What the patterns in the phrases of one query accept, read once each list however many phrases have the pattern. Thread-safe.</summary>
internal sealed class PatternsRead(CancellationToken cancellation)
{
    private readonly ConcurrentDictionary<(TermIndex List, string Pattern), Places> _known = new();

    /// <summary>Requires: the slot has a pattern.</summary>
    public Places Of(TermIndex list, QuerySlot slot) => _known.GetOrAdd((list, slot.Pattern!.ToString()), key => Read(key.List, slot));

    private Places Read(TermIndex list, QuerySlot slot)
    {
        TermEntry[] terms = [.. list.Terms.Find(slot, cancellation)];
        return terms.Length > 1 ? new Places(null, PatternPlaces.Of(list, terms, cancellation)) : new Places(terms is [var only] ? only : null, null);
    }

    /// <summary>Either the only term that the pattern accepts, or the places of several, or nothing.</summary>
    internal sealed record Places(TermEntry? Only, PatternPlaces? All)
    {
        /// <summary>A fresh slot for a cursor over the list.</summary>
        public PhraseSlot Slot(string name, int offset, TermIndex list) =>
            All is not null ? new PhraseSlot(name, offset, All) : new PhraseSlot(name, offset, Only is { } only ? list.Postings.Open(only) : null);
    }
}
