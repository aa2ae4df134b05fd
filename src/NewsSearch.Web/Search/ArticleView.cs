using NewsSearch.Archive;
using NewsSearch.Web.Names;

namespace NewsSearch.Web.Search;

/// <summary>A fact about the article: what it is, its value in words, how we know it, and the search for its like.</summary>
internal sealed record Fact(string Name, string Value, string? Rule, string? Url = null, string? Link = null);

/// <summary>A block of the text: a paragraph, or what cleaning removed between two.</summary>
internal sealed record TextBlock(MarkedHtml? Paragraph, Removal? Removed);

/// <summary>Marked article and search -> what the article page shows.</summary>
/// <param name="Marked">The article with its marks.</param>
/// <param name="State">The search that it was found by.</param>
/// <param name="At">Its rank in that search; null where unknown.</param>
/// <param name="Hit">The hit that is shown, from 1; 0 for none.</param>
internal sealed record ArticleView(MarkedArticle Marked, SearchState State, int? At, int Hit)
{
    /// <summary>Shared words shown of a similar article; taste.</summary>
    private const int SharedWordsShown = 8;

    public Article Article => Marked.Article;

    public IReadOnlyList<SimilarArticle> Similar { get; init; } = [];

    /// <summary>Addresses of the results before and after this one; null where there is none.</summary>
    public (string? Before, string? After) Neighbours { get; init; }

    /// <summary>Whether what cleaning removed is shown in its place.</summary>
    public bool ShowsRemoved { get; init; }

    public bool HasHeadline => Article.Title is not null;

    // The first words shown for a missing headline are marked in the text below them, and counted there.
    private int TitleHits => HasHeadline ? Marked.TitleMarks.Count : 0;

    public int HitCount => TitleHits + Marked.BodyMarks.Count;

    public string HitUrl(int hit) => ArticleUrl.For(Article.Id, State, At, hit, ShowsRemoved);

    /// <summary>The same page with what was removed, or without.</summary>
    public string RemovedUrl(bool shown) => ArticleUrl.For(Article.Id, State, At, Hit > 0 ? Hit : null, shown);

    public MarkedHtml Title =>
        Show(MarkedText.Pieces(Marked.DisplayTitle, 0, Marked.DisplayTitle.Length, Marked.TitleMarks, HasHeadline ? 1 : 0));

    public IEnumerable<TextBlock> Blocks()
    {
        var removed = (ShowsRemoved ? Article.Removed : []).ToLookup(ParagraphBefore);
        var paragraphs = MarkedText.Paragraphs(Article.Body, Marked.BodyMarks, 1 + TitleHits, Names.Places).Select(pieces => (MarkedHtml?)Show(pieces)).Prepend(null);
        return paragraphs.SelectMany((paragraph, number) => removed[number].Select(passage => new TextBlock(null, passage)).Prepend(new TextBlock(paragraph, null)));
    }

    /// <summary>The address of a similar article; the search stays, for the way back.</summary>
    public string SimilarUrl(SimilarArticle like) => ArticleUrl.For(like.Id, State);

    public static IEnumerable<string> SharedWords(SimilarArticle like) => like.SharedWords.Take(SharedWordsShown);

    /// <summary>The page of results that lists the article.</summary>
    public string BackUrl => State.WithPage(At is { } at ? (at - 1) / State.Size + 1 : State.Page).ToUrl();

    /// <summary>Who and what is named, and where.</summary>
    public NamedHere Names { get; } = new(Marked.Article);

    public IEnumerable<Fact> Facts()
    {
        var article = Article;
        yield return new("Published", InWords.LongDate(article.Published), article.PublishedBy);
        yield return Valued("Outlet", "outlet", article.Outlet ?? FacetNames.NoValue, article.OutletFrom);
        yield return new("Title", HasHeadline ? "Headline of the source" : "First words of the text; the source has no headline", HasHeadline ? article.TitleFrom : null);
        foreach (var author in article.Authors) yield return Valued("Author", "author", author, article.ReasonFor("authors"));
        foreach (var agency in article.Agencies) yield return Valued("Agency", "agency", agency, article.ReasonFor("agencies"));
        if (article.Section is { } section) yield return Valued("Section", "section", section, article.ReasonFor("section"));
        yield return Valued("Language", "lang", article.Language ?? FacetNames.NoValue, article.ReasonFor("language"));
        if (article.Url is { } url) yield return new("Address", url, article.ReasonFor("url"), Link: IsWebAddress(url) ? url : null);
        foreach (var overruled in article.Overruled) yield return new("Before the correction", $"{overruled.Field}: {overruled.Value ?? "unknown"}", overruled.Rule);
        if (article.WordConfidence is { } confidence) yield return new("Scanned text", $"words recognised with {InWords.Share(confidence)} confidence on average", null);
        if (article.Source is { } source) yield return new("Source file", source, null);
        yield return new("Id", article.Id, null);
    }

    private int ParagraphBefore(Removal removal) => MarkedText.ParagraphOf(Article.Body, removal.At);

    public string PlaceOf(Removal removal) => ParagraphBefore(removal) switch
    {
        0 => "Before the text",
        var paragraph => "After paragraph " + InWords.Number(paragraph),
    };

    /// <summary>The paragraph of the page that a quotation stands in.</summary>
    public string PlaceOf(Quotation quote) => "#p" + MarkedText.ParagraphOf(Article.Body, quote.Start + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The page of who said it; null where the article names nobody so, or by a surname alone.</summary>
    public string? SpeakerUrl(Quotation quote) => Names.Kinds.SelectMany(kind => kind.Names).FirstOrDefault(name => name.Name == quote.Speaker)?.Url;

    public static string SearchUrlFor(string facet, string value) => new SearchState().With(new Filter(facet, value)).ToUrl();

    private MarkedHtml Show(IReadOnlyList<TextPiece> pieces) => new(pieces, Hit, HitCount);

    private static Fact Valued(string name, string facet, string value, string? rule = null) => new(
        name,
        value == FacetNames.NoValue ? FacetWords.Of(facet).NoValue : FacetWords.Value(facet, value),
        rule,
        Url: SearchUrlFor(facet, value));

    // Anything else (javascript:, data:) is shown, never linked.
    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
