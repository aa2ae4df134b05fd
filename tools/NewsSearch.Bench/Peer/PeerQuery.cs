using NewsSearch.Engine;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Bench.Peer;

/// <summary>One line of a query file, ready to run: words are taken as they stand, neither folded nor stemmed.</summary>
internal sealed class PeerQuery
{
    private readonly Searcher _searcher;
    private readonly IndexQuery _query;
    private readonly Clause _clause;

    public PeerQuery(Searcher searcher, string line)
    {
        var fields = line.Split('\t');
        (Line, Type, _searcher) = (line, fields[0], searcher);
        var (kind, words) = Type is "facet" or "filter" && fields[1].IndexOf(':', StringComparison.Ordinal) is var colon
            ? (fields[1][..colon], fields[1][(colon + 1)..])
            : (Type, fields[1]);
        _clause = Compile(kind, words);
        _query = new IndexQuery(new AllNode(default), PeerSchema.Binding)
        {
            Facets = Type != "facet" ? [] :
            [
                new FacetRequest("outlet", 10, FacetOrder.Count, []),
                new FacetRequest("people", 10, FacetOrder.Count, []),
                new FacetRequest("month", 200, FacetOrder.NameDescending, []),
            ],
            Filters = Type != "filter" ? [] : [new KeywordFilter("outlet", [fields[2]], []), new KeywordFilter("month", [fields[3]], [])],
        };
    }

    public string Line { get; }

    public string Type { get; }

    public IndexAnswer Run() => _searcher.Search(_query, _clause, CancellationToken.None);

    /// <summary>The same with the stored titles of the hits; returns their bytes, so that nothing is optimised away.</summary>
    public int RunAndFetch() => Run().Hits.Sum(hit => _searcher.Stored(hit.Doc, "title").Length);

    private Clause Compile(string kind, string words)
    {
        var statistics = _searcher.StatisticsFor(PeerSchema.Binding);
        var terms = words.Split(' ');
        return kind switch
        {
            "prefix" => new SetClause(segment => Statistics.Union(segment.Lists[0], new QuerySlot("", "", TermPattern.Wildcard(words + "*")), new DocSet(segment.DocCount), CancellationToken.None), 1),
            "phrase2" or "phrase3" => new PhraseClause(0, [.. terms.Select(term => new QuerySlot(term, term, null))], null, 0, statistics.Scorer(0, terms.Sum(Idf)), new PatternsRead(CancellationToken.None), CancellationToken.None),
            "or3" => new OrClause([.. terms.Select(Term)]),
            "and2" or "and3" => new AndClause([.. terms.Select(Term)]),
            _ => Term(words),
        };

        float Idf(string term) => statistics.Idf(Find(term).Docs);

        FoundTerm Find(string term) => statistics.Find(0, TermBytes.Exact(term));

        TermsClause Term(string term)
        {
            var found = Find(term);
            return new TermsClause(term, WordTerms.Of(found), [0], statistics.Scorer(0, statistics.Idf(found.Docs)));
        }
    }
}
