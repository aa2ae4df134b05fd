using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>An id that came more than once in a rebuild.</summary>
/// <param name="Id">The id.</param>
/// <param name="Source">Where the later article was read.</param>
/// <param name="KeptAs">The id it was kept under; null where it was the same text again and is counted once.</param>
public sealed record RepeatedId(string Id, string? Source, string? KeptAs);

/// <summary>Articles of a rebuild, one after the other -> each under an id of its own, the same article only once.</summary>
/// <remarks>Remembers 128-bit hashes, not texts: some 100 bytes an article.</remarks>
internal sealed class IdRegister
{
    private readonly HashSet<UInt128> _ids = [];
    private readonly HashSet<UInt128> _articles = [];

    /// <summary>The article, under a free id where its own was taken by another text; null where it came before.</summary>
    public Article? Register(Article article, out RepeatedId? repeated)
    {
        repeated = null;
        var isNewArticle = _articles.Add(Hash(article.Id + "\0" + article.Title + "\0" + article.Body));
        if (!isNewArticle)
        {
            repeated = new RepeatedId(article.Id, article.Source, KeptAs: null);
            return null;
        }
        if (_ids.Add(Hash(article.Id))) return article;
        for (var number = 2; ; number++)
        {
            var id = article.Id + "#" + number.ToString(CultureInfo.InvariantCulture);
            if (!_ids.Add(Hash(id))) continue;
            repeated = new RepeatedId(article.Id, article.Source, id);
            return article with { Id = id };
        }
    }

    private static UInt128 Hash(string text) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
