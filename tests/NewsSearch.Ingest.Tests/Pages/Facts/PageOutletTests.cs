namespace NewsSearch.Ingest.Tests.Pages.Facts;

public sealed class PageOutletTests
{
    private const string Url = "https://harbourpost.example/bridge";

    [Theory]
    [InlineData("<meta property='og:site_name' content='The Harbour Post'>", "The Harbour Post", "og:site_name")]
    [InlineData("<meta property='og:site_name' content='The Harbour Post - all the news of the harbour'>", "The Harbour Post", "og:site_name")]
    [InlineData("<meta property='og:site_name' content='All the news of the harbour | Harbour Post'>", "Harbour Post", "og:site_name")]
    [InlineData("<meta name='application-name' content='Harbour Post'>", "Harbour Post", "meta")]
    [InlineData("<meta name='application-name' content='Bridge to close'><title>Bridge to close</title>", "harbourpost.example", "host")]
    [InlineData("<meta property='og:site_name' content='{$site.name}'>", "harbourpost.example", "host")]
    [InlineData("<title>Bridge to close | Harbour Post online</title>", "Harbour Post", "host, written out")]
    [InlineData("<meta name='copyright' content='© 2024 Harbour Post'>", "Harbour Post", "host, written out")]
    [InlineData("<meta name='publisher' content='Anna Lind'>", "Anna Lind", "meta")]
    [InlineData("", "harbourpost.example", "host")]
    public void The_outlet_is_what_the_page_says_it_is(string head, string outlet, string rule) =>
        Assert.Equal((outlet, rule), Published(head, "", Url));

    [Theory]
    [InlineData("Medium", "Harbour Notes", "Harbour Notes")]
    [InlineData("harbourpost.example", "The Harbour Post", "The Harbour Post")]
    [InlineData("Harbour Post", "Harbour Post Ltd", "Harbour Post")]
    [InlineData("Harbour Post", "The Harbour Post", "The Harbour Post")]
    [InlineData("Harbour Post", "Lind Media", "Harbour Post")]
    [InlineData("The Daily News of Here", "Reuters", "Reuters")]
    public void Of_site_and_publisher_the_better_name_is_taken(string site, string publisher, string outlet) =>
        Assert.Equal(outlet, Published($$"""<meta property="og:site_name" content="{{site}}"><script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"{{publisher}}"} }</script>""", "", Url).Outlet);

    [Theory]
    [InlineData("<title>Bridge to close | City | Port Daily</title>", "Port Daily")]
    [InlineData("<title>Bridge to close - 20 February</title>", "harbourpost.example")]
    [InlineData("<title>Bridge to close - Opinion</title>", "harbourpost.example")]
    [InlineData("<title>Close the bridge - Port Daily</title>", "harbourpost.example")]
    public void What_the_title_has_behind_the_headline_is_a_name(string head, string outlet) =>
        Assert.Equal(outlet, Published(head, "<h1>Bridge to close</h1>", Url).Outlet);

    [Fact]
    public void A_part_of_the_host_nearer_to_its_end_goes_first() =>
        Assert.Equal("Harbour Post", Published("<title>Opinions - Harbour Post</title>", "", "https://opinions.harbourpost.example/").Outlet);

    [Fact]
    public void Data_is_read_through_the_wrapping_of_old_pages() =>
        Assert.Equal("jsonld publisher", Published("""<script type="application/ld+json">//<![CDATA[ [{"@type":"NewsArticle","publisher":{"name":"Port Daily"}}] //]]></script>""", "", Url).Rule);

    private static (string? Outlet, string? Rule) Published(string head, string above, string url) =>
        MadeArticle.Of(head, above, url) is var article ? (article.Outlet, article.OutletFrom) : default;
}
