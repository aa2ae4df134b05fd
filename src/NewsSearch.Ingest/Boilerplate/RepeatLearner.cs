using NewsSearch.Archive;

namespace NewsSearch.Ingest.Boilerplate;

/// <summary>All articles of an archive, looked at twice -> the paragraphs that are boilerplate of an outlet.</summary>
/// <remarks>
/// The first look counts paragraphs roughly, the second follows those that came often. Boilerplate stands in many different
/// articles of its outlet: articles under one headline count once, and an article of which the most part repeats (another printing,
/// a stage of a running report) does not count. Outlets are apart: agency copy that many print is no boilerplate.
/// Memory: the sketch, a few words a year for each outlet, and the paragraphs followed, of which there are only so many.
/// </remarks>
internal sealed class RepeatLearner(RepeatSketch sketch)
{
    /// <summary>A paragraph that comes later than so many others is not followed.</summary>
    private const int MostFollowed = 1 << 18;

    /// <summary>An article without a headline is known by so many characters of its own text.</summary>
    private const int LongestOpening = 100;

    /// <summary>Where more than so many letters that repeat stand beside one that does not, it is another printing.</summary>
    private const int MostRepeated = 3;

    private readonly HashSet<ulong> _keys = [];
    private readonly Dictionary<string, OutletArticles> _outlets = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, Repeat> _followed = [];

    public RepeatLearner()
        : this(new RepeatSketch())
    {
    }

    /// <summary>The first look at an article.</summary>
    public void Sketch(Article article)
    {
        if (Passage.OutletKey(article) is not { } outlet) return;
        _keys.Clear();
        foreach (var text in Passage.TextsOf(article))
        {
            foreach (var passage in Passage.Of(outlet, text))
            {
                if (passage.Key != 0 && _keys.Add(passage.Key)) sketch.Add(passage.Key);
            }
        }
    }

    /// <summary>The second look, to be taken when all articles have had their first.</summary>
    public void Look(Article article)
    {
        if (Passage.OutletKey(article) is not { } outletKey) return;
        int repeatedWeight = 0, ownWeight = 0;
        var repeated = new List<(Passage Passage, string Text)>();
        string? opening = null;
        foreach (var text in Passage.TextsOf(article))
        {
            foreach (var passage in Passage.Of(outletKey, text))
            {
                if (passage.Key != 0 && sketch.Count(passage.Key) >= Repeat.LeastArticles)
                {
                    repeatedWeight += passage.Weight;
                    repeated.Add((passage, text));
                    continue;
                }
                ownWeight += passage.Weight;
                opening ??= text.Substring(passage.Range.Start, Math.Min(LongestOpening, passage.Range.End - passage.Range.Start));
            }
        }
        var title = article.Title ?? opening ?? "";
        var words = TitleWords.Of(title);
        var month = OutletArticles.MonthOf(article);
        if (!_outlets.TryGetValue(outletKey, out var outlet)) _outlets[outletKey] = outlet = new OutletArticles(article.Outlet ?? article.Host!);
        outlet.Add(month, words);
        if (repeatedWeight > MostRepeated * ownWeight) return;
        foreach (var (passage, text) in repeated) Follow(passage, text, outlet)?.Add(FoldedHash.Of(title), words, month);
    }

    /// <summary>What was learned, by outlet, most frequent first.</summary>
    public IReadOnlyList<RepeatedPassage> Learn() =>
    [
        .. _followed.Values.Where(repeat => repeat.IsBoilerplate).Select(repeat => repeat.ToPassage())
            .OrderBy(passage => passage.Outlet, StringComparer.Ordinal)
            .ThenByDescending(passage => passage.Articles)
            .ThenBy(passage => passage.Rule, StringComparer.Ordinal),
    ];

    private Repeat? Follow(Passage passage, string text, OutletArticles outlet)
    {
        if (_followed.TryGetValue(passage.Key, out var repeat)) return repeat;
        if (_followed.Count == MostFollowed) return null;
        return _followed[passage.Key] = new Repeat(passage.Rule, text[passage.Range.Start..passage.Range.End], passage.Weight, outlet);
    }
}
