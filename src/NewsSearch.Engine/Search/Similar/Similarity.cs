using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Matching;

namespace NewsSearch.Engine.Search.Similar;

/// <summary>Documents like given texts: a disjunction of the words that tell these from others, and what of it each document has.</summary>
internal sealed class Similarity
{
    /// <summary>A document with less than this share of what all the words can score has little to do with them. Taste.</summary>
    private const float LeastShare = 0.1f;

    private readonly Snapshot _snapshot;
    private readonly IReadOnlyList<SimilarTerm> _terms;

    public Similarity(Snapshot snapshot, SimilarQuery query, CancellationToken cancellation)
    {
        var list = query.Binding.Words.StemList ?? throw new ArgumentException("Words without a field have no list of stems.", nameof(query));
        _snapshot = snapshot;
        _terms = new SimilarTerms(new Statistics(snapshot, query.Binding, cancellation), list).Of(query.Texts, query.Language, query.MaxWords);
    }

    /// <summary>Any of the words; null where there is none.</summary>
    public Clause? Clause => _terms.Count == 0 ? null : new OrClause([.. _terms.Select(term => term.Clause)]);

    public double LeastScore => LeastShare * _terms.Sum(term => term.MostScore);

    /// <summary>What a document has of the words.</summary>
    public SimilarDocument Explain(ScoredDoc hit)
    {
        var segment = _snapshot.SegmentOf(hit.Doc);
        var doc = hit.Doc - segment.FirstDoc;
        var shared = new List<(string Word, float Score)>();
        foreach (var term in _terms)
        {
            if (term.Clause.Open(segment.Reader) is { } cursor && cursor.Seek(doc) == doc) shared.Add((term.Word, cursor.Score()));
        }

        return new SimilarDocument(hit.Doc, (float)hit.Key, [.. shared.OrderByDescending(word => word.Score).Select(word => word.Word)]);
    }
}
