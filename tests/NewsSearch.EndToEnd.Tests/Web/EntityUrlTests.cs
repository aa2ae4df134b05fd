using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NewsSearch.Web.Names;

namespace NewsSearch.EndToEnd.Tests.Web;

public sealed class EntityUrlTests
{
    public static TheoryData<string> Names => new()
    {
        "Kim Jong Un", "a/b", "/", "//host", "a/../b", "../x", "./", "a%2Fb", "%2F", "%", "%zz", "%2e%2e", "a\\b", "<script>alert(1)</script>", "\"'&;", "?q=1#x", "a+b", "a\r\nX: 1", "\u001b", "שלום", "\u202Ex", "😀",
        new string('x', 100), new string('漢', 100),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_comes_back_from_its_address_and_can_be_nothing_else_there(string name)
    {
        var url = EntityUrl.For("person", name);

        Assert.Matches("^/entity/person/[A-Za-z0-9._~%-]+$", url);
        Assert.Equal(name, NameOf(url));
        Assert.Equal(name, NameOf(url + "?x=/entity/person/y"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\0b")]
    public void A_name_that_cannot_stand_in_a_path_has_a_search(string name) => Assert.StartsWith("/?", EntityUrl.For("person", name), StringComparison.Ordinal);

    [Theory]
    [InlineData("/entity/org/x", "")]
    [InlineData("/entity/%70erson/x", "")]
    [InlineData("/entity/person/", "")]
    [InlineData("/entity/person/%E0%A4%A", "%E0%A4%A")]
    public void An_address_of_another_form_is_no_mishap(string target, string name) => Assert.Equal(name, NameOf(target));

    private static string NameOf(string target)
    {
        var context = new DefaultHttpContext();
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        return EntityUrl.NameOf(context.Request, "person");
    }
}
