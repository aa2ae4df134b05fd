using System.Net;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Archive.Formats;
using NewsSearch.Web.Exports;
using NewsSearch.Web.Search;

namespace NewsSearch.EndToEnd.Tests.Web.Exports;

/// <summary>The description of the API says what the site does.</summary>
public sealed class OpenApiTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Every_path_answers_with_the_type_and_the_schema_that_are_described()
    {
        var document = await Document();
        var checks = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var described = path.Value.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Single();
            foreach (var url in Urls(path.Name))
            {
                using var response = await site.Client.GetAsync(new Uri(url, UriKind.Relative));
                var text = await response.Content.ReadAsStringAsync();

                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.Equal(described.Name, response.Content.Headers.ContentType?.MediaType);
                foreach (var json in Values(described.Name, text))
                {
                    Findings(new JsonSchema(document).Differences(json, described.Value.GetProperty("schema")), url);
                    checks++;
                }
            }
        }

        Assert.InRange(checks, 100, 2000);
    }

    [Fact]
    public async Task Every_parameter_of_a_search_is_described_and_no_other()
    {
        var document = await Document();
        var state = new SearchState
        {
            Query = "a",
            Match = MatchMode.Any,
            Filters = [.. FacetNames.All.SelectMany(facet => new[] { new Filter(facet, "x"), new Filter(facet, "y", Excluded: true) })],
            From = "2024",
            To = "2024",
            Sort = SortOrder.Oldest,
            Page = 2,
            Size = 20,
            Snippet = 100,
            Explain = true,
        };

        var described = document.GetProperty("paths").GetProperty("/search.json").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Select(parameter => new JsonSchema(document).Resolve(parameter.GetProperty("$ref").GetString()!).GetProperty("name").GetString());

        Assert.Equal(state.Parameters().Select(parameter => parameter.Name), described);
    }

    [Fact]
    public async Task Every_form_is_described()
    {
        var paths = (await Document()).GetProperty("paths");

        foreach (var format in ArticleFormat.All)
        {
            Assert.True(paths.TryGetProperty("/search." + format.Extension, out _));
            Assert.True(paths.TryGetProperty($"/cite/{format.Name}/{{id}}", out _));
        }
    }

    [Fact]
    public async Task A_schema_tells_what_differs()
    {
        var document = await Document();
        var note = document.GetProperty("components").GetProperty("schemas").GetProperty("Note");
        foreach (var (json, differences) in new[] { ("""{"text":"a","start":1,"end":2}""", 0), ("""{"text":1,"start":1.5}""", 3), ("""{"text":"a","start":1,"end":2,"more":3}""", 1), ("[]", 1) })
            Assert.Equal(differences, new JsonSchema(document).Differences(JsonDocument.Parse(json).RootElement, note).Count());
    }

    [Fact]
    public async Task The_help_page_leads_to_the_description() => Assert.NotNull((await site.Page("/help")).QuerySelector("a[href='/openapi.json']"));

    private async Task<JsonElement> Document() => JsonDocument.Parse(await site.Client.GetStringAsync(new Uri("/openapi.json", UriKind.Relative))).RootElement;

    private static IEnumerable<string> Urls(string path)
    {
        if (path.StartsWith("/cite/", StringComparison.Ordinal)) return TestSite.Articles.Select(article => Downloads.Url(ArticleFormat.Named(path.Split('/')[2])!, article.Id));
        string[] queries = ["", "q=limousine&explain=1", "q=limosine&outlet=The+Example&-person=x", "q=xyzzy", "q=\"luxury+limousine+tram\"&from=2023&size=x", "date=2023&page=2&size=5"];
        return path.StartsWith("/suggest", StringComparison.Ordinal) ? [path, path + "?q=s", path + "?q=lux"] : queries.Select(query => path + "?" + query);
    }

    private static IEnumerable<JsonElement> Values(string type, string text)
    {
        if (type == "application/x-ndjson") return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);
        return type.Contains("json", StringComparison.Ordinal) ? [JsonDocument.Parse(text).RootElement] : [];
    }

    private static void Findings(IEnumerable<string> differences, string url) => Assert.True(!differences.Any(), $"{url}\n{string.Join('\n', differences)}");
}
