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
/// articles: F1 of the words, the mean over pages. Titles: trafilatura's labels are what readers see, Mozilla's are what Readability makes
/// of what machines are told; where a page says both, only one can be right here. Outlets: the same under any name that the table of outlets has for it.
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
        foreach (var row in Titles(all, found)) yield return row;
        foreach (var row in Outlets(all, found)) yield return row;
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
            mistake($"date     {page.Name}: {found[page]?.Published} ({found[page]?.PublishedBy}), expected {page.Published:O}{(IsContradicted(page) ? ", which the page contradicts" : "")}");
        var sound = dated.FindAll(page => !IsContradicted(page));
        foreach (var (some, on) in new[] { (dated, "both"), (sound, $"without {dated.Count - sound.Count} wrong labels") })
        {
            yield return new ExtractRow("publication date, right day", on, (double)some.Count(IsRight) / some.Count, 0.93);
            yield return new ExtractRow("publication date, wrong day", on, (double)some.Count(page => IsDay(page) && !IsRight(page)) / some.Count, 0.03, IsUpperBound: true);
        }

        static bool IsContradicted(ExpectedPage page) => WrongLabels.Dates.Contains(page, $"{page.Published:O}");

        bool IsDay(ExpectedPage page) => found[page]?.Published is { Precision: >= DatePrecision.Day };

        bool IsRight(ExpectedPage page) => IsDay(page) && found[page]!.Published!.FirstDay == page.Published;
    }

    /// <summary>Labels that stand nowhere on their page were made from another version of it and do not count. All others, then without those that the pages contradict.</summary>
    private IEnumerable<ExtractRow> Titles(List<ExpectedPage> pages, Dictionary<ExpectedPage, Article?> found)
    {
        var titled = pages.FindAll(page => page.Title is not null && Scores.IsOn(PageDecoder.Decode(File.ReadAllBytes(page.File), null), page.Title));
        foreach (var page in titled.Where(page => !IsRight(page)))
            mistake($"title    {page.Name}: {found[page]?.Title} ({found[page]?.TitleFrom}), expected {page.Title}{(IsContradicted(page) ? ", which the page contradicts" : "")}");
        var sound = titled.FindAll(page => !IsContradicted(page));
        yield return new ExtractRow("title, but for what surrounds it", "both", Share(titled, IsRight), 0.97);
        yield return new ExtractRow("title, but for what surrounds it", $"without {titled.Count - sound.Count} wrong labels", Share(sound, IsRight), 0.97);
        yield return new ExtractRow("title, to the letter", "both", Share(titled, page => Scores.IsSameText(found[page]?.Title, page.Title!)));

        static bool IsContradicted(ExpectedPage page) => WrongLabels.Titles.Contains(page, page.Title!);

        bool IsRight(ExpectedPage page) => Scores.IsSameTitle(found[page]?.Title, page.Title!);
    }

    private IEnumerable<ExtractRow> Outlets(List<ExpectedPage> pages, Dictionary<ExpectedPage, Article?> found)
    {
        var known = pages.Where(page => page.Outlet is not null).ToList();
        foreach (var page in known.Where(page => !Scores.IsSameOutlet(found[page]?.Outlet, page.Outlet!)))
            mistake($"outlet   {page.Name}: {found[page]?.Outlet} ({found[page]?.OutletFrom}), expected {page.Outlet}");
        yield return new ExtractRow("outlet, under any of its names", "both", Share(known, page => Scores.IsSameOutlet(found[page]?.Outlet, page.Outlet!)), 0.95);
        yield return new ExtractRow("outlet, to the letter", "both", Share(known, page => Scores.IsSameText(found[page]?.Outlet, page.Outlet!)));
    }

    private static double Share(List<ExpectedPage> pages, Func<ExpectedPage, bool> isRight) => (double)pages.Count(isRight) / pages.Count;

    private double Speed(List<ExpectedPage> pages, CancellationToken stopped)
    {
        var loaded = pages.ConvertAll(page => (Page: page, Bytes: File.ReadAllBytes(page.File)));
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(loaded, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = stopped }, loadedPage => Made(loadedPage.Page, loadedPage.Bytes));
        return loaded.Sum(page => (double)page.Bytes.Length) / 1e6 / watch.Elapsed.TotalSeconds;
    }
}
