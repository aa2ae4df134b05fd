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

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
