using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Bench.Relevance;
using NewsSearch.Ingest;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Quotes;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Bench.Quotes;

/// <summary>How many direct quotations are found, and how many of them under the right speaker, beside annotations made by hand.</summary>
/// <remarks>Articles go the whole way of ingestion, names and all; a quotation that is not found has no right speaker.</remarks>
/// <param name="data">The folder of the data sets.</param>
/// <param name="mistake">Told of each mistake in a line.</param>
internal sealed class QuoteMeasure(SharedData data, Action<string> mistake)
{
    /// <summary>Two ranges are the same quotation if they share so much of what they cover.</summary>
    private const double SameShare = 0.8;

    private readonly ArticleMaker _maker = new(new NameExtractor(), TimeProvider.System, Decisions.None);

    public IEnumerable<QuoteScore> Run(CancellationToken stopped)
    {
        var scores = new SortedDictionary<string, QuoteScore>(StringComparer.Ordinal);
        foreach (var set in AnnotatedQuote.All().GroupBy(quote => quote.Set))
        {
            var wanted = set.ToLookup(quote => quote.Article, StringComparer.Ordinal);
            foreach (var given in data.Articles(set.Key).Where(article => wanted.Contains(article.Id)))
            {
                stopped.ThrowIfCancellationRequested();
                var part = wanted[given.Id].First().Part;
                scores[part] = Score(given, [.. wanted[given.Id]]) + scores.GetValueOrDefault(part, new QuoteScore(part));
            }
        }
        return scores.Values;
    }

    /// <summary>Characters of body that a second of CPU time reads for quotations alone, in millions.</summary>
    /// <param name="set">A collection whose articles are ready in memory first, names and all.</param>
    /// <param name="stopped">Stops it.</param>
    public double Speed(string set, CancellationToken stopped)
    {
        var articles = data.Articles(set).Select(Made).OfType<Article>().ToList();
        foreach (var article in articles) QuoteFinder.Find(article); // warms up
        stopped.ThrowIfCancellationRequested();
        var before = Environment.CpuUsage.TotalTime;
        foreach (var article in articles) QuoteFinder.Find(article);
        return articles.Sum(article => (double)article.Body.Length) / 1e6 / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private Article? Made(Article given) => _maker.Make(new SourceArticle(given, new SourceFile("docs", "docs", 0), ""), out _);

    private QuoteScore Score(Article given, List<AnnotatedQuote> expected)
    {
        var article = Made(given) ?? throw new BenchException($"Nothing is left of the article '{given.Id}'.");
        LetterText raw = new(given.Body), clean = new(article.Body);
        var found = article.Quotes.Where(quote => quote.Kind == QuoteFinder.Direct).Select(quote => (Quote: quote, Range: clean.Of(quote.Start, quote.End))).ToList();
        var score = new QuoteScore(expected[0].Part) { Found = found.Count };
        foreach (var quote in expected)
        {
            var place = raw.In(clean, raw.Of(quote.Start, quote.End));
            var match = place is { } range ? found.Find(one => IsSame(one.Range, range)).Quote : null;
            if (quote.Kind == "unclear" && match is not null) score = score with { Found = score.Found - 1 };
            if (quote.Kind != "direct") continue;
            var speaker = match?.Speaker ?? AnnotatedQuote.Nobody;
            var isRight = match is not null && quote.Speakers.Any(name => IsSame(name, speaker));
            var isNamed = !quote.Speakers.Contains(AnnotatedQuote.Nobody);
            score = score with
            {
                Expected = score.Expected + 1,
                Matched = score.Matched + (match is null ? 0 : 1),
                RightSpeaker = score.RightSpeaker + (isRight ? 1 : 0),
                Named = score.Named + (isNamed ? 1 : 0),
                RightNamed = score.RightNamed + (isNamed && isRight ? 1 : 0),
            };
            if (match is null) mistake($"missing\t{quote.Part}\t{quote.Article}\t{quote.Speakers[0]}\t{given.Body[quote.Start..quote.End]}");
            else if (!isRight) mistake($"speaker\t{quote.Part}\t{quote.Article}\t{quote.Speakers[0]}, not {speaker} ({match.Rule})\t{match.Text}");
        }
        foreach (var (quote, range) in found.Where(one => !expected.Exists(other => other.Kind != "other" && raw.In(clean, raw.Of(other.Start, other.End)) is { } place && IsSame(one.Range, place))))
        {
            mistake($"no quotation\t{score.Part}\t{article.Id}\t{quote.Speaker} ({quote.Rule})\t{quote.Text}");
        }
        return score;
    }

    private static bool IsSame((int Start, int End) a, (int Start, int End) b)
    {
        var both = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        return both >= SameShare * (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
    }

    /// <summary>Whether two writings are the same name: their keys are, or their first and last words.</summary>
    private static bool IsSame(string a, string b)
    {
        string[] first = NameKey.Of(a).Split(' '), second = NameKey.Of(b).Split(' ');
        return first.SequenceEqual(second) || (first.Length > 1 && second.Length > 1 && first[0] == second[0] && first[^1] == second[^1]);
    }
}
