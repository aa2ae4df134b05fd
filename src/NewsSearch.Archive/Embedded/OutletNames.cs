using System.Text.Json;

namespace NewsSearch.Archive.Embedded;

/// <summary>Outlet as stored -> outlet as shown: what a rebuild learned, then what people decided. Kept with the index, so that a change of one needs not the other.</summary>
/// <param name="Learned">Stored name -> the most frequent writing of it.</param>
/// <param name="Aliases">Name as stored or learned -> name shown instead.</param>
internal sealed record OutletNames(IReadOnlyDictionary<string, string> Learned, IReadOnlyDictionary<string, string> Aliases)
{
    /// <summary>The attachment of a commit that holds it.</summary>
    public const string Attachment = "outlets";

    public static OutletNames FromUtf8(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<OutletNames>(json) ?? throw new JsonException("The outlets are null.");

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>What people decided goes first; a name that they chose is not rewritten by what was learned.</summary>
    public Dictionary<string, string> Shown()
    {
        var chosen = new Dictionary<string, string>(Aliases, StringComparer.Ordinal);
        foreach (var name in Aliases.Values)
        {
            if (Learned.TryGetValue(name, out var learned)) chosen.TryAdd(learned, name);
            chosen.TryAdd(name, name);
        }
        var shown = Learned.ToDictionary(form => form.Key, form => chosen.GetValueOrDefault(form.Key) ?? chosen.GetValueOrDefault(form.Value, form.Value), StringComparer.Ordinal);
        foreach (var (alias, name) in chosen) shown[alias] = name;
        return shown.Where(form => form.Key != form.Value).ToDictionary(StringComparer.Ordinal);
    }
}
