using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.EndToEnd.Tests.Cli;

namespace NewsSearch.EndToEnd.Tests.Suggesting;

/// <summary>What is offered beside a search, over the four sample articles.</summary>
[Collection(SampleIndexUsers.Name)]
public sealed class WaysOutTests(SampleIndex samples)
{
    [Theory]
    [InlineData("zakharva", "zakharova", 1)]
    [InlineData("limousnie", "limousine", 4)]
    [InlineData("\"luxery goods\"", "\"luxury goods\"", 3)]
    [InlineData("Aurus Sneat", "Aurus Senat", 2)]
    [InlineData("cosmo drome", "cosmodrome", 3)]
    public void A_misspelled_search_offers_what_was_meant(string query, string meant, int total)
    {
        var first = samples.Search(query).GetProperty("suggestions")[0];

        Assert.Equal(("spelling", meant, total), (first.GetProperty("kind").GetString(), first.GetProperty("query").GetString(), first.GetProperty("total").GetInt32()));
    }

    [Theory]
    [InlineData("zakharova sedan spaceport quantum")]
    [InlineData("\"goods luxury\"")]
    [InlineData("zakharova \"Aurus Senat\" -peskov")]
    [InlineData("putin", "--outlet", "Nobody's News")]
    [InlineData("zakharva", "--from", "2024-02", "--to", "2024", "--not-person", "Kim Yo Jong", "--outlet", "PatriotWise.com")]
    [InlineData("xyzzy putn", "--match", "any", "--person", "Nobody")]
    public void Every_offer_finds_as_much_as_it_says(params string[] arguments)
    {
        var request = Request(arguments);
        using var archive = ArticleArchive.Open(samples.Index);

        var page = archive.Search(request);

        Assert.Equal(0, page.Total);
        Assert.NotEmpty(page.Suggestions);
        Assert.All(page.Suggestions, offer => Assert.NotEqual(0, offer.Total));
        Assert.All(page.Suggestions, offer => Assert.Equal(offer.Total, archive.Search(offer.Request).Total));
    }

    [Fact]
    public void Words_phrases_and_filters_are_given_up_in_turn()
    {
        Assert.Equal(["any", "words"], Kinds(samples.Search("zakharova", "quantum")));
        Assert.Equal(["unquoted"], Kinds(samples.Search("\"goods luxury\"")));
        Assert.Equal(["filters"], Kinds(samples.Search("putin", "--lang", "xx")));
        var offer = samples.Search("putin", "--lang", "xx", "--person", "Vladimir Putin").GetProperty("suggestions")[0];
        Assert.Equal("""[{"name":"lang","value":"xx"}]""", offer.GetProperty("without").GetRawText());
        Assert.Equal(4, offer.GetProperty("total").GetInt32());
    }

    [Fact]
    public void A_search_with_hits_whose_words_are_well_offers_nothing() => Assert.Empty(Kinds(samples.Search("putin")));

    [Fact]
    public void What_only_cleaning_removed_holds_is_said_and_not_found()
    {
        var page = samples.Search("\"leave a reply\"");

        Assert.Equal(0, page.GetProperty("total").GetInt32());
        Assert.Equal(
            "Found only in what cleaning removed (navigation, comments …) of 1 article.",
            Assert.Single(page.GetProperty("notes").EnumerateArray()).GetProperty("text").GetString());
        Assert.Empty(samples.Search("\"leave a reply\"", "--outlet", "Nobody").GetProperty("notes").EnumerateArray());
    }

    [Fact]
    public void The_command_of_an_offer_is_printed_with_its_filters()
    {
        var output = samples.Run("search", "putin", "--lang", "xx", "--person", "Vladimir Putin", "--from", "2024", "--size", "5", "--facets").Output;

        Assert.Matches("Without the filter lang: xx \\(3\\): newssearch search --index '[^']+' --size '5' --facets --person 'Vladimir Putin' --from '2024' -- 'putin'", output);
    }

    private static IEnumerable<string?> Kinds(JsonElement page) => page.GetProperty("suggestions").EnumerateArray().Select(offer => offer.GetProperty("kind").GetString()).Distinct();

    private static SearchRequest Request(string[] arguments)
    {
        var request = new SearchRequest { Query = arguments[0] };
        for (var i = 1; i < arguments.Length; i += 2)
        {
            var value = arguments[i + 1];
            request = arguments[i] switch
            {
                "--match" => request with { Match = MatchMode.Any },
                "--from" => request with { From = value },
                "--to" => request with { To = value },
                "--not-person" => request.With("person", new FacetChoice([], [value])),
                var facet => request.With(facet[2..], new FacetChoice([value], [])),
            };
        }

        return request;
    }
}
