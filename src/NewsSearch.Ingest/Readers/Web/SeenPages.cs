using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewsSearch.Ingest.Pages;

namespace NewsSearch.Ingest.Readers.Web;

/// <summary>The pages of all web archives of a run -> which of them came before: the same bytes from the same address. Remembers 128-bit hashes.</summary>
internal sealed class SeenPages
{
    private readonly HashSet<UInt128> _digests = [];

    /// <summary>Whether the page comes for the first time; one that does not is counted.</summary>
    public bool IsNew(string? address, FetchedPage page, IngestCounts counts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(address + "\0"));
        hash.AppendData(page.Html.Span);
        var isNew = _digests.Add(BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset()));
        if (!isNew) counts.Skip("page that came before, unchanged");
        return isNew;
    }
}
