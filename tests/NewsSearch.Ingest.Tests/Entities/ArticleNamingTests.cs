using System.Text;
using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Entities.Naming;
using NewsSearch.Ingest.Entities.Tagging;

namespace NewsSearch.Ingest.Tests.Entities;

public sealed class ArticleNamingTests
{
    /// <summary>Names are marked {p:…}, {o:…}, {l:…}: as tagged, of which kind.</summary>
    [Theory]
    [InlineData("{p:Vladimir Putin} met {p:Kim Jong Un}. {p:Kim Yo Jong}, {p:Kim}’s sister, watched. {p:Kim} left. {p:Putin} too.", "Vladimir Putin:2 Kim Jong Un:3 Kim Yo Jong:1")]
    [InlineData("{p:Kim} was there. {p:Kim Yo Jong} spoke. {p:Kim Jong-un} left, and {p:Kim Jong Un} came back.", "Kim Yo Jong:2 Kim Jong Un:2")]
    [InlineData("{p:VLADIMIR PUTIN} speaks. {p:Vladimir Putin} spoke.", "Vladimir Putin:2")]
    [InlineData("{p:Maria Tallow} and {p:Tom Tallow} came. Mr. {p:Tallow} left.", "Maria Tallow:1 Tom Tallow:2")]
    [InlineData("{p:George W. Bush} spoke. {p:George Bush} and {p:Bush’s} aides left.", "George W. Bush:3")]
    [InlineData("{p:George W. Bush} and {p:George H. Bush} spoke.", "George W. Bush:1 George H. Bush:1")]
    [InlineData("{p:Peskov} spoke. {p:Peskov's} car left.", "(Peskov):2")]
    [InlineData("{p:John Stone} spoke. Mrs. {p:Stone} listened.", "John Stone:1 (Stone):1")]
    [InlineData("{p:Dmitry Peskov} spoke. {l:Peskov} left {l:Moscow}.", "Dmitry Peskov:2 | | Moscow:1")]
    [InlineData("{o:Korean Central News Agency} (KNCA) reported. {o:KNCA} said so, {o:KCNA} too.", "| KCNA:3")]
    [InlineData("{o:Grain Growers Guild} (G.G.G.) met. {o:GGG} paid.", "| Grain Growers Guild:2")]
    [InlineData("{l:U.S.} and {l:US}, {o:America}, the {l:United States}; {l:DPRK}.", "| | United States:4 North Korea:1")]
    [InlineData("{o:The Harbour Company} sank. {o:Harbour Co.} rose. {o:Harbour Company’s} debts.", "| Harbour Company:3")]
    [InlineData("{p:Kremlin} said. The {l:White House} agreed.", "| Kremlin:1 White House:1")]
    [InlineData("{o:Brackwater} won. {l:Brackwater} is wet. {l:Brackwater} again.", "| | Brackwater:3")]
    [InlineData("{p:JFK} spoke. {p:Kennedy} waved.", "John F. Kennedy:2")]
    [InlineData("{p:Rihanna} sang.", "Rihanna:1")]
    [InlineData("Pope {p:Francis} met Prince {p:Harry of Wales}. {p:Francis} left, the pope {p:Francis} said.", "Pope Francis:3 Harry of Wales:1")]
    [InlineData("{o:The New York Times} and {o:Tide Post} wrote. The {o:Times} and the {o:Bank}, {p:D-Calif}, {l:ObamaCare}.", "| The New York Times:2 Tide Post:1")]
    [InlineData("Russian {o:Foreign Ministry} said. The {o:Foreign Ministry} said.", "| Russian Foreign Ministry:1 Foreign Ministry:1")]
    [InlineData("{p:John Stone} spoke. {p:Pres. Stone} left, {p:then-President Stone} too.", "John Stone:3")]
    [InlineData("A team came. {p:Team Stone} met {p:John Stone}.", "John Stone:2")]
    [InlineData("A team came. {p:Team Stone} met {p:John Smith}.", "Team Stone:1 John Smith:1")]
    [InlineData("{p:Major Stone} and {p:John Stone} came.", "Major Stone:1 John Stone:1")]
    [InlineData("{l:...} {o:2024} {p:’s}", "")]
    public void Names_of_one_are_one(string marked, string expected)
    {
        var (text, names) = Read(marked);

        var found = ArticleNaming.Of(text, names);

        Assert.Equal(expected, string.Join(" | ", new[] { found.People, found.Organisations, found.Places }.Select(entities => string.Join(' ', entities.Select(Shown)))).TrimEnd(' ', '|').Replace("  ", " ", StringComparison.Ordinal).TrimStart());
    }

    [Fact]
    public void Ranges_hold_the_name_alone()
    {
        var (text, names) = Read("{o:the Town Council’s} plan, {p:Mira\n Tallow's} idea.");

        var found = ArticleNaming.Of(text, names);

        Assert.Equal("Town Council", text[found.Organisations[0].Mentions[0].Start..found.Organisations[0].Mentions[0].End]);
        Assert.Equal("Mira Tallow", found.People[0].Name);
    }

    [Fact]
    public void Any_names_of_any_text_give_values_that_can_be_shown_in_time_linear_in_them()
    {
        var random = new Random(20261122);
        string[] words = ["Kim", "Jong", "Un", "the", "U.S.", "’s", "'", "–", "A", "(ABC)", "…", "é", "\uD83D\uDE00", "مرحبا", "\n\n", new string('x', 120), "Mr.", "Co."];
        for (var round = 0; round < 300; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(60)).Select(_ => words[random.Next(words.Length)]));
            var names = Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(text.Length + 1)).Select(start => new NameMention(start, Math.Min(text.Length, start + random.Next(40)), (NameKind)random.Next(3))).ToList();

            var found = ArticleNaming.Of(text, names);

            foreach (var entity in found.People.Concat(found.Organisations).Concat(found.Places))
            {
                Assert.InRange(entity.Name.Length, 1, 100);
                Assert.Contains(entity.Name, char.IsLetter);
                Assert.NotEmpty(entity.Mentions);
                Assert.All(entity.Mentions, mention => Assert.True(mention.Start < mention.End && mention.End <= text.Length));
            }
        }
    }

    [Fact]
    public void A_long_list_of_namesakes_takes_no_quadratic_time()
    {
        var text = new StringBuilder();
        var names = new List<NameMention>();
        for (var i = 0; i < 40_000; i++)
        {
            var start = text.Length;
            text.Append(i % 2 == 0 ? $"Given{i} Stone" : "Stone");
            names.Add(new NameMention(start, text.Length, NameKind.Person));
            text.Append(", ");
        }

        Assert.Equal(20_000, ArticleNaming.Of(text.ToString(), names).People.Count);
    }

    [Fact]
    public void A_long_list_of_names_of_two_kinds_takes_no_quadratic_time()
    {
        var text = new StringBuilder();
        var names = new List<NameMention>();
        for (var i = 0; i < 120_000; i++)
        {
            var start = text.Length;
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Place{i % 40_000}");
            names.Add(new NameMention(start, text.Length, i < 80_000 ? NameKind.Place : NameKind.Organisation));
            text.Append(", ");
        }

        var found = ArticleNaming.Of(text.ToString(), names);

        Assert.Empty(found.Organisations);
        Assert.Equal(40_000, found.Places.Count);
        Assert.All(found.Places, place => Assert.Equal(3, place.Mentions.Count));
    }

    private static string Shown(NamedEntity entity) => (entity.IsLone ? $"({entity.Name})" : entity.Name) + ":" + entity.Mentions.Count;

    private static (string Text, List<NameMention> Names) Read(string marked)
    {
        var text = new StringBuilder();
        var names = new List<NameMention>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] != '{')
            {
                text.Append(marked[i]);
                continue;
            }

            var end = marked.IndexOf('}', i);
            names.Add(new NameMention(text.Length, text.Length + end - i - 3, marked[i + 1] switch { 'p' => NameKind.Person, 'o' => NameKind.Organisation, _ => NameKind.Place }));
            text.Append(marked, i + 3, end - i - 3);
            i = end;
        }

        return (text.ToString(), names);
    }
}
