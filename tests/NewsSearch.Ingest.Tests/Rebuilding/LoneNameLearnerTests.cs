using NewsSearch.Archive;
using NewsSearch.Ingest.Rebuilding;

namespace NewsSearch.Ingest.Tests.Rebuilding;

public sealed class LoneNameLearnerTests
{
    [Fact]
    public void A_surname_is_that_of_the_full_name_which_other_articles_of_the_same_days_use()
    {
        Article[] articles =
        [
            Of("2024-02-20", "Dmitry Peskov"), Of("2024-02-21", "Dmitry Peskov"), Of("2024-02-22", "Dmitry Peskov"),
            Of("2024-02-21", "(Peskov)"), Of("2024-06-01", "(Peskov)"), Of("2024", "(Peskov)"),
        ];

        Assert.Equal("Dmitry Peskov|(Peskov)|(Peskov)", Settled(articles));
    }

    [Theory]
    [InlineData("Tom Stone|Tom Stone|(Stone)", "(Stone)")] // too few
    [InlineData("Tom Stone|Tom Stone|Tom Stone|Ann Stone|(Stone)", "(Stone)")] // three of four are too small a share
    [InlineData("Tom Stone|Tom Stone|Tom Stone|Tom Stone|Ann Stone|(Stone)", "Tom Stone")]
    [InlineData("Tom Stone|Tom Stone|Tom R. Stone|Tom Stone|(Stone)", "Tom Stone")] // one name with a middle initial and without
    [InlineData("Kim Jong Un|Kim Jong Un|Kim Jong Un|(Kim)", "Kim Jong Un")]
    [InlineData("Ann Stone|Ann Stone|Ann Stone|Tom Stone,(Stone)", "Tom Stone,(Stone)")] // the text itself says that it is another
    [InlineData("Tom Stone,Ann Stone|Tom Stone,Bob Stone|Tom Stone|(Stone)", "Tom Stone")] // all articles with a Stone name him
    [InlineData("(Zadie)|(Zadie)|(Zadie)", "(Zadie)|(Zadie)|(Zadie)")]
    public void It_is_joined_only_where_that_is_sure(string people, string settled) =>
        Assert.Equal(settled, Settled([.. people.Split('|').Select(names => Of("2024-02-20", names.Split(',')))]));

    [Fact]
    public void Added_articles_are_judged_by_the_last_days_of_the_rebuild()
    {
        var learned = Learn([Of("2024-02-18", "Dmitry Peskov"), Of("2024-02-20", "Dmitry Peskov"), Of("2024-02-20", "Dmitry Peskov"), Of("2023-02-20", "(Peskov)")]).ForAdded;
        var rules = NewsSearch.Ingest.Entities.Naming.LoneNameRules.Of(learned);

        Assert.Equal("Dmitry Peskov", Shown(rules.Settle(Of("2024-02-25", "(Peskov)"))));
        Assert.Equal("(Peskov)", Shown(rules.Settle(Of("2024-05-25", "(Peskov)"))));
    }

    [Fact]
    public void The_answer_is_that_of_a_plain_count()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 200; round++)
        {
            var articles = Enumerable.Range(0, random.Next(40)).Select(_ => Of(
                new DateOnly(2024, 2, 1).AddDays(random.Next(20)).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                random.Next(3) == 0 ? "(Stone)" : $"{(char)('A' + (random.Next(4) / 3 * random.Next(3)))}da Stone")).ToArray();
            var rules = Learn(articles).Rules;

            foreach (var article in articles.Where(article => article.People[0].IsLone))
            {
                var span = article.Published!.FirstDay.DayNumber / 3;
                var near = articles.Where(other => !other.People[0].IsLone && Math.Abs((other.Published!.FirstDay.DayNumber / 3) - span) <= 1).CountBy(other => other.People[0].Name).OrderByDescending(name => name.Value).ToList();
                var isSure = near.Count > 0 && near[0].Value >= 3 && near[0].Value >= 0.8 * near.Sum(name => name.Value);
                Assert.Equal(isSure ? near[0].Key : "(Stone)", Shown(rules.Settle(article)));
            }
        }
    }

    private static (NewsSearch.Ingest.Entities.Naming.LoneNameRules Rules, NewsSearch.Archive.Names.LoneNames ForAdded) Learn(IReadOnlyList<Article> articles)
    {
        var (learner, forms) = (new LoneNameLearner(), new NameForms());
        foreach (var article in articles) learner.See(article);
        foreach (var article in articles)
        {
            forms.Count(article);
            learner.Count(article);
        }

        return learner.Learn(key => forms.Shown("person", key));
    }

    /// <summary>What becomes of the articles with lone surnames.</summary>
    private static string Settled(IReadOnlyList<Article> articles)
    {
        var rules = Learn(articles).Rules;
        return string.Join('|', articles.Where(article => article.People.Any(person => person.IsLone)).Select(article => Shown(rules.Settle(article))));
    }

    private static string Shown(Article article) => string.Join(',', article.People.Select(person => person.IsLone ? $"({person.Name})" : person.Name));

    private static Article Of(string date, params string[] people) => new()
    {
        Id = "x",
        Published = PublicationDate.TryParse(date),
        People = [.. people.Select(name => new NamedEntity(name.Trim('(', ')'), []) { IsLone = name[0] == '(' })],
    };
}
