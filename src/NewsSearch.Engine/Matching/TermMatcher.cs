using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Matching;

/// <summary>What a query word asks of a token -> the terms of an exact list that fulfil it.</summary>
internal static class TermMatcher
{
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
