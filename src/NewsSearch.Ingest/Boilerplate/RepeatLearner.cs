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

    private readonly Dictionary<string, OutletArticles> _outlets = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, Repeat> _followed = [];

    public RepeatLearner()
        : this(new RepeatSketch())
    {
    }

    /// <summary>What the first look is taken at: the different paragraphs of an article. On any thread.</summary>
    public static IReadOnlyCollection<ulong> Keys(Article article)
    {
        var keys = new HashSet<ulong>();
        if (Passage.OutletKey(article) is not { } outlet) return keys;
        foreach (var text in Passage.TextsOf(article))
        {
            foreach (var passage in Passage.Of(outlet, text))
            {
                if (passage.Key != 0) keys.Add(passage.Key);
            }
        }
        return keys;
    }

    /// <summary>The first look at an article.</summary>
    /// <param name="keys">Its <see cref="Keys"/>.</param>
    public void Sketch(IReadOnlyCollection<ulong> keys)
    {
        foreach (var key in keys) sketch.Add(key);
    }

    /// <summary>What the second look is taken at, when all articles have had their first; null where the outlet is unknown. On any thread.</summary>
    public Sight? See(Article article)
    {
        if (Passage.OutletKey(article) is not { } outletKey) return null;
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
        if (repeatedWeight > MostRepeated * ownWeight) repeated.Clear();
        var title = article.Title ?? opening ?? "";
        return new Sight(outletKey, article.Outlet ?? article.Host!, OutletArticles.MonthOf(article), FoldedHash.Of(title), TitleWords.Of(title), repeated);
    }

    /// <summary>The second look at an article.</summary>
    /// <param name="sight">What was seen of it.</param>
    public void Look(Sight? sight)
    {
        if (sight is null) return;
        if (!_outlets.TryGetValue(sight.OutletKey, out var outlet)) _outlets[sight.OutletKey] = outlet = new OutletArticles(sight.Outlet);
        outlet.Add(sight.Month, sight.TitleWords);
        foreach (var (passage, text) in sight.Repeated) Follow(passage, text, outlet)?.Add(sight.Title, sight.TitleWords, sight.Month);
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

    /// <summary>An article as the second look sees it.</summary>
    /// <param name="OutletKey">Its outlet in any writing.</param>
    /// <param name="Outlet">The outlet as it names it.</param>
    /// <param name="Month">When it was published.</param>
    /// <param name="Title">Hash of its headline.</param>
    /// <param name="TitleWords">The headline's words.</param>
    /// <param name="Repeated">Paragraphs that came often, with the texts they stand in; none of an article that is another printing.</param>
    public sealed record Sight(string OutletKey, string Outlet, int Month, ulong Title, HashSet<ulong> TitleWords, IReadOnlyList<(Passage Passage, string Text)> Repeated);
}
