using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsSearch.Bench.Loading;

/// <summary>What a site's archive holds, by a sample: ids, passages of running words, facet values. Asked of <c>/search.json</c>.</summary>
internal sealed partial class ArchiveSample
{
    /// <summary>Pages of a hundred articles that the words are taken from. Taste.</summary>
    private const int Pages = 8;

    private const int PageSize = 100, FewestWords = 4;

    public long Total { get; private set; }

    public List<string> Ids { get; } = [];

    /// <summary>The words of a title or passage, in their order.</summary>
    public List<string[]> Passages { get; } = [];

    /// <summary>Facet name -> values, none of which stands for the lack of one.</summary>
    public Dictionary<string, List<string>> Values { get; } = new(StringComparer.Ordinal);

    public static async Task<ArchiveSample> OfAsync(HttpClient site, Random random, CancellationToken stopped)
    {
        var sample = new ArchiveSample();
        await sample.ReadAsync(site, 1, stopped).ConfigureAwait(false);
        var last = (int)Math.Min(int.MaxValue, (sample.Total + PageSize - 1) / PageSize);
        for (var page = 1; page < Math.Min(Pages, last); page++) await sample.ReadAsync(site, 1 + random.Next(last), stopped).ConfigureAwait(false);
        if (sample.Passages.Count == 0 || sample.Values.Count == 0) throw new BenchException("The archive holds too little to make requests from.");
        return sample;
    }

    private async Task ReadAsync(HttpClient site, int page, CancellationToken stopped)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"/search.json?size={PageSize}&page={page}");
        try
        {
            using var answer = await site.GetAsync(new Uri(url, UriKind.Relative), stopped).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode) throw new BenchException($"{url} answered {(int)answer.StatusCode}.");
            Take(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stopped).ConfigureAwait(false)).RootElement);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or JsonException)
        {
            throw new BenchException($"{site.BaseAddress} is no site of newssearch: {trouble.Message}");
        }
    }

    private void Take(JsonElement page)
    {
        Total = page.GetProperty("total").GetInt64();
        foreach (var hit in page.GetProperty("hits").EnumerateArray())
        {
            Ids.Add(hit.GetProperty("id").GetString()!);
            foreach (var text in hit.GetProperty("snippets").EnumerateArray().Append(hit.GetProperty("title")))
            {
                string[] words = [.. Word().Matches(Tag().Replace(text.GetString() ?? "", "")).Select(word => word.Value)];
                if (words.Length >= FewestWords) Passages.Add(words);
            }
        }

        foreach (var facet in page.GetProperty("facets").EnumerateObject().Where(facet => !Values.ContainsKey(facet.Name)))
        {
            List<string> values = [.. facet.Value.EnumerateArray().Select(value => value.GetProperty("value").GetString()!).Where(value => value != "(none)")];
            if (values.Count > 0) Values[facet.Name] = values;
        }
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"<[^>]*>|&[#\w]+;")]
    private static partial Regex Tag();
}
