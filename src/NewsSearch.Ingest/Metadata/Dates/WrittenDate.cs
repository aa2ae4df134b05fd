using System.Globalization;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Metadata.Dates;

/// <summary>A date as people write it, in the common languages -> an ISO date cut to what is written.</summary>
/// <remarks>
/// "20 February 2024", "Feb. 20th, 2024 at 2:05 pm EST", "20 de febrero de 2024", "20.02.2024, 14:05 Uhr", "2024年2月20日", "February 2024".
/// Of 02/03/2024, where nothing tells whether the day comes first, only the year is known. A year is always written.
/// </remarks>
internal static class WrittenDate
{
    private const int FirstYear = 1700;
    private const int LastYear = 2200;

    /// <summary>Two digits from here on are of the century before: there were no pages then.</summary>
    private const int FirstShortYear = 70;

    /// <summary>Buddhist years are this much larger.</summary>
    private const int BuddhistEra = 543;

    /// <summary>Words that stand between the parts of a date.</summary>
    private static readonly HashSet<string> Joints = new(StringComparer.OrdinalIgnoreCase)
    {
        "st", "nd", "rd", "th", "er", "º", "ª", "of", "de", "del", "d", "den", "der", "m", "year", "г", "року", "года",
    };

    /// <summary>The first date in a text; null where there is none.</summary>
    /// <param name="text">A few words: a line, not an article.</param>
    /// <param name="language">Of the text, if known: some months have names that others have in another language.</param>
    /// <param name="dayFirst">How 02/03/2024 is meant; null where unknown.</param>
    public static PublicationDate? Find(string text, string? language = null, bool? dayFirst = null) => Find(text, language, dayFirst, out _);

    /// <param name="text">A line.</param>
    /// <param name="language">Of the text, if known.</param>
    /// <param name="dayFirst">How 02/03/2024 is meant; null where unknown.</param>
    /// <param name="place">Where the date stands, its time included.</param>
    public static PublicationDate? Find(string text, string? language, bool? dayFirst, out TextRange place)
    {
        var tokens = DateToken.Split(text);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Day(tokens, at, language, dayFirst) is not { } day) continue;
            var (time, end) = day.Parts == 3 ? WrittenTime.After(tokens, day.End) : (null, day.End);
            if (PublicationDate.TryParse(day.Iso + time) is not { } date) continue;
            place = new TextRange(tokens[at].Start, tokens[end - 1].End);
            return date;
        }
        place = default;
        return null;
    }

    private readonly record struct Found(string Iso, int Parts, int End);

    private static Found? Day(List<DateToken> tokens, int at, string? language, bool? dayFirst) =>
        tokens[at].IsNumber
            ? at > 0 && IsSignInNumber(tokens, at - 1) ? null : Numbers(tokens, at, dayFirst) ?? WithMonthName(tokens, at, language)
            : tokens[at].IsWord && Calendar.Month(tokens[at].Text, language) is > 0 and var month ? AfterMonthName(tokens, at + 1, month) : null;

    /// <summary>2024-02-20, 20.02.2024, 2/20/2024, 2024年2月20日, 2024년 2월 20일.</summary>
    private static Found? Numbers(List<DateToken> tokens, int at, bool? dayFirst)
    {
        if (Sign(tokens, at + 1) is not { } sign || !IsNumber(tokens, at + 2)) return null;
        int first = tokens[at].Number, second = tokens[at + 2].Number;
        if (sign is '年' or '년') return EastAsian(tokens, at);
        if (sign is not ('-' or '/' or '.') || Sign(tokens, at + 3) != sign || !IsNumber(tokens, at + 4)) return null;
        var third = tokens[at + 4].Number;
        if (IsYear(tokens[at])) return Complete(first, second, third, at + 5);
        if (dayFirst is not null && sign != '-' && IsShortYear(tokens, at + 4)) third += third < FirstShortYear ? 2000 : 1900;
        else if (!IsYear(tokens[at + 4])) return null;
        if (first > 12 || (sign == '.' && dayFirst != false)) return Complete(third, second, first, at + 5);
        if (second > 12) return Complete(third, first, second, at + 5);
        if (first == second || dayFirst == true) return Complete(third, second, first, at + 5);
        return dayFirst == false ? Complete(third, first, second, at + 5) : new Found(Year(third), 1, at + 5);
    }

    private static Found? EastAsian(List<DateToken> tokens, int at)
    {
        int year = tokens[at].Number, month = tokens[at + 2].Number;
        if (!IsYear(tokens[at]) || Sign(tokens, at + 3) is not ('月' or '월')) return null;
        return IsNumber(tokens, at + 4) && Sign(tokens, at + 5) is '日' or '일'
            ? Complete(year, month, tokens[at + 4].Number, at + 6)
            : month is >= 1 and <= 12 ? new Found(Month(year, month), 2, at + 4) : null;
    }

    /// <summary>20 February 2024, 20. Februar 2024, 2024. február 20.</summary>
    private static Found? WithMonthName(List<DateToken> tokens, int at, string? language)
    {
        var next = AfterJoints(tokens, at + 1);
        if (next >= tokens.Count || !tokens[next].IsWord || Calendar.Month(tokens[next].Text, language) is not (> 0 and var month)) return null;
        var last = AfterJoints(tokens, next + 1);
        if (!IsNumber(tokens, last)) return null;
        if (IsYear(tokens[at])) return Complete(tokens[at].Number, month, tokens[last].Number, last + 1);
        return IsYear(tokens[last]) ? Complete(tokens[last].Number, month, tokens[at].Number, last + 1) : null;
    }

    /// <summary>February 20, 2024; February 2024.</summary>
    private static Found? AfterMonthName(List<DateToken> tokens, int at, int month)
    {
        var next = AfterJoints(tokens, at);
        if (!IsNumber(tokens, next)) return null;
        if (IsYear(tokens[next])) return new Found(Month(tokens[next].Number, month), 2, next + 1);
        var last = AfterJoints(tokens, next + 1);
        return IsNumber(tokens, last) && IsYear(tokens[last]) ? Complete(tokens[last].Number, month, tokens[next].Number, last + 1) : null;
    }

    private static int AfterJoints(List<DateToken> tokens, int at)
    {
        while (at < tokens.Count && (tokens[at].Text is "," or "." or "-" or "/" or "،" || Joints.Contains(tokens[at].Text))) at++;
        return at;
    }

    private static bool IsNumber(List<DateToken> tokens, int at) => at < tokens.Count && tokens[at].IsNumber;

    /// <summary>Four digits, no more no less, that may be a year.</summary>
    private static bool IsYear(DateToken token) =>
        token.Text.Length == 4 && token.Number is >= FirstYear and <= LastYear or >= FirstYear + BuddhistEra and <= LastYear + BuddhistEra;

    /// <summary>The two digits that end 28.01.22, written without spaces, and nothing more behind them: 1.20.02 may be a version, 10.12.14.1 an address.</summary>
    private static bool IsShortYear(List<DateToken> tokens, int at)
    {
        if (tokens[at].Text.Length != 2 || tokens[at - 4].Text.Length > 2) return false;
        for (var i = at - 4; i < at; i++)
        {
            if (tokens[i].End != tokens[i + 1].Start) return false;
        }
        return at + 2 >= tokens.Count || tokens[at + 1].End != tokens[at + 2].Start || tokens[at].End != tokens[at + 1].Start || !tokens[at + 2].IsNumber;
    }

    private static char? Sign(List<DateToken> tokens, int at) => at < tokens.Count && !tokens[at].IsNumber ? tokens[at].Text[0] : null;

    /// <summary>1.20.02.2024 and 7/20/02/2024 are no dates with something before them.</summary>
    private static bool IsSignInNumber(List<DateToken> tokens, int at) =>
        at > 0 && tokens[at].Text is "/" or "." or "-" && tokens[at - 1].IsNumber && tokens[at - 1].End == tokens[at].Start && tokens[at].End == tokens[at + 1].Start;

    private static Found? Complete(int year, int month, int day, int end) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Common(year), month)
            ? new Found(string.Create(CultureInfo.InvariantCulture, $"{Month(year, month)}-{day:00}"), 3, end)
            : null;

    private static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{Year(year)}-{month:00}");

    private static string Year(int year) => Common(year).ToString("0000", CultureInfo.InvariantCulture);

    private static int Common(int year) => year > LastYear ? year - BuddhistEra : year;
}
