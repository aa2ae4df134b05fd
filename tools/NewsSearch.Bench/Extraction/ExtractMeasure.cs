using System.Diagnostics;
using NewsSearch.Archive;
using NewsSearch.Archive.Curation;
using NewsSearch.Ingest;
using NewsSearch.Ingest.Pages;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Bench.Extraction;

/// <summary>How much of what pages hold comes out right: main text, title, outlet, date; and how fast.</summary>
/// <remarks>
/// Main text by the scoring of trafilatura's evaluation: each segment that must be in the text and is counts as right, each
/// that is missing and each that must not be there and is as an error; the text is the body without the title. Against whole
/// articles: F1 of the words, the mean over pages.
/// </remarks>
/// <param name="data">The folder of the data sets.</param>
/// <param name="mistake">Told of each mistake in a line.</param>
internal sealed class ExtractMeasure(string data, Action<string> mistake)
{
    private const int Threads = 2;

    private readonly ArticleMaker _maker = new(new NoEntities(), TimeProvider.System, Decisions.None);

    public IEnumerable<ExtractRow> Run(CancellationToken stopped)
    {
        using var sets = new PageSets(data);
        List<ExpectedPage> segmented = sets.TrafilaturaPages(), whole = sets.MozillaPages();
        List<ExpectedPage> all = [.. segmented, .. whole];
        Dictionary<ExpectedPage, Article?> found = [];
        foreach (var page in all)
        {
            stopped.ThrowIfCancellationRequested();
            found[page] = Made(page, File.ReadAllBytes(page.File));
        }

        yield return new ExtractRow("main text, segments F", PageSets.Trafilatura, SegmentF(segmented, found), 0.93);
        yield return new ExtractRow("main text, words F1", PageSets.Mozilla, whole.Average(page => WordF1(page, found[page])), 0.95);
        foreach (var row in Dates(all, found)) yield return row;
        yield return new ExtractRow("title", "both", Share(all, found, "title", page => page.Title, article => article?.Title, Scores.IsSameTitle), 0.97);
        yield return new ExtractRow("outlet", "both", Share(all, found, "outlet", page => page.Outlet, article => article?.Outlet, Scores.IsSameOutlet), 0.95);
        yield return new ExtractRow("MB/s of HTML, two threads", "both", Speed(all, stopped), 25);
    }

    private Article? Made(ExpectedPage page, byte[] bytes) =>
        _maker.Make(new SourceArticle(new Article { Id = "", Url = page.Url }, new SourceFile(page.File, page.Name, bytes.Length), "") { Page = new FetchedPage(bytes, null, null) }, out _);

    private double SegmentF(List<ExpectedPage> pages, Dictionary<ExpectedPage, Article?> found)
    {
        int right = 0, wrong = 0, missing = 0;
        foreach (var page in pages)
        {
            var body = found[page]?.Body ?? "";
            foreach (var segment in page.With)
            {
                if (body.Contains(segment, StringComparison.Ordinal)) right++;
                else missing++;
                if (!body.Contains(segment, StringComparison.Ordinal)) mistake($"missing  {page.Name}: {segment}");
            }

            foreach (var segment in page.Without.Where(segment => body.Contains(segment, StringComparison.Ordinal)))
            {
                wrong++;
                mistake($"too much {page.Name}: {segment}");
            }
        }

        return Scores.F(right, wrong, missing);
    }

    private double WordF1(ExpectedPage page, Article? article)
    {
        var score = Scores.TokenF1(article?.Body ?? "", page.Text ?? "");
        if (score < 0.9) mistake(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"words    {page.Name}: {score:F3}"));
        return score;
    }

    /// <summary>The right days and the wrong ones; then the same without the pages that contradict what is expected of them.</summary>
    private IEnumerable<ExtractRow> Dates(List<ExpectedPage> pages, Dictionary<ExpectedPage, Article?> found)
    {
        var dated = pages.FindAll(page => page.Published is not null);
        foreach (var page in dated.Where(page => !IsRight(page)))
            mistake($"date     {page.Name}: {found[page]?.Published} ({found[page]?.PublishedBy}), expected {page.Published:O}{(WrongDates.Contains(page) ? ", which the page contradicts" : "")}");
        var sound = dated.FindAll(page => !WrongDates.Contains(page));
        foreach (var (some, on) in new[] { (dated, "both"), (sound, $"without {dated.Count - sound.Count} wrong labels") })
        {
            yield return new ExtractRow("publication date, right day", on, (double)some.Count(IsRight) / some.Count, 0.93);
            yield return new ExtractRow("publication date, wrong day", on, (double)some.Count(page => IsDay(page) && !IsRight(page)) / some.Count, 0.03, IsUpperBound: true);
        }

        bool IsDay(ExpectedPage page) => found[page]?.Published is { Precision: >= DatePrecision.Day };

        bool IsRight(ExpectedPage page) => IsDay(page) && found[page]!.Published!.FirstDay == page.Published;
    }

    private double Share(List<ExpectedPage> pages, Dictionary<ExpectedPage, Article?> found, string field, Func<ExpectedPage, string?> expected, Func<Article?, string?> ours, Func<string?, string, bool> isSame)
    {
        int right = 0, all = 0;
        foreach (var page in pages.Where(page => expected(page) is not null))
        {
            all++;
            if (isSame(ours(found[page]), expected(page)!)) right++;
            else mistake($"{field,-9}{page.Name}: {ours(found[page])}, expected {expected(page)}");
        }

        return (double)right / all;
    }

    private double Speed(List<ExpectedPage> pages, CancellationToken stopped)
    {
        var loaded = pages.ConvertAll(page => (Page: page, Bytes: File.ReadAllBytes(page.File)));
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(loaded, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = stopped }, loadedPage => Made(loadedPage.Page, loadedPage.Bytes));
        return loaded.Sum(page => (double)page.Bytes.Length) / 1e6 / watch.Elapsed.TotalSeconds;
    }
}
