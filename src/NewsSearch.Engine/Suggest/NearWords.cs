using System.Text;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Suggest;

/// <summary>A term that may have been meant.</summary>
/// <param name="Term">As the exact lists hold it.</param>
/// <param name="DocCount">Documents of the snapshot that have it, about: deleted ones count, and of several texts the one with most.</param>
/// <param name="Cost">How unlikely the slip is (<see cref="EditCost"/>).</param>
internal readonly record struct NearWord(string Term, long DocCount, double Cost)
{
    /// <summary>Logarithm of how likely it was meant, but for a constant: frequent words are typed often, too.</summary>
    public double Likelihood => Math.Log(DocCount) - Cost;
}

/// <summary>A folded word -> the terms of a snapshot within a few edits of it.</summary>
/// <param name="snapshot">Where to look.</param>
/// <param name="lists">Numbers of the exact lists.</param>
/// <param name="cancellation">Stops the walk.</param>
internal sealed class NearWords(Snapshot snapshot, IReadOnlyList<int> lists, CancellationToken cancellation)
{
    /// <summary>Documents that have a term, counted as <see cref="NearWord.DocCount"/>.</summary>
    public long DocCount(string term)
    {
        var bytes = TermBytes.Exact(term);
        return snapshot.Segments.Sum(segment => lists.Max(list => segment.Reader.Lists[list].Terms.TryFind(bytes, out var entry) ? (long)entry.DocCount : 0));
    }

    /// <summary>The likeliest terms within so many edits, the word itself left out, likeliest first.</summary>
    public IReadOnlyList<NearWord> Of(string term, int distance, int count)
    {
        var pattern = TermPattern.Fuzzy(term, distance);
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var segment in snapshot.Segments)
        {
            var inSegment = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var list in lists)
            {
                var walk = new TermWalk(segment.Reader.Lists[list].Terms, pattern, cancellation);
                while (walk.Next())
                {
                    var near = Encoding.UTF8.GetString(walk.Term);
                    inSegment[near] = Math.Max(inSegment.GetValueOrDefault(near), walk.Entry.DocCount);
                }
            }

            foreach (var (near, docs) in inSegment) found[near] = found.GetValueOrDefault(near) + docs;
        }

        found.Remove(term);
        // What another word costs at least tells which ones need a closer look.
        return
        [
            .. found.OrderByDescending(near => near.Value).ThenBy(near => near.Key, StringComparer.Ordinal).Take(MostWeighed)
                .Select(near => new NearWord(near.Key, near.Value, EditCost.Of(term, near.Key)))
                .OrderByDescending(near => near.Likelihood).ThenBy(near => near.Term, StringComparer.Ordinal).Take(count),
        ];
    }

    /// <summary>Terms of which the cost of the slip is computed: those with most documents. Short words have thousands of neighbours.</summary>
    private const int MostWeighed = 300;
}
