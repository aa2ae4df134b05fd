using NewsSearch.Archive;

namespace NewsSearch.Ingest.Boilerplate;

/// <summary>Learned paragraphs -> articles without them, each kept in <see cref="Article.Removed"/> with its rule. On any thread.</summary>
internal sealed class LearnedRules
{
    private readonly HashSet<ulong> _keys = [];
    private long _removed;

    /// <param name="learned">What a rebuild learned.</param>
    /// <param name="rulesOff">Rules that do not run, by name.</param>
    public LearnedRules(IEnumerable<RepeatedPassage> learned, IReadOnlySet<string> rulesOff)
    {
        foreach (var rule in learned.Where(rule => !rulesOff.Contains(rule.Rule)))
        {
            if (Passage.OutletKey(rule.Outlet) is not { } outlet) continue;
            foreach (var passage in Passage.Of(outlet, rule.Text)) _keys.Add(passage.Key);
        }
    }

    /// <summary>How many paragraphs were taken out of articles so far.</summary>
    public long Removed => Interlocked.Read(ref _removed);

    /// <summary>The article without its outlet's boilerplate. A body is never emptied: one that is nothing else stays.</summary>
    public Article Clean(Article article)
    {
        if (_keys.Count == 0 || Passage.OutletKey(article) is not { } outlet) return article;
        var passages = Passage.Of(outlet, article.Body);
        var cuts = passages.FindAll(passage => _keys.Contains(passage.Key));
        if (cuts.Count == 0 || cuts.Count == passages.Count) return article;
        Interlocked.Add(ref _removed, cuts.Count);
        return new BodyCut(article.Body, cuts).Of(article);
    }
}
