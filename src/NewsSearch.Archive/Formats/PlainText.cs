using NewsSearch.Archive.Reading;

namespace NewsSearch.Archive.Formats;

/// <summary>Article -> a citation to read: Jane Example and Otto Dolor, “Title,” The Example, 20 February 2024, https://… .</summary>
internal static class PlainText
{
    /// <summary>With more authors than so many, only the first ones are named; as the Chicago Manual of Style has it (17th edition, 14.76).</summary>
    private const int MostAuthors = 10, AuthorsNamed = 7;

    public static string Of(Reference reference)
    {
        string?[] parts =
        [
            Sentence(Authors([.. reference.Authors.Select(author => author.Whole)])),
            Ended(reference.Title) ? $"“{reference.Title}”" : $"“{reference.Title}.”",
            Sentence(string.Join(", ", new[] { reference.Outlet, reference.Day is { } day ? PeriodInWords.Of(day) : "no date" }.OfType<string>())),
            reference.Url,
        ];
        return string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part))) + "\n";
    }

    private static string Authors(string[] names) => names switch
    {
        [] => "",
        [var one] => one,
        _ when names.Length > MostAuthors => string.Join(", ", names.Take(AuthorsNamed)) + ", et al.",
        [.. var first, var last] => string.Join(", ", first) + (first.Length > 1 ? "," : "") + " and " + last,
    };

    private static string Sentence(string text) => text.Length == 0 || Ended(text) ? text : text + ".";

    private static bool Ended(string text) => text[^1] is '.' or '!' or '?' or '…' or '。';
}
