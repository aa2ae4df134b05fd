using NewsSearch.Archive;
using NewsSearch.Ingest.Boilerplate;

namespace NewsSearch.Ingest.Tests.Boilerplate;

public sealed class RepeatLearnerTests
{
    private const string Notice = "Sign up for our morning letter.";
    private static readonly string[] Things = ["Harbour", "Bridge", "Tunnel", "Market", "Museum", "Orchard", "Quarry", "Lighthouse", "Theatre", "Library", "Railway", "Windmill"];

    [Fact]
    public void What_repeats_in_many_different_articles_of_one_outlet_is_learned()
    {
        var learned = Learn(Reports("The Tide", 12, (number, own) => number < 9 ? $"{own}\n\n{Notice}" : own));

        var rule = Assert.Single(learned);
        Assert.Equal(("The Tide", Notice, 9, "2024-02"), (rule.Outlet, rule.Text, rule.Articles, rule.Since));
        Assert.StartsWith("learned:", rule.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_keeps_its_name_whatever_else_is_in_the_archive_and_however_it_is_written()
    {
        var first = Learn(Reports("The Tide", 12, (_, own) => $"{own}\n\n{Notice}"));
        var second = Learn([.. Reports("THE TIDE", 8, (_, own) => $"SIGN UP for our morning letter!\n\n{own}"), .. Reports("The Ebb", 9, (_, own) => $"{own}\n\n{Notice}")]);

        Assert.Equal("learned:93a0eb3121", Assert.Single(first).Rule);
        Assert.Equal(first[0].Rule, second.Single(rule => rule.Outlet == "THE TIDE").Rule);
        Assert.NotEqual(first[0].Rule, second.Single(rule => rule.Outlet == "The Ebb").Rule);
    }

    [Fact]
    public void Agency_copy_that_many_outlets_print_is_not_learned()
    {
        var copy = "The ministers agreed on Monday to reopen the strait.\n\nShips will pass from March, a spokesman said.";

        Assert.Empty(Learn([.. Things.Select((thing, number) => Report("The " + thing, number, "Strait reopens", copy))]));
    }

    [Fact]
    public void An_article_that_its_outlet_prints_again_and_again_is_not_learned()
    {
        var printed = Enumerable.Range(0, 10).Select(number => Report("The Tide", number, $"{Things[number]} edition: strait reopens",
            $"The ministers agreed to reopen the strait.\n\nShips will pass from March.\n\nUpdate {number} of the day."));

        Assert.Empty(Learn([.. printed, .. Reports("The Tide", 12, (_, own) => own)]));
    }

    [Fact]
    public void One_headline_counts_once_however_often_it_comes()
    {
        var live = Enumerable.Range(0, 10).Select(number => Report("The Tide", number, "The day as it happens", $"{Own("Harbour", number)}\n\n{Notice}"));

        Assert.Empty(Learn([.. live]));
    }

    [Fact]
    public void Background_to_one_affair_is_not_learned()
    {
        const string Background = "The strike began in January, when the drivers turned down an offer of two per cent.";
        var strike = Enumerable.Range(0, 8).Select(number => Report("The Tide", number, $"Strike: {Things[number]} stays shut", $"{Own(Things[number], number)}\n\n{Background}"));

        Assert.Empty(Learn([.. strike, .. Reports("The Tide", 30, (_, own) => own)]));
    }

    [Fact]
    public void What_is_rare_in_its_outlet_is_not_learned() =>
        Assert.Empty(Learn(Reports("The Tide", 100, (number, own) => number % 12 == 0 ? $"{own}\n\nTerms were not disclosed." : own)));

    [Theory]
    [InlineData(8, 0)]
    [InlineData(16, 1)]
    public void A_long_paragraph_must_stand_in_a_third_of_the_articles(int with, int rules)
    {
        var notice = string.Join(' ', Enumerable.Repeat("Sign up for our morning letter.", 6));

        Assert.Equal(rules, Learn(Reports("The Tide", 30, (number, own) => number < with ? $"{own}\n\n{notice}" : own)).Count);
    }

    [Fact]
    public void One_month_is_enough_where_the_rest_of_a_long_run_has_none()
    {
        var old = Enumerable.Range(0, 90).Select(number => Report("The Tide", number, $"{Things[number % 12]} number {number}", Own(Things[number % 12], number), "2019-05-03"));
        var stray = Report("The Tide", 99, "Windmill number 99", $"{Own("Windmill", 99)}\n\n{Notice}", "2019-05-04");

        var rule = Assert.Single(Learn([.. old, stray, .. Reports("The Tide", 10, (_, own) => $"{own}\n\n{Notice}")]));
        Assert.Equal(("2019-05", 11), (rule.Since, rule.Articles));
    }

    [Fact]
    public void Separators_and_articles_of_no_outlet_teach_nothing()
    {
        Assert.Empty(Learn(Reports("The Tide", 12, (_, own) => $"{own}\n\n* * *")));
        Assert.Empty(Learn([.. Reports("x", 12, (_, own) => $"{own}\n\n{Notice}").Select(article => article with { Outlet = null })]));
        Assert.Equal("tide.example", Assert.Single(Learn([.. Reports("x", 12, (_, own) => $"{own}\n\n{Notice}").Select(article => article with { Outlet = null, Host = "tide.example" })])).Outlet);
    }

    [Fact]
    public void What_was_removed_before_is_learned_again_so_that_an_export_can_be_rebuilt()
    {
        var articles = Reports("The Tide", 12, (_, own) => $"{own}\n\n{Notice}");
        var learned = Learn(articles);
        var rules = new LearnedRules(learned, new HashSet<string>());

        var again = Learn([.. articles.Select(rules.Clean)]);

        Assert.Equal(learned, again);
    }

    private static IReadOnlyList<RepeatedPassage> Learn(IReadOnlyList<Article> articles)
    {
        var learner = new RepeatLearner(new RepeatSketch(cellBits: 16));
        foreach (var article in articles) learner.Sketch(RepeatLearner.Keys(article));
        foreach (var article in articles) learner.Look(learner.See(article));
        return learner.Learn();
    }

    private static List<Article> Reports(string outlet, int count, Func<int, string, string> body) =>
        [.. Enumerable.Range(0, count).Select(number => Report(outlet, number, $"{Things[number % 12]} number {number}", body(number, Own(Things[number % 12], number))))];

    private static string Own(string thing, int number) => $"The {thing} of street {number} opened again.\n\nThe mayor of street {number} said that the {thing} cost {number} millions.";

    private static Article Report(string outlet, int number, string title, string body, string date = "2024-02-20") =>
        new() { Id = $"{outlet}-{number}", Outlet = outlet, Title = title, Body = body, Published = PublicationDate.TryParse(date) };
}
