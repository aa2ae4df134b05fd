using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.EndToEnd.Tests.Cli;
using NewsSearch.EndToEnd.Tests.Web;
using NewsSearch.Web;

namespace NewsSearch.EndToEnd.Tests.Suggesting;

/// <summary><c>/suggest</c> over the four sample articles.</summary>
[Collection(SampleIndexUsers.Name)]
public sealed class CompletionTests(SampleIndex samples)
{
    [Theory]
    [InlineData("jong", "person", "Kim Jong Un", 4)]
    [InlineData("kim jong u", "person", "Kim Jong Un", 4)]
    [InlineData("patriot", "outlet", "PatriotWise.com", 1)]
    [InlineData("PUTÏN", "person", "Vladimir Putin", 4)]
    [InlineData("senat", "query", "aurus senat", 2)]
    public async Task What_is_typed_is_completed_with_counts(string typed, string group, string value, int count)
    {
        var groups = (await Answer(typed)).GetProperty("groups");

        Assert.Equal(["query", "person", "org", "place", "outlet"], groups.EnumerateObject().Select(member => member.Name));
        Assert.Contains(groups.GetProperty(group).EnumerateArray(), found => found.GetProperty("value").GetString() == value && found.GetProperty("count").GetInt32() == count);
    }

    [Fact]
    public void Every_value_has_as_many_articles_as_its_facet_finds()
    {
        using var archive = ArticleArchive.Open(samples.Index);
        foreach (var (group, values) in archive.Complete("k", 100))
        {
            foreach (var (value, count) in values)
            {
                var request = group == CompletionGroups.Query
                    ? new SearchRequest { Query = $"\"{value}\"" }
                    : new SearchRequest().With(group, new FacetChoice([value], []));
                Assert.Equal((value, count), (value, archive.Search(request).Total));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("%00%07%1b")]
    [InlineData("\"*~()")]
    [InlineData("zzzz")]
    [InlineData("%ed%a0%80")]
    public async Task What_nothing_begins_with_gives_empty_groups(string escaped) =>
        Assert.All((await Answer(escaped)).GetProperty("groups").EnumerateObject(), group => Assert.Empty(group.Value.EnumerateArray()));

    [Fact]
    public async Task A_text_of_ten_kilobytes_is_cut() =>
        Assert.InRange((await Answer(new string('k', 10_000))).GetProperty("query").GetString()!.Length, 1, 201);

    [Fact]
    public void What_was_learned_stays_when_articles_are_added()
    {
        using var folder = new TemporaryFolder();
        var index = folder["index"];
        Assert.Equal(0, NewsSearchProcess.Run("rebuild", SampleIndex.Corpus, "--index", index).ExitCode);
        using (var writer = ArticleArchive.OpenWriter(index, "test"))
        {
            writer.Add(new Article { Id = "new", Body = "Some more words.", People = [new NamedEntity("Jongleur Example", [])] });
            writer.Commit();
        }

        using var archive = ArticleArchive.Open(index);
        var found = archive.Complete("jong", 8);

        Assert.Equal(["Kim Jong Un", "Kim Yo Jong", "Jongleur Example"], found["person"].Select(value => value.Value));
        Assert.NotEmpty(found[CompletionGroups.Query]);
    }

    private async Task<JsonElement> Answer(string typed)
    {
        var (site, address) = await TestSite.Start(new SiteOptions { IndexDirectory = samples.Index });
        await using var running = site;
        using var client = new HttpClient { BaseAddress = address };
        using var response = await client.GetAsync(new Uri("/suggest?q=" + (typed.Contains('%', StringComparison.Ordinal) ? typed : Uri.EscapeDataString(typed)), UriKind.Relative));
        Assert.Equal(("OK", "application/json"), (response.StatusCode.ToString(), response.Content.Headers.ContentType?.MediaType));
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
