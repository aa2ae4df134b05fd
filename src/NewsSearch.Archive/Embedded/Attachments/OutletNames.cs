using System.Text.Json;

namespace NewsSearch.Archive.Embedded.Attachments;

/// <summary>Outlet as stored -> outlet as shown: what a rebuild learned, then what people decided. Kept with the index, so that a change of one needs not the other.</summary>
/// <param name="Learned">Stored name -> the most frequent writing of it.</param>
/// <param name="Aliases">Name as stored or learned -> name shown instead.</param>
internal sealed record OutletNames(IReadOnlyDictionary<string, string> Learned, IReadOnlyDictionary<string, string> Aliases)
{
    /// <summary>The attachment of a commit that holds it.</summary>
    public const string Attachment = "outlets";

    public static OutletNames FromUtf8(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<OutletNames>(json) ?? throw new JsonException("The outlets are null.");

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this);
}
