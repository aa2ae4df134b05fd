using System.Net;
using NewsSearch.Archive;
using NewsSearch.Web.Search;

namespace NewsSearch.EndToEnd.Tests.Web.Composing;

/// <summary>The form that writes a search.</summary>
public sealed class ComposeTests(TestSite site) : IClassFixture<TestSite>
{
    private const int Seed = 61;

    [Fact]
    public void Each_field_becomes_its_part_of_the_query() => Assert.Equal(
        "limousine gift \"luxury goods\" (car OR bus) \"gift car\"~3 title:tariffs said:\"our close neighbor\" -football -lux*",
        new ComposedQuery { All = "limousine gift", Phrase = "luxury goods", Any = "car bus", Near = "gift car", Within = 3, Title = "tariffs", Said = "our close neighbor", None = "football lux*" }.Text);

    [Theory]
    [InlineData("  ", "")]
    [InlineData("-- + \"\"", "")]
    [InlineData("\"a b\" (c) title:d -e +f NOT g", "a b c title d e f not g")]
    public void What_would_mean_something_to_the_parser_is_a_word_here(string typed, string query) => Assert.Equal(query, new ComposedQuery { All = typed }.Text);

    [Fact]
    public void Anything_typed_makes_a_query_that_is_read_without_remarks()
    {
        var random = new Random(Seed);
        const string Letters = "ab \"()-+:~*?AND NOT“”,.'\t\u0007é車";
        var index = Path.Combine(Path.GetTempPath(), "newssearch-compose-" + Guid.NewGuid().ToString("N"));
        using (var writer = ArticleArchive.OpenRebuild(index, "compose tests"))
        {
            writer.Add(TestSite.Articles[0]);
            writer.Commit();
        }

        using (var archive = ArticleArchive.Open(index))
        {
            for (var round = 0; round < 500; round++)
            {
                string Typed() => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)]));
                var query = new ComposedQuery { All = Typed().Replace('*', ' ').Replace('?', ' '), Phrase = Typed().Replace('*', ' ').Replace('?', ' '), Any = Typed().Replace('*', ' ').Replace('?', ' '), Title = "x" }.Text;
                var page = archive.Search(new SearchRequest { Query = query });

                Assert.True(page.Notes.Count == 0, $"{query}: {string.Join(" / ", page.Notes.Select(note => note.Text))}");
            }
        }

        Directory.Delete(index, recursive: true);
    }

    [Fact]
    public async Task A_filled_form_leads_to_its_search_and_keeps_the_filters()
    {
        using var response = await site.Client.GetAsync(new Uri("/compose?all=&phrase=luxury+goods&any=&none=&near=&within=5&title=&said=&outlet=The+Example&from=2024&to=", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/?q=%22luxury+goods%22&outlet=The+Example&from=2024", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_empty_form_is_a_page_with_a_label_for_each_field()
    {
        var page = await site.Page("/compose");

        Assert.All(page.QuerySelectorAll(".compose input:not([type=hidden])"), input => Assert.True(page.QuerySelector($"label[for='{input.Id}']") is not null || input.Closest("label") is not null, input.OuterHtml));
    }
}
