using NewsSearch.Archive;

namespace NewsSearch.Bench.Quotes;

/// <summary>An article with annotations, as given and as ingestion makes it.</summary>
internal sealed class AnnotatedArticle
{
    /// <summary>Two ranges are the same quotation if they share so much of what they cover.</summary>
    private const double SameShare = 0.8;

    private readonly LetterText _clean;
    private readonly Dictionary<AnnotatedQuote, (int Start, int End)?> _places;

    public AnnotatedArticle(Article given, Article made, List<AnnotatedQuote> quotes)
    {
        (Given, Made, Quotes) = (given, made, quotes);
        var raw = new LetterText(given.Body);
        _clean = new LetterText(made.Body);
        _places = quotes.ToDictionary(quote => quote, quote => raw.In(_clean, raw.Of(quote.Start, quote.End)));
    }

    public Article Given { get; }

    public Article Made { get; }

    public List<AnnotatedQuote> Quotes { get; }

    public string Part => Quotes[0].Part;

    /// <summary>Whether a range of the clean body is where a quotation stands.</summary>
    public bool IsAt(AnnotatedQuote quote, int start, int end)
    {
        if (_places[quote] is not { } place) return false;
        var range = _clean.Of(start, end);
        var both = Math.Min(place.End, range.End) - Math.Max(place.Start, range.Start);
        return both >= SameShare * (Math.Max(place.End, range.End) - Math.Min(place.Start, range.Start));
    }
}
