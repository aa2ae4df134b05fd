using System.Text;
using NewsSearch.Archive;
using NewsSearch.Web.Search;

namespace NewsSearch.EndToEnd.Tests.Web;

public sealed class SearchStateTests
{
    private static readonly string[] Odd =
    [
        "", " ", "+", "%", "%20", "&", "=", "#", "?", "\"", "“", "”", "'", "<", ">", "\\", "/", ";", ",", "\n", "\t", "\0", "\u007f",
        "(none)", "-", "é", "車", "🚗", "\u202e", "\u0301", "&amp;", "&q=x", "q=", "a", "Zz", "0",
    ];

    [Fact]
    public void A_state_is_what_its_address_says()
    {
        var random = new Random(20240220);
        for (var i = 0; i < 3000; i++)
        {
            var state = RandomState(random);

            Assert.Equal(state, SearchState.Parse(state.ToUrl()));
            Assert.Equal(state, SearchState.Parse(state.ToUrl("/article/x?id=1")));
            Assert.DoesNotContain(SearchUrl.Parse(state.ToUrl()).Notes, note => !note.Text.StartsWith("The range", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void States_that_differ_have_addresses_that_differ()
    {
        var random = new Random(7);
        for (var i = 0; i < 1000; i++)
        {
            var (one, other) = (RandomState(random), RandomState(random));

            Assert.Equal(one == other, one.ToUrl() == other.ToUrl());
        }
    }

    [Fact]
    public void The_order_in_which_filters_were_chosen_does_not_matter()
    {
        var one = new SearchState().With(new("person", "B")).With(new("outlet", "A", Excluded: true)).With(new("outlet", "Z"));
        var other = new SearchState().With(new("outlet", "Z")).With(new("outlet", "A", Excluded: true)).With(new("person", "B"));

        Assert.Equal(one, other);
        Assert.Equal("/?outlet=Z&-outlet=A&person=B", one.ToUrl());
    }

    [Fact]
    public void Excluding_a_value_takes_its_inclusion_back()
    {
        var state = new SearchState().With(new("outlet", "A")).With(new("outlet", "A", Excluded: true));

        Assert.Equal([new Filter("outlet", "A", Excluded: true)], state.Filters.AsEnumerable());
        Assert.Equal(new SearchState(), state.Without(new("outlet", "A")));
    }

    [Fact]
    public void Every_change_but_the_page_starts_on_page_one()
    {
        var state = SearchState.Parse("/?q=a&outlet=A&from=2024&page=7");

        SearchState[] changed =
        [
            state.With(new("org", "B")), state.Without(new("outlet", "A")), state.WithRange("2023", null), state.WithoutFilters(),
            state.WithQuery("b", MatchMode.Any), state.WithSort(SortOrder.Oldest), state.WithSize(50), state.WithMore("org"),
        ];

        Assert.All(changed, next => Assert.Equal(1, next.Page));
        Assert.Equal(8, state.WithPage(8).Page);
    }

    [Theory]
    [InlineData("/?colour=red&utm_source=x&at=3", "/", 0)]
    [InlineData("/?q=a&page=0", "/?q=a", 1)]
    [InlineData("/?q=a&page=-3", "/?q=a", 1)]
    [InlineData("/?q=a&page=two", "/?q=a", 1)]
    [InlineData("/?q=a&page=99999999999999999999", "/?q=a", 1)]
    [InlineData("/?size=500", "/?size=100", 1)]
    [InlineData("/?size=0", "/?size=1", 1)]
    [InlineData("/?size=20", "/?size=20", 0)]
    [InlineData("/?sort=best", "/", 1)]
    [InlineData("/?match=some", "/", 1)]
    [InlineData("/?match=all", "/", 0)]
    [InlineData("/?from=&to=&outlet=&sort=&page=&size=", "/", 0)]
    [InlineData("/?from=yesterday&to=2024-13", "/", 2)]
    [InlineData("/?from=+2024-02+", "/?from=2024-02", 0)]
    [InlineData("/?from=2024-03&to=2024-02", "/?from=2024-03&to=2024-02", 1)]
    [InlineData("/?from=2024-02-20T10:00", "/", 1)]
    [InlineData("/?more=nothing", "/", 0)]
    [InlineData("/?outlet=A&outlet=A&outlet=B", "/?outlet=A&outlet=B", 0)]
    [InlineData("/?q=one&q=two", "/?q=one", 0)]
    public void Unknown_is_ignored_and_wrong_falls_to_the_default_with_a_note(string url, string read, int notes)
    {
        var (state, found) = SearchUrl.Parse(url);

        Assert.Equal(read, state.ToUrl());
        Assert.Equal(notes, found.Count);
    }

    [Fact]
    public void Overlong_addresses_are_cut_with_a_note()
    {
        var query = new string('a', SearchUrl.MaxQueryLength - 1) + "🚗🚗";
        var filters = string.Concat(Enumerable.Range(0, SearchUrl.MaxFilters + 9).Select(i => $"&outlet=o{i}"));

        var (state, notes) = SearchUrl.Parse($"/?q={query}{filters}&person={new string('p', SearchUrl.MaxValueLength + 1)}");

        Assert.Equal(new string('a', SearchUrl.MaxQueryLength - 1), state.Query);
        Assert.Equal(SearchUrl.MaxFilters, state.Filters.Length);
        Assert.Equal(3, notes.Count);
    }

    private static SearchState RandomState(Random random) => new()
    {
        Query = random.Next(3) == 0 ? "" : Text(random),
        Match = (MatchMode)random.Next(2),
        Filters = [.. Enumerable.Range(0, random.Next(6)).Select(_ =>
            new Filter(FacetNames.All[random.Next(FacetNames.All.Length)], Text(random) + "x", random.Next(3) == 0))],
        From = Day(random),
        To = Day(random),
        Sort = random.Next(2) == 0 ? null : (SortOrder)random.Next(3),
        Page = random.Next(3) == 0 ? random.Next(1, SearchUrl.MaxPage) : 1,
        Size = random.Next(2) == 0 ? SearchState.DefaultSize : random.Next(1, SearchRequest.MaxSize + 1),
        Explain = random.Next(4) == 0,
        Snippet = random.Next(2) == 0 ? SearchRequest.DefaultSnippetLength : random.Next(SearchRequest.MinSnippetLength, SearchRequest.MaxSnippetLength + 1),
        More = random.Next(4) == 0 ? FacetNames.All[random.Next(FacetNames.All.Length)] : null,
    };

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(6); i >= 0; i--) text.Append(Odd[random.Next(Odd.Length)]);
        return text.ToString();
    }

    private static string? Day(Random random) => random.Next(5) switch { 0 => "2024", 1 => "2023-11", 2 => "2022-02-28", _ => null };
}
