using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Matching;

/// <summary>What a query word asks of a token -> the terms of an exact list that fulfil it.</summary>
internal static class TermMatcher
{
    /// <summary>Cursors over the documents of each accepted term.</summary>
    public static IEnumerable<PostingsCursor> Open(this TermIndex list, QuerySlot slot, CancellationToken cancellation) => list.Terms.Find(slot, cancellation).Select(list.Postings.Open);

    /// <summary>The entries of the accepted terms. A pattern walks where its automaton leads.</summary>
    public static IEnumerable<TermEntry> Find(this TermsReader terms, QuerySlot slot, CancellationToken cancellation)
    {
        if (slot.Pattern is not { } pattern)
        {
            if (terms.TryFind(TermBytes.Exact(slot.Term), out var entry)) yield return entry;
            yield break;
        }

        var walk = new TermWalk(terms, pattern, cancellation);
        while (walk.Next()) yield return walk.Entry;
    }
}
