using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsSearch.Ingest.Readers.Bytes;
using NewsSearch.Ingest.Readers.Json;

namespace NewsSearch.Ingest.Readers.Wires.Newswire;

/// <summary>ninjs 1 to 3 -> one article a text item; an item alone, many of them, or in the envelope of a service. Streams by outermost objects.</summary>
internal static partial class NinjsReader
{
    /// <summary>Items lie this deep in an envelope: { data: { items: [ { item: … } ] } }.</summary>
    private const int MaxDepth = 5;

    private static readonly string[] Envelopes = ["data", "items", "item", "newsItems", "articles", "results", "_items"];

    /// <summary>Whether the JSON that begins so is ninjs: by fields that no other form has.</summary>
    public static bool IsBegunBy(SourceHead head) => head.Json != JsonForm.None && Field().IsMatch(head.Text);

    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        long number = 0;
        foreach (var (record, place, problem) in JsonRecordsReader.Records(content, options.MaxRecordByteLength))
        {
            using var json = record is null ? null : Parse(record);
            if (json is null)
            {
                reject(new Rejection(file.Path, place, problem ?? "It is not valid JSON."));
                continue;
            }
            var before = number;
            foreach (var item in Items(json.RootElement, MaxDepth))
            {
                var itemPlace = "record " + (++number).ToString(CultureInfo.InvariantCulture);
                var article = NinjsItem.Article(item, out var missing);
                if (article is not null) yield return new SourceArticle(article, file, itemPlace);
                else reject(new Rejection(file.Path, itemPlace, missing));
            }
            if (number == before) reject(new Rejection(file.Path, place, "There is no news item in it."));
        }
    }

    private static JsonDocument? Parse(byte[] record)
    {
        try
        {
            // Halves of surrogate pairs are legal JSON, but no text.
            var text = TextDecoder.Decode(record);
            return JsonDocument.Parse(text.Contains("\\u", StringComparison.Ordinal) ? HalfPair().Replace(text, "\\uFFFD") : text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement element, int depth)
    {
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().SelectMany(item => Items(item, depth));
        if (element.ValueKind != JsonValueKind.Object) return [];
        if (NinjsItem.IsItem(element)) return [element];
        if (depth == 0) return [];
        return Envelopes.SelectMany(name => element.TryGetProperty(name, out var inner) ? Items(inner, depth - 1) : []);
    }

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex HalfPair();

    [GeneratedRegex(@"""(?:versioncreated|versionCreated|body_xhtml|pubstatus|pubStatus)""\s*:|""headlines""\s*:\s*\[.*?""bodies""\s*:\s*\[", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Field();
}
