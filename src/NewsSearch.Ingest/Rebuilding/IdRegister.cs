using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NewsSearch.Archive;
using NewsSearch.Ingest.Metadata;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>Articles of a run, one after the other -> each under an id of its own, the same article only once, in its newest version.</summary>
/// <remarks>
/// One id with the same text is the same article again. One id at one address with another text is another version of it: the
/// older gives way. One id without that is another article, which takes a new id.
/// Remembers 128-bit hashes, not texts: some 70 bytes an article.
/// </remarks>
/// <param name="renames">Whether another article with an id that is taken gets a new one, as in a rebuild; else it replaces the first.</param>
internal sealed class IdRegister(bool renames)
{
    private readonly HashTable<Version> _versions = new();

    /// <summary>Texts that are not the first of their id.</summary>
    private readonly HashSet<UInt128> _laterTexts = [];

    /// <summary>Whether an article of this id came.</summary>
    public bool Knows(string id) => _versions.Contains(Hash(id));

    /// <summary>What becomes of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="entry">Number by which the caller knows it, should a newer version replace it.</param>
    public Registered Register(Article article, int entry) => Register(article, entry, TextHash(article));

    /// <summary>What tells articles apart: id, title and body. On any thread.</summary>
    public static UInt128 TextHash(Article article) => Hash(article.Id + "\0" + article.Title + "\0" + article.Body);

    /// <param name="article">The article.</param>
    /// <param name="entry">Number by which the caller knows it.</param>
    /// <param name="textHash">Its <see cref="TextHash"/>.</param>
    public Registered Register(Article article, int entry, UInt128 textHash)
    {
        var version = Version.Of(article, entry, textHash);
        var id = article.Id;
        for (var number = 2; ; number++)
        {
            ref var known = ref _versions.GetOrAdd(Hash(id), out var isNew);
            if (!isNew && id == article.Id && (known.FirstText == textHash || !_laterTexts.Add(textHash)))
                return new Registered(null, new RepeatedId(article.Id, article.Source, Repetition.Same));
            if (isNew)
            {
                known = version;
                return id == article.Id ? new Registered(article, null) : new Registered(article with { Id = id }, new RepeatedId(article.Id, article.Source, Repetition.Renamed, id));
            }
            if (known.Address == version.Address || !renames)
            {
                if (version.IsBefore(known)) return new Registered(null, new RepeatedId(article.Id, article.Source, Repetition.Older));
                var replaced = known.Entry;
                known = version with { FirstText = known.FirstText };
                return new Registered(article with { Id = id }, new RepeatedId(article.Id, article.Source, Repetition.Newer)) { Replaced = replaced };
            }
            id = article.Id + "#" + number.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static UInt128 Hash(string text) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>One version of an article.</summary>
    /// <param name="FirstText">The <see cref="TextHash"/> of the first article that came under the id.</param>
    /// <param name="Address">Hash of its canonical address; of one without, a number that no other has.</param>
    /// <param name="First">First instant of its publication, in ticks.</param>
    /// <param name="Last">Last instant.</param>
    /// <param name="Entry">The caller's number.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Version(UInt128 FirstText, ulong Address, long First, long Last, int Entry)
    {
        public static Version Of(Article article, int entry, UInt128 textHash) => new(
            textHash,
            CanonicalUrl.Of(article.Url) is { } url ? (ulong)Hash(url) : (uint)entry,
            article.Published?.First.UtcTicks ?? long.MinValue,
            article.Published?.Last.UtcTicks ?? long.MaxValue,
            entry);

        /// <summary>Whether it was certainly published before another. Of two that cannot be told apart the later in the sources is the newer.</summary>
        public bool IsBefore(Version other) => Last < other.First;
    }
}

/// <summary>What becomes of an article.</summary>
/// <param name="Article">The article under the id that it is kept by; null where it is not kept.</param>
/// <param name="Repeated">What there is to report; null for an article that came for the first time.</param>
internal sealed record Registered(Article? Article, RepeatedId? Repeated)
{
    /// <summary>The entry that gives way to it; null where none does.</summary>
    public int? Replaced { get; init; }
}
