namespace NewsSearch.Archive.Curation;

/// <summary>A field that a correction may set: how its value is written, checked, read and set.</summary>
internal sealed class CorrectedField
{
    /// <summary>Between several values of one field.</summary>
    private const char Separator = ';';

    /// <summary>All of them by name, in the order that help lists them.</summary>
    public static IReadOnlyDictionary<string, CorrectedField> All { get; } = new CorrectedField[]
    {
        new("title", article => article.Title, (article, value) => article with { Title = value }),
        new("lead", article => article.Lead, (article, value) => article with { Lead = value }),
        new("outlet", article => article.Outlet, (article, value) => article with { Outlet = value }),
        new("published", article => article.Published?.Text, (article, value) => article with { Published = PublicationDate.TryParse(value) }) { Problem = DateProblem },
        new("authors", article => Joined(article.Authors), (article, value) => article with { Authors = Split(value) }),
        new("section", article => article.Section, (article, value) => article with { Section = value }),
        new("language", article => article.Language, (article, value) => article with { Language = value?.ToLowerInvariant() }) { Problem = LanguageProblem },
        new("agencies", article => Joined(article.Agencies), (article, value) => article with { Agencies = Split(value) }),
        new("url", article => article.Url, (article, value) => article with { Url = value, Host = HostOf(value) }) { Problem = UrlProblem },
    }.ToDictionary(field => field.Name, StringComparer.Ordinal);

    private readonly Func<Article, string?> _read;
    private readonly Func<Article, string?, Article> _set;

    private CorrectedField(string name, Func<Article, string?> read, Func<Article, string?, Article> set) => (Name, _read, _set) = (name, read, set);

    public string Name { get; }

    /// <summary>What is wrong with a value, as the end of a sentence that begins with it; null where nothing is.</summary>
    private Func<string, TimeProvider, string?> Problem { get; init; } = static (_, _) => null;

    /// <summary>What is wrong with a value; null where it can be set. An empty value says that the field is unknown.</summary>
    public string? Check(string value, TimeProvider clock) => value.Length == 0 || Problem(value, clock) is not { } problem ? null : $"'{value}' {problem}.";

    /// <summary>The value as a correction would write it; null where there is none.</summary>
    public string? Read(Article article) => _read(article);

    public Article Set(Article article, string? value) => _set(article, string.IsNullOrEmpty(value) ? null : value);

    private static string? DateProblem(string value, TimeProvider clock) =>
        PublicationDate.TryParse(value) is not { } date ? "is no date: write 2024, 2024-02, 2024-02-20 or 2024-02-20T14:05+09:00"
        : date.FirstDay > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1) ? "lies in the future"
        : null;

    private static string? LanguageProblem(string value, TimeProvider clock) =>
        value.Length == 2 && value.All(char.IsAsciiLetter) ? null : "is no language code of two letters, as en";

    private static string? UrlProblem(string value, TimeProvider clock) => HostOf(value) is null ? "is no web address" : null;

    private static string? HostOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)) return null;
        var host = uri.Host.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static string? Joined(IReadOnlyList<string> values) => values.Count == 0 ? null : string.Join(Separator + " ", values);

    private static string[] Split(string? values) => values?.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
