using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace NewsSearch.EndToEnd.Tests.Web.Exports;

public sealed class OpenSearchDescriptionTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    [Fact]
    public async Task Every_page_leads_to_a_description_that_a_browser_takes()
    {
        var link = (await site.Page("/help")).QuerySelector("link[rel=search]")!;
        Assert.Equal("application/opensearchdescription+xml", link.GetAttribute("type"));

        var description = XElement.Parse(await site.Client.GetStringAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative)));

        Assert.Equal(OpenSearch + "OpenSearchDescription", description.Name);
        Assert.InRange(Assert.Single(description.Elements(OpenSearch + "ShortName")).Value.Length, 1, 16);
        Assert.InRange(Assert.Single(description.Elements(OpenSearch + "Description")).Value.Length, 1, 1024);
        Assert.Equal(
            ["text/html", "application/atom+xml", "application/json", "application/x-suggestions+json", "application/opensearchdescription+xml"],
            description.Elements(OpenSearch + "Url").Select(url => (string)url.Attribute("type")!));
    }

    [Fact]
    public async Task Every_address_of_the_description_answers_with_its_type()
    {
        var description = XElement.Parse(await site.Client.GetStringAsync(new Uri("/opensearch.xml", UriKind.Relative)));
        foreach (var url in description.Elements(OpenSearch + "Url"))
        {
            var template = (string)url.Attribute("template")!;
            foreach (var (page, count) in new[] { ("", ""), ("1", "20") })
            {
                var filled = template.Replace("{searchTerms}", "luxury%20goods", StringComparison.Ordinal).Replace("{startPage?}", page, StringComparison.Ordinal).Replace("{count?}", count, StringComparison.Ordinal);
                using var response = await site.Client.GetAsync(new Uri(filled));

                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.Equal((string)url.Attribute("type")!, response.Content.Headers.ContentType?.MediaType);
            }
        }

        var image = description.Element(OpenSearch + "Image")!;
        using var icon = await site.Client.GetAsync(new Uri(image.Value));
        Assert.Equal((string)image.Attribute("type")!, icon.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Suggestions_are_four_lists_beside_what_was_typed()
    {
        var answer = JsonDocument.Parse(await site.Client.GetStringAsync(new Uri("/suggest/opensearch?q=samp", UriKind.Relative))).RootElement;

        Assert.Equal(4, answer.GetArrayLength());
        Assert.Equal("samp", answer[0].GetString());
        Assert.InRange(answer[1].GetArrayLength(), 2, 10);
        Assert.Equal((answer[1].GetArrayLength(), answer[1].GetArrayLength()), (answer[2].GetArrayLength(), answer[3].GetArrayLength()));
        var person = answer[1].EnumerateArray().Select(value => value.GetString()).ToList().IndexOf("John Sample");
        Assert.Matches("^Person, [0-9]+ articles?$", answer[2][person].GetString());
        Assert.Equal(new Uri(site.Address, "/?person=John+Sample"), new Uri(answer[3][person].GetString()!));
    }

    [Fact]
    public async Task Whatever_is_typed_gets_its_list()
    {
        foreach (var typed in HostileRequestTests.Queries.Cast<object[]>().Select(row => (string)row[0]).Append(""))
        {
            var answer = JsonDocument.Parse(await site.Client.GetStringAsync(new Uri("/suggest/opensearch?q=" + Uri.EscapeDataString(typed), UriKind.Relative))).RootElement;
            Assert.Equal(JsonValueKind.Array, answer[1].ValueKind);
        }
    }
}
