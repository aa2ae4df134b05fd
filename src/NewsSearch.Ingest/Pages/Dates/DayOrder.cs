using System.Globalization;
using System.Text.RegularExpressions;
using NewsSearch.Ingest.Pages.Content;

namespace NewsSearch.Ingest.Pages.Dates;

/// <summary>Dates of a page like 25/12/2024 -> whether it reads 3/4/2024 with the day first.</summary>
internal static partial class DayOrder
{
    private const int LongestText = 200;

    /// <param name="tree">The page.</param>
    /// <param name="usual">How its language and country write; holds where no date of the page tells.</param>
    public static bool IsDayFirst(PageTree tree, bool usual)
    {
        int dayFirst = 0, monthFirst = 0;
        foreach (var node in tree.All)
        {
            if (node.OwnLength is 0 or > LongestText) continue;
            foreach (var date in SeenLine.Of(node).SelectMany(line => Slashed().Matches(line.Text)))
            {
                var (first, second) = (Number(date.Groups[1]), Number(date.Groups[2]));
                if (first is > 12 and <= 31 && second is >= 1 and <= 12) dayFirst++;
                if (second is > 12 and <= 31 && first is >= 1 and <= 12) monthFirst++;
            }
        }

        return dayFirst == monthFirst ? usual : dayFirst > monthFirst;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/])([0-9]{1,2})/([0-9]{1,2})/(?:20)?[0-9]{2}(?![\d/])", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();
}
