using NewsSearch.Archive.Names;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Search.Rescoring;

namespace NewsSearch.Archive.Embedded;

/// <summary>How articles are laid out in the engine: the only place that names its fields.</summary>
internal static class ArticleSchema
{
    public const string Id = "id";
    public const string Title = "title";
    public const string Body = "body";
    public const string Quotes = "quotes";

    /// <summary>What cleaning took out: searched only where nothing else is found, to say so.</summary>
    public const string Removed = "removed";

    /// <summary>Values <c>2024</c>, <c>2024-02</c> and <c>2024-02-20</c>; what is not known is XX, as in EDTF (ISO 8601-2): <c>2024-XX</c>.</summary>
    public const string Date = "date";

    /// <summary>First instant, in seconds since 1970 UTC.</summary>
    public const string FirstInstant = "published.first";

    /// <summary>Last instant, likewise.</summary>
    public const string LastInstant = "published.last";

    /// <summary>First local day, as <see cref="DateOnly.DayNumber"/>.</summary>
    public const string FirstDay = "published.firstDay";

    /// <summary>Last local day, likewise.</summary>
    public const string LastDay = "published.lastDay";

    /// <summary>What a line of results shows, as JSON.</summary>
    public const string Head = "head";

    /// <summary>The whole article, as JSON.</summary>
    public const string Whole = "article";

    private const string ExactTitle = "title.exact";
    private const string ExactBody = "body.exact";
    private const string ExactQuotes = "quotes.exact";
    private const string ExactRemoved = "removed.exact";
    private const string StemTitle = "title.stem";
    private const string StemAll = "all.stem";
    private const string StemQuotes = "quotes.stem";

    /// <summary>Places left free between two quotations.</summary>
    private const int QuoteGap = 100;

    public static IndexSchema Schema { get; } = new(
        Texts: [new TextField(Title), new TextField(Body), new TextField(Quotes, QuoteGap), new TextField(Removed)],
        Lists:
        [
            new TermList(ExactTitle, TermForm.Exact, [Title], HasPositions: true),
            new TermList(ExactBody, TermForm.Exact, [Body], HasPositions: true),
            new TermList(ExactQuotes, TermForm.Exact, [Quotes], HasPositions: true),
            new TermList(StemTitle, TermForm.Stem, [Title], HasPositions: false),
            new TermList(StemAll, TermForm.Stem, [Title, Body], HasPositions: false),
            new TermList(StemQuotes, TermForm.Stem, [Quotes], HasPositions: false),
            new TermList(ExactRemoved, TermForm.Exact, [Removed], HasPositions: true),
        ],
        Keywords: [new KeywordField(Id, HasColumn: false), .. FacetNames.All.Select(facet => new KeywordField(facet))],
        Numbers: [new NumberField(FirstInstant), new NumberField(LastInstant), new NumberField(FirstDay), new NumberField(LastDay)],
        Stored: [new StoredField(Head, IsHead: true), new StoredField(Whole, IsHead: false)],
        KeyField: Id);

    /// <summary>The query language over the schema. The weights are tuned on the judged sets and on headlines as queries: docs/relevance.md.</summary>
    public static QueryBinding Binding { get; } = new(
        FieldBinding.OfText(StemAll, ExactTitle, ExactBody),
        new Dictionary<string, FieldBinding>(StringComparer.Ordinal)
        {
            ["title"] = FieldBinding.OfText(StemTitle, ExactTitle),
            ["said"] = FieldBinding.OfText(StemQuotes, ExactQuotes) with { ValueGap = QuoteGap },
            ["outlet"] = FieldBinding.OfKeyword("outlet"),
            ["person"] = FieldBinding.OfKeyword("person"),
            ["org"] = FieldBinding.OfKeyword("org"),
            ["place"] = FieldBinding.OfKeyword("place"),
            ["author"] = FieldBinding.OfKeyword("author"),
            ["agency"] = FieldBinding.OfKeyword("agency"),
            ["section"] = FieldBinding.OfKeyword("section"),
            ["lang"] = FieldBinding.OfCode("lang"),
            ["date"] = FieldBinding.OfPeriod(FirstDay, LastDay),
        },
        new Dictionary<string, float>(StringComparer.Ordinal) { [Title] = 3f })
    {
        Scoring = new Scoring
        {
            Saturation = 0.9f,
            RepetitionPower = 0.55f,
            Rescoring = new RescoringWeights(Nearness: 0.4f, Earliness: 0.3f, Passage: 0.22f, Text: Body, EarlyPositions: 60, PassageLength: 20),
        },
    };

    /// <summary>Names of people, organisations and places compared whole.</summary>
    public static QueryBinding BindingByName { get; } = new(
        Binding.Words, EntityChoices.Facets.ToDictionary(facet => facet, FieldBinding.OfCode, StringComparer.Ordinal), new Dictionary<string, float>());

    /// <summary>As <see cref="Binding"/>, words and phrases without a field also in what cleaning removed, words as they are typed.</summary>
    public static QueryBinding BindingWithRemoved { get; } = Binding with { Words = new FieldBinding(FieldRole.Text, [ExactTitle, ExactBody, ExactRemoved]) };
}
