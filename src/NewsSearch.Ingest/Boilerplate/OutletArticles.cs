using System.Globalization;
using System.Runtime.InteropServices;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Boilerplate;

/// <summary>What is known of one outlet's articles: how many each month, and the words of their headlines by year.</summary>
internal sealed class OutletArticles(string name)
{
    /// <summary>The month of an article without a date.</summary>
    public const int Undated = -1;

    private readonly Dictionary<int, int> _months = [];
    private readonly Dictionary<int, TitleWords> _years = [];

    /// <summary>The outlet as the first of its articles names it.</summary>
    public string Name { get; } = name;

    /// <summary>Months since the year 0; a year stands for its January.</summary>
    public static int MonthOf(Article article) =>
        article.Published is { FirstDay: var day } ? (day.Year * 12) + day.Month - 1 : Undated;

    /// <summary>"2024-02"; null for undated.</summary>
    public static string? InWords(int month) =>
        month == Undated ? null : string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}");

    public void Add(int month, HashSet<ulong> titleWords)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_months, month, out _)++;
        ref var year = ref CollectionsMarshal.GetValueRefOrAddDefault(_years, Year(month), out _);
        (year ??= new TitleWords()).Add(titleWords);
    }

    /// <summary>Articles of the months [first, last].</summary>
    public int Count(int first, int last) => _months.Where(month => month.Key >= first && month.Key <= last).Sum(month => month.Value);

    /// <summary>In what share of the headlines a word stands, over the years of some months.</summary>
    public double ShareOf(ulong word, IEnumerable<int> months)
    {
        int found = 0, titles = 0;
        foreach (var year in months.Select(Year).Distinct())
        {
            found += _years[year].Count(word);
            titles += _years[year].Titles;
        }
        return titles == 0 ? 0 : (double)found / titles;
    }

    private static int Year(int month) => month == Undated ? Undated : month / 12;
}
