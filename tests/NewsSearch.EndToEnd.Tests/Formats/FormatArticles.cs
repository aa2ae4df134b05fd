using NewsSearch.Archive;

namespace NewsSearch.EndToEnd.Tests.Formats;

/// <summary>Articles as awkward as a source can make them.</summary>
internal static class FormatArticles
{
    /// <summary>Every control character, line ends of all kinds, half a surrogate pair, and what each of the forms escapes.</summary>
    public static string Hostile { get; } =
        string.Concat(Enumerable.Range(0, 0xa0).Select(code => (char)code)) + "\u2028\u2029\ud800 \\ { } $ & # % _ ~ ^ \" ' < > }}} @comment{x} ER  - \r\nTY  - BOOK 車 é 🚗 צ";

    public static Article Plain { get; } = new()
    {
        Id = "plain-1",
        Url = "https://example.org/a?x=1&y=%7Bz%7D_~",
        Title = "Motor works builds its last limousine",
        Outlet = "The Example",
        Published = PublicationDate.TryParse("2024-02-20T23:30+09:00"),
        Authors = ["Jane Example", "J. R. Dolor", "Kim Jong Un", "Reuters Staff", "Amet, Rosa"],
        Section = "World",
        Language = "en",
        Lead = "It was black.",
        Body = "It was black.\n\nIt was \"long\", they say.",
    };

    public static Article Bare { get; } = new() { Id = "bare", Body = "" };

    public static Article HostileArticle { get; } = new()
    {
        Id = "h\0\r\n\"}{," + Hostile,
        Url = "https://example.org/}{\\\"\r\n<>%zz é",
        Title = Hostile,
        Outlet = Hostile,
        Published = PublicationDate.TryParse("2023-07"),
        Authors = [Hostile, "a and b", ",", " , ", "\0", "Smith and Sons, Inc."],
        Section = Hostile,
        Language = "e\nn",
        Agencies = [Hostile],
        Lead = Hostile,
        Body = Hostile,
    };

    public static Article Dated(string? date) => Plain with { Published = PublicationDate.TryParse(date) };

    public static IReadOnlyList<Article> All { get; } = [Plain, Bare, HostileArticle, Dated("2024"), Dated("2024-02"), Dated("2024-02-20"), Dated(null)];
}
