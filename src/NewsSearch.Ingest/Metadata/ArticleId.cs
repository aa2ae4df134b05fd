using System.Security.Cryptography;
using System.Text;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Metadata;

/// <summary>What the source gives -> the article's id: given, else from the canonical URL, else from the raw text.</summary>
/// <remarks>Invariant: cleaning has no part in it, so better cleaning never changes an id.</remarks>
internal static class ArticleId
{
    /// <param name="given">The article as the reader found it.</param>
    public static string For(Article given) =>
        given.Id.Trim() is { Length: > 0 } id ? id : Hash(CanonicalUrl.Of(given.Url) ?? given.Title + "\n" + given.Body);

    /// <param name="fields">What the page and its source give.</param>
    /// <param name="page">The page as it came.</param>
    public static string For(Article fields, ReadOnlySpan<byte> page) =>
        fields.Id.Trim() is { Length: > 0 } id ? id : CanonicalUrl.Of(fields.Url) is { } url ? Hash(url) : Hash(page);

    private static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
}
