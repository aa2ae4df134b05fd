using System.Text;
using System.Text.Json;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Tests.Archive;

public sealed class SearchPageJsonTests
{
    [Fact]
    public void A_page_is_the_document_of_the_contract()
    {
        var page = new SearchPage
        {
            Query = "aurus",
            InterpretedAs = "aurus in any inflection",
            Match = MatchMode.Any,
            Total = 2,
            TookMs = 1.23456,
            Page = 1,
            Size = 10,
            Hits =
            [
                new Hit
                {
                    Id = "a", Title = "A & B", TitleMarked = "A &amp; B", Outlet = "The Example", Published = PublicationDate.TryParse("2024-02"),
                    Url = "https://example.org/a", Score = 1.5, Snippets = ["… <mark>Aurus</mark> …"],
                },
                new Hit { Id = "b", Title = "B", TitleMarked = "B", Score = double.NaN },
            ],
            Facets = new Dictionary<string, IReadOnlyList<FacetValue>> { ["outlet"] = [new FacetValue("(none)", 1, true, false)] },
            Suggestions = [new Suggestion(SuggestionKind.FewerFilters, "without the filter lang: fr", new SearchRequest { Query = "aurus" }, 3) { Without = [new LeftOut("-lang", "fr")] }],
            Notes = [new Note("a quote is not closed", 0, 5)],
        };

        Assert.Equal(
            """
            {"query":"aurus","interpretedAs":"aurus in any inflection","match":"any","total":2,"tookMs":1.235,"page":1,"size":10,"hits":[
            {"id":"a","title":"A & B","titleMarked":"A &amp; B","outlet":"The Example","published":"2024-02","url":"https://example.org/a","score":1.5,"snippets":["… <mark>Aurus</mark> …"]},
            {"id":"b","title":"B","titleMarked":"B","outlet":null,"published":null,"url":null,"score":0,"snippets":[]}],
            "facets":{"outlet":[{"value":"(none)","count":1,"selected":true,"excluded":false}]},
            "suggestions":[{"kind":"filters","text":"without the filter lang: fr","query":"aurus","match":"all","without":[{"name":"-lang","value":"fr"}],"total":3}],"notes":[{"text":"a quote is not closed","start":0,"end":5}]}
            """.ReplaceLineEndings(""),
            Json(page));
    }

    private static string Json(SearchPage page)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, ArticleJson.WriterOptions)) SearchPageJson.Write(page, json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
