using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Quotes.Choosing;

namespace NewsSearch.Ingest.Quotes;

/// <summary>A clean article with its people and organisations -> its quotations, each with who said it where the text tells.</summary>
/// <remarks>
/// Direct quotations are found by their marks, in any language; speakers and "said that" reports in English only, by the words around.
/// Guarantees: each is a range of the body and its text is that range; direct ones do not overlap; in order. Thread-safe; time linear in the text.
/// </remarks>
internal static class QuoteFinder
{
    public const string Direct = "direct";
    public const string Indirect = "indirect";

    /// <summary>Quotations are looked for in this many characters of the body, as names are.</summary>
    internal const int LongestText = NameExtractor.LongestText;

    public static IReadOnlyList<Quotation> Find(Article article) => Find(article, CueWeights.Shared, watch: null);

    internal static IReadOnlyList<Quotation> Find(Article article, CueWeights weights, Action<TextRange, IReadOnlyList<Candidate>>? watch)
    {
        ArgumentNullException.ThrowIfNull(article);
        var body = article.Body;
        var length = Math.Min(body.Length, LongestText);
        if (length == 0) return [];
        var marked = QuoteMarks.Find(body.AsSpan(0, length));
        if (article.IsOfOtherLanguage) return ForeignQuotes.Of(body, marked);
        var mentions = Mentions(article, length);
        var text = new QuoteTokenizer(body, length, marked, mentions);
        text.Run();
        return new QuoteScan(body, text, mentions, weights, watch).Run();
    }

    /// <summary>The mentions of all names, in order; of two that overlap the first.</summary>
    private static List<SpeakerMention> Mentions(Article article, int length)
    {
        var mentions = new List<SpeakerMention>();
        Add(article.People, NameKind.Person);
        Add(article.Organisations, NameKind.Organisation);
        Add(article.Places, NameKind.Place);
        mentions.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var end = 0;
        mentions.RemoveAll(mention =>
        {
            if (mention.Start < end) return true;
            end = mention.End;
            return false;
        });
        return mentions;

        void Add(IReadOnlyList<NamedEntity> entities, NameKind kind)
        {
            foreach (var entity in entities)
            {
                foreach (var (start, end) in entity.Mentions)
                {
                    if (start < end && end <= length) mentions.Add(new SpeakerMention(start, end, entity.Name, kind));
                }
            }
        }
    }
}
