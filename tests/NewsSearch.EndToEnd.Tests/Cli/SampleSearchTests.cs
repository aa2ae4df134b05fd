using System.Text.Json;

namespace NewsSearch.EndToEnd.Tests.Cli;

/// <summary>What must come out for the four sample articles.</summary>
[Collection(SampleIndexUsers.Name)]
public sealed class SampleSearchTests(SampleIndex samples)
{
    [Theory]
    [InlineData("\"Aurus Senat\"", "000 001")]
    [InlineData("\"luxury goods\"", "000 001 002")]
    [InlineData("“luxury goods”", "000 001 002")]
    [InlineData("\"special personal relations\"", "002")]
    [InlineData("said:\"our close neighbor\"", "000 002")]
    [InlineData("limousines", "000 001 002 003")]
    [InlineData("\"limousines\"", "002 003")]
    [InlineData("\"Vostochny Cosmodrome\"", "001 002 003")]
    [InlineData("\"leave a reply\"", "")]
    [InlineData("putin -zakharova", "000 001 003")]
    [InlineData("-zakharova", "000 001 003")]
    [InlineData("", "000 001 002 003")]
    public void A_search_finds_what_it_must(string query, string numbers) => Assert.Equal(numbers, samples.Numbers(samples.Search(query)));

    [Fact]
    public void Words_in_several_arguments_are_one_query() => Assert.Equal("putin -zakharova", samples.Search("putin", "-zakharova").GetProperty("query").GetString());

    [Fact]
    public void After_two_hyphens_everything_is_query() => Assert.Equal("-zakharova --json", samples.Search("--", "-zakharova", "--json").GetProperty("query").GetString());

    [Fact]
    public void A_query_may_begin_with_an_at_sign() => Assert.Equal("@friendofrussia", samples.Search("@friendofrussia").GetProperty("query").GetString());

    [Fact]
    public void A_hostile_query_is_answered_with_a_note()
    {
        string[] queries = [string.Join(' ', Enumerable.Repeat("putin", 1_700)), new string('(', 500) + "putin" + new string(')', 500)];

        Assert.All(queries, query => Assert.NotEmpty(samples.Search(query).GetProperty("notes").EnumerateArray()));
    }

    [Theory]
    [InlineData("\"Aurus Senat\"")]
    [InlineData("\"luxury goods\"")]
    [InlineData("\"Vostochny Cosmodrome\"")]
    public void Every_snippet_of_a_phrase_marks_it_as_one(string phrase)
    {
        var marked = $"<mark>{phrase.Trim('"')}</mark>";

        var snippets = samples.Search(phrase).GetProperty("hits").EnumerateArray().SelectMany(hit => hit.GetProperty("snippets").EnumerateArray()).Select(snippet => snippet.GetString()!).ToList();

        Assert.NotEmpty(snippets);
        Assert.All(snippets, snippet => Assert.Contains(marked, snippet, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("000 001", "--person", "Kim Yo Jong")]
    [InlineData("000 001 002 003", "--person", "Vladimir Putin")]
    [InlineData("000 001 002 003", "--person", "Kim Jong Un")]
    [InlineData("000 001 002 003", "--person", "Dmitry Peskov")]
    [InlineData("002", "--person", "Maria Zakharova")]
    [InlineData("002 003", "--not-person", "Kim Yo Jong")]
    [InlineData("001", "--outlet", "PatriotWise.com")]
    [InlineData("000 002 003", "--not-outlet", "PatriotWise.com")]
    [InlineData("000 002 003", "--outlet", "(none)")]
    [InlineData("000 001 002 003", "--outlet", "(none)", "--outlet", "PatriotWise.com")]
    [InlineData("000 001", "--agency", "AP")]
    [InlineData("000 002", "--date", "2024-02")]
    [InlineData("003", "--date", "(none)")]
    [InlineData("000 002", "--from", "2024-02-20", "--to", "2024-02-20")]
    [InlineData("000 001 002", "--from", "2024", "--to", "2024")]
    [InlineData("001", "\"luxury goods\"", "--outlet", "PatriotWise.com")]
    [InlineData("000 001 002 003", "zakharova", "spaceport", "sedan", "cosmodrome", "--match", "any")]
    public void A_filter_keeps_what_it_must(string numbers, params string[] arguments) => Assert.Equal(numbers, samples.Numbers(samples.Search(arguments)));

    [Fact]
    public void Json_holds_every_field_of_the_contract()
    {
        var page = samples.Search("\"Aurus Senat\"");

        Assert.Equal(
            ["query", "interpretedAs", "match", "total", "tookMs", "page", "size", "hits", "facets", "suggestions", "notes"],
            page.EnumerateObject().Select(field => field.Name));
        Assert.Contains("(none)", page.GetProperty("facets").GetProperty("outlet").EnumerateArray().Select(value => value.GetProperty("value").GetString()));
    }

    [Fact]
    public void Metadata_of_the_samples_is_right()
    {
        Assert.Equal("2024-02-20", Article("000").GetProperty("published").GetString());
        Assert.Equal("2024-02-20", Article("002").GetProperty("published").GetString());
        Assert.Equal("2024", Article("001").GetProperty("published").GetString());
        Assert.Equal("PatriotWise.com", Article("001").GetProperty("outlet").GetString());
        Assert.Equal("Vladimir Putin Gifts Luxury Car to Kim Jong Un as a Sign of Their Special Friendship", Article("001").GetProperty("title").GetString());
        Assert.Equal("Putin gifts Kim Jong Un luxury Russian Limousine, strengthening diplomatic ties", Article("003").GetProperty("title").GetString());
        Assert.False(Article("003").TryGetProperty("published", out _) || Article("003").TryGetProperty("outlet", out _));
        Assert.DoesNotContain("2024-02-20", Article("000").GetProperty("body").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_about_the_neighbor_is_said_by_Peskov()
    {
        foreach (var article in new[] { Article("000"), Article("002") })
        {
            var body = article.GetProperty("body").GetString()!;
            var quote = article.GetProperty("quotes").EnumerateArray().Single(quote => quote.GetProperty("text").GetString()!.Contains("our close neighbor", StringComparison.Ordinal));

            Assert.Equal(("Dmitry Peskov", "direct", "same paragraph"), (quote.GetProperty("speaker").GetString(), quote.GetProperty("kind").GetString(), quote.GetProperty("rule").GetString()));
            Assert.Equal(quote.GetProperty("text").GetString(), body[quote.GetProperty("start").GetInt32()..quote.GetProperty("end").GetInt32()]);
        }
        Assert.Contains("[quotation, direct, by Maria Zakharova; rule: verb behind it]", samples.Run("show", samples.IdOf("002"), "--explain").Output, StringComparison.Ordinal);
    }

    private JsonElement Article(string number) => JsonDocument.Parse(samples.Run("show", "--json", samples.IdOf(number)).Output).RootElement;
}
