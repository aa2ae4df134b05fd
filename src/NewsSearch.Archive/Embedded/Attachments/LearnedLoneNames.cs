using System.Text.Json;
using NewsSearch.Archive.Names;

namespace NewsSearch.Archive.Embedded.Attachments;

/// <summary>What a rebuild learned about surnames that stand alone, as the commit keeps it.</summary>
internal static class LearnedLoneNames
{
    public const string Attachment = "lone names";

    private sealed record Form(DateOnly From, DateOnly To, Dictionary<string, string> Surnames, HashSet<string> Known);

    public static byte[] ToUtf8(LoneNames names) => JsonSerializer.SerializeToUtf8Bytes(new Form(
        names.From, names.To, names.Surnames.ToDictionary(StringComparer.Ordinal), [.. names.Known.Order(StringComparer.Ordinal)]));

    public static LoneNames FromUtf8(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Form>(json) is { Surnames: not null, Known: not null } form ? new LoneNames(form.From, form.To, form.Surnames, form.Known) : throw new JsonException("The lone names are incomplete.");
}
