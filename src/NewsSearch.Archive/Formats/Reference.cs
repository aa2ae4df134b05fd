using System.Security.Cryptography;
using System.Text;

namespace NewsSearch.Archive.Formats;

/// <summary>Article -> what is cited of it, each value on one line and without control characters.</summary>
/// <param name="Article">The article.</param>
/// <param name="Permalink">Its address in the archive, if that has one.</param>
public sealed record Reference(Article Article, string? Permalink)
{
    /// <summary>Hexadecimal digits of a key: 48 bits, so that a million articles hardly ever share one, even under one outlet and year.</summary>
    private const int KeyDigits = 12;

    /// <summary>The title to show.</summary>
    public string Title => OneLine(DisplayTitle.Of(Article));

    /// <summary>The outlet; null where unknown.</summary>
    public string? Outlet => Value(Article.Outlet);

    /// <summary>Section of the paper.</summary>
    public string? Section => Value(Article.Section);

    /// <summary>Code of the language.</summary>
    public string? Language => Value(Article.Language);

    /// <summary>Standfirst or first paragraph.</summary>
    public string? Lead => Value(Article.Lead);

    /// <summary>The authors, in order; none that has no name.</summary>
    public IEnumerable<CitedName> Authors => Article.Authors.Select(OneLine).Where(name => name.Length > 0).Select(name => CitedName.Of(name, Article));

    /// <summary>The local day, cut to what is known: "2024", "2024-02", "2024-02-20"; null where nothing is.</summary>
    public string? Day => Article.Published?.Precision == DatePrecision.Time ? Article.Published.Text.Trim()[.."2024-02-20".Length] : Article.Published?.Text.Trim();

    /// <summary>The article's own address; where it has none on the web, that in the archive.</summary>
    public string? Url => WebAddress(Article.Url) ?? Permalink;

    /// <summary>A name for the reference: lower-case letters and digits, the same in every file.</summary>
    public string Key
    {
        get
        {
            var from = (Authors.FirstOrDefault().Family ?? Outlet ?? "article").Where(char.IsAsciiLetterOrDigit).Take(20).Select(char.ToLowerInvariant);
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Article.Id)))[..KeyDigits];
            return $"{string.Concat(from)}{Day?[..4]}-{hash}";
        }
    }

    /// <summary>A text without line ends and control characters; what stood between words becomes one space.</summary>
    internal static string OneLine(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Value(string? text) => text is not null && OneLine(text) is { Length: > 0 } line ? line : null;

    /// <summary>An address that a browser may follow, well-formed; null for anything else.</summary>
    internal static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? OneLine(uri.AbsoluteUri) : null;
}
