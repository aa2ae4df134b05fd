using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewsSearch.Ingest.Pages;

namespace NewsSearch.Ingest.Readers.Web;

/// <summary>The pages of all web archives of a run -> which of them came before: the same bytes from the same address. Remembers 128-bit hashes.</summary>
internal sealed class SeenPages
{
    private const int DigestByteLength = 16;

    private readonly HashSet<UInt128> _digests = [];
    private readonly List<UInt128> _new = [];

    /// <summary>Whether the page comes for the first time; one that does not is counted.</summary>
    public bool IsNew(string? address, FetchedPage page, IngestCounts counts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(address + "\0"));
        hash.AppendData(page.Html.Span);
        var digest = BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset());
        var isNew = _digests.Add(digest);
        if (isNew) _new.Add(digest);
        else counts.Skip("page that came before, unchanged");
        return isNew;
    }

    /// <summary>The hashes of the pages that came since the last call, 16 bytes each.</summary>
    public byte[] TakeNew()
    {
        var bytes = new byte[DigestByteLength * _new.Count];
        for (var i = 0; i < _new.Count; i++) BinaryPrimitives.WriteUInt128LittleEndian(bytes.AsSpan(i * DigestByteLength), _new[i]);
        _new.Clear();
        return bytes;
    }

    /// <summary>Pages that came in an earlier run, as <see cref="TakeNew"/> gave them.</summary>
    public void Restore(ReadOnlySpan<byte> digests)
    {
        for (; digests.Length >= DigestByteLength; digests = digests[DigestByteLength..]) _digests.Add(BinaryPrimitives.ReadUInt128LittleEndian(digests));
    }
}
