using System.Text.Json;
using NewsSearch.Archive.Names;

namespace NewsSearch.Archive.Embedded.Attachments;

/// <summary>What a rebuild learned about surnames that stand alone, as the commit keeps it.</summary>
internal static class LearnedLoneNames
{
    public const string Attachment = "lone names";

    public static byte[] ToUtf8(LoneNames names) => JsonSerializer.SerializeToUtf8Bytes(names);

    public static LoneNames FromUtf8(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<LoneNames>(json) is { Surnames: not null } names ? names : throw new JsonException("The lone names are incomplete.");
}
