using NewsSearch.Archive;
using NewsSearch.Archive.Formats;

namespace NewsSearch.EndToEnd.Tests.Formats;

public sealed class CitedNameTests
{
    [Theory]
    [InlineData("Jane Example", "Example", "Jane")]
    [InlineData("J. R. Example", "Example", "J. R.")]
    [InlineData("Jane R. Example", "Example", "Jane R.")]
    [InlineData("Example, Jane", "Example", "Jane")]
    [InlineData("Anne-Marie O’Example", "O’Example", "Anne-Marie")]
    [InlineData("Jürgen Müller", "Müller", "Jürgen")]
    public void A_name_that_can_only_be_read_in_one_way_is_split(string name, string family, string given) =>
        Assert.Equal(new CitedName(name, family, given), Of(name));

    [Theory]
    [InlineData("Kim Jong Un")]
    [InlineData("Ludwig van Example")]
    [InlineData("Madonna")]
    [InlineData("JANE EXAMPLE")]
    [InlineData("jane example")]
    [InlineData("홍 길동")]
    [InlineData("Иван Пример")]
    [InlineData("Reuters Staff")]
    [InlineData("Our Correspondent")]
    [InlineData("Associated Press")]
    [InlineData("Example Wire")]
    [InlineData("John Sample, Jr.")]
    [InlineData("Jane Example, The Sample")]
    [InlineData("AFP, Paris")]
    [InlineData(",")]
    [InlineData("A")]
    [InlineData("Jane  4")]
    public void Every_other_name_is_left_whole(string name) => Assert.Equal(new CitedName(name, null, null), Of(name));

    [Theory]
    [InlineData("hu")]
    [InlineData("zh-Hant")]
    [InlineData("KO")]
    public void In_a_language_that_puts_the_family_first_no_name_is_turned(string language) =>
        Assert.Null(CitedName.Of("Nagy Anna", FormatArticles.Plain with { Language = language }).Family);

    [Fact]
    public void The_outlet_and_the_agencies_are_no_people()
    {
        var article = FormatArticles.Plain with { Outlet = "Northshire Gazettino", Agencies = ["Sample Wirenews"], Organisations = [new NamedEntity("Port Example", [])] };

        Assert.Null(CitedName.Of("Northshire Gazettino", article).Family);
        Assert.Null(CitedName.Of("Sample Wirenews", article).Family);
        Assert.Null(CitedName.Of("Port Example", article).Family);
    }

    private static CitedName Of(string name) => CitedName.Of(name, FormatArticles.Plain with { Agencies = ["Example Wire"] });
}
