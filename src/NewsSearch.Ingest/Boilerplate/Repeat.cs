using NewsSearch.Archive;

namespace NewsSearch.Ingest.Boilerplate;

/// <summary>A paragraph that repeats within an outlet, and the articles around it: is it boilerplate, or news?</summary>
internal sealed class Repeat(string rule, string text, int weight, OutletArticles outlet)
{
    /// <summary>In fewer articles nothing is boilerplate. This and the next two were chosen by eye over six collections in five languages.</summary>
    public const int LeastArticles = 5;

    /// <summary>Nor is it in a lesser share of the outlet's articles of the time, or where articles times share is less than the next.</summary>
    private const double LeastShare = 0.1;

    private const double LeastArticlesTimesShare = 1.5;

    /// <summary>A paragraph of so many letters may well be a report's; it must stand in a third of the articles.</summary>
    private const int LongWeight = 100;

    private const double LeastShareOfLong = 1.0 / 3;

    /// <summary>A word is of a theme where it is so much more frequent than in the outlet's headlines of those years.</summary>
    private const double LiftOfTheme = 2;

    /// <summary>Beyond so many different headlines, any is taken for another.</summary>
    private const int MostTitles = 1000;

    private readonly HashSet<ulong> _titles = [];
    private readonly TitleWords _words = new();
    private readonly SortedDictionary<int, int> _months = [];

    public void Add(ulong title, HashSet<ulong> titleWords, int month)
    {
        if (_titles.Count < MostTitles && !_titles.Add(title)) return;
        _words.Add(titleWords);
        _months[month] = _months.GetValueOrDefault(month) + 1;
    }

    /// <summary>
    /// Whether it stands in a good part of the outlet's articles, from its first month to its last or within one month, and these
    /// have no theme of their own: what a paper repeats under all its reports of one affair is background, and stays.
    /// </summary>
    public bool IsBoilerplate => IsFrequent && !HasTheme;

    private bool IsFrequent =>
        IsMuch(_words.Titles, outlet.Count(_months.Keys.First(), _months.Keys.Last()))
        || _months.Any(month => IsMuch(month.Value, outlet.Count(month.Key, month.Key)));

    private bool HasTheme =>
        _words.InHalf().Any(word => word.Count >= LiftOfTheme * _words.Titles * outlet.ShareOf(word.Word, _months.Keys));

    public RepeatedPassage ToPassage() =>
        new(rule, outlet.Name, text, _words.Titles, OutletArticles.InWords(_months.Keys.FirstOrDefault(month => month != OutletArticles.Undated, OutletArticles.Undated)));

    private bool IsMuch(int articles, int ofAll)
    {
        var share = (double)articles / ofAll;
        return articles >= LeastArticles && share >= (weight < LongWeight ? LeastShare : LeastShareOfLong) && articles * share >= LeastArticlesTimesShare;
    }
}
