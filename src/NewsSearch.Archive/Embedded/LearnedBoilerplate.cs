using System.Text.Json;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Archive.Embedded;

/// <summary>The boilerplate that a rebuild learned, as the commit keeps it: a JSON array.</summary>
internal static class LearnedBoilerplate
{
    public const string Attachment = "boilerplate";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = ArticleJson.WriterOptions.Encoder };

    public static byte[] ToUtf8(IReadOnlyList<RepeatedPassage> passages) => JsonSerializer.SerializeToUtf8Bytes(passages, Form);

    public static IReadOnlyList<RepeatedPassage> FromUtf8(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return [];
        try
        {
            return JsonSerializer.Deserialize<RepeatedPassage[]>(utf8, Form) ?? [];
        }
        catch (JsonException wrong)
        {
            throw new IndexFormatException(Attachment, -1, $"the learned boilerplate cannot be read: {wrong.Message}");
        }
    }
}
