using System.Text.Json;
using NewsSearch.Archive.Names;

namespace NewsSearch.Archive.Embedded.Attachments;

/// <summary>What people decided about names, beside what a rebuild learned of the same facets, so that a decision can be taken back. There where anything is decided.</summary>
/// <param name="Learned">Facet -> name as stored -> the most frequent writing of it.</param>
/// <param name="Choices">What people decided.</param>
internal sealed record EntityNames(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Learned, EntityChoices Choices)
{
    /// <summary>The attachment of a commit that holds it.</summary>
    public const string Attachment = "entities";

    public static EntityNames FromUtf8(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<EntityNames>(json) ?? throw new JsonException("The entities are null.");

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this);
}
