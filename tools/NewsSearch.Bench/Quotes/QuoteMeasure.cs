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
    private readonly ArticleMaker _maker = new(new NameExtractor(), TimeProvider.System, Decisions.None);

    /// <summary>The score of each part, and of the reports that were judged.</summary>
    public (IReadOnlyCollection<QuoteScore> Quotations, ReportScore Reports) Run(CancellationToken stopped)
    {
        var scores = new SortedDictionary<string, QuoteScore>(StringComparer.Ordinal);
        var reports = new ReportScore(0, 0, 0);
        foreach (var article in Articles(stopped))
        {
            if (article.Part == AnnotatedQuote.Reports) reports += Reports(article);
            else scores[article.Part] = Score(article, article.Made.Quotes) + scores.GetValueOrDefault(article.Part, new QuoteScore(article.Part));
        }
        return (scores.Values, reports);
    }

    /// <summary>The annotated articles, names and all.</summary>
    public IEnumerable<AnnotatedArticle> Articles(CancellationToken stopped)
    {
        foreach (var set in AnnotatedQuote.All().GroupBy(quote => quote.Set))
        {
            var wanted = set.ToLookup(quote => quote.Article, StringComparer.Ordinal);
            foreach (var given in data.Articles(set.Key).Where(article => wanted.Contains(article.Id)))
            {
                stopped.ThrowIfCancellationRequested();
                yield return new AnnotatedArticle(given, Made(given) ?? throw new BenchException($"Nothing is left of the article '{given.Id}'."), [.. wanted[given.Id]]);
            }
        }
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

    private ReportScore Reports(AnnotatedArticle article)
    {
        var score = new ReportScore(article.Quotes.Count, 0, 0);
        foreach (var quote in article.Quotes)
        {
            if (article.Made.Quotes.FirstOrDefault(one => one.Kind == QuoteFinder.Indirect && article.IsAt(quote, one.Start, one.End)) is not { } found) continue;
            var isRight = quote.Kind == "report" && quote.IsBy(found.Speaker);
            score += new ReportScore(0, 1, isRight ? 1 : 0);
            if (!isRight) mistake($"report\t{quote.Part}\t{quote.Article}\t{quote.Kind} {quote.Speakers[0]}, not {found.Speaker} ({found.Rule})\t{found.Text}");
        }
        return score;
    }

    public QuoteScore Score(AnnotatedArticle article, IReadOnlyList<Quotation> quotes)
    {
        var found = quotes.Where(quote => quote.Kind == QuoteFinder.Direct).ToList();
        var score = new QuoteScore(article.Part) { Found = found.Count };
        foreach (var quote in article.Quotes)
        {
            var match = found.Find(one => article.IsAt(quote, one.Start, one.End));
            if (quote.Kind == "unclear" && match is not null) score = score with { Found = score.Found - 1 };
            if (quote.Kind != "direct") continue;
            var speaker = match?.Speaker ?? AnnotatedQuote.Nobody;
            var isRight = match is not null && quote.IsBy(match.Speaker);
            var isNamed = !quote.Speakers.Contains(AnnotatedQuote.Nobody);
            score = score with
            {
                Expected = score.Expected + 1,
                Matched = score.Matched + (match is null ? 0 : 1),
                RightSpeaker = score.RightSpeaker + (isRight ? 1 : 0),
                Named = score.Named + (isNamed ? 1 : 0),
                RightNamed = score.RightNamed + (isNamed && isRight ? 1 : 0),
            };
            if (match is null) mistake($"missing\t{quote.Part}\t{quote.Article}\t{quote.Speakers[0]}\t{article.Given.Body[quote.Start..quote.End]}");
            else if (!isRight) mistake($"speaker\t{quote.Part}\t{quote.Article}\t{quote.Speakers[0]}, not {speaker} ({match.Rule})\t{match.Text}");
        }
        foreach (var quote in found.Where(one => !article.Quotes.Exists(other => other.Kind != "other" && article.IsAt(other, one.Start, one.End))))
        {
            mistake($"no quotation\t{score.Part}\t{article.Given.Id}\t{quote.Speaker} ({quote.Rule})\t{quote.Text}");
        }
        return score;
    }
}
