namespace NewsSearch.Ingest.Tests.Pages.Facts;

public sealed class PageTitleTests
{
    private const string Site = "<meta property='og:site_name' content='The Harbour Post'>";
    private const string Og = "<meta property='og:title' content='Bridge to close for a year'>";

    [Theory]
    [InlineData("Bridge to close for a year | The Harbour Post")]
    [InlineData("The Harbour Post: Bridge to close for a year")]
    [InlineData("Bridge to close for a year - World news | The Harbour Post")]
    [InlineData("Bridge to close for a year :: The Harbour Post")]
    [InlineData("Bridge to close for a year » Harbour Post")]
    [InlineData("Bridge to close for a year - harbourpost.example")]
    [InlineData("20.02.2024 - Bridge to close for a year")]
    [InlineData("  Bridge to &amp;#99;lose\n for a <b>year</b> ")]
    public void The_names_of_site_and_section_are_cut_from_the_title(string title) =>
        Assert.Equal(("Bridge to close for a year", "title"), Titled(Site + $"<title>{title}</title>", "", "https://harbourpost.example/bridge"));

    [Theory]
    [InlineData("<title>Bridge to close for a year – Harbour Post</title>", "Bridge to close for a year")]
    [InlineData("<title>Bridge to close for a year: Harbour shocked</title>", "Bridge to close for a year: Harbour shocked")]
    [InlineData("<title>Bridge to close – for a year</title>", "Bridge to close – for a year")]
    [InlineData("<meta property='og:title' content='Bridge to close for a year – Mayor Lind'>", "Bridge to close for a year – Mayor Lind")]
    public void Where_no_name_is_known_a_short_end_of_the_pages_own_title_is_one(string head, string title) =>
        Assert.Equal(title, Titled(head, "").Title);

    [Theory]
    [InlineData("<h1>Bridge to Close for a Year</h1>", "Bridge to Close for a Year", "h1 and og:title")]
    [InlineData("<h2>Bridge to Close for a Year</h2>", "Bridge to Close for a Year", "h2 and og:title")]
    [InlineData("<h1>The Harbour Post</h1><h2>Bridge to Close for a Year</h2>", "Bridge to Close for a Year", "h2 and og:title")]
    [InlineData("<nav><h1>Bridge to Close for a Year</h1></nav>", "Bridge to Close for a Year", "h1 and og:title")]
    [InlineData("<h1><span class='kicker'>Harbour</span>Bridge to Close for a Year</h1>", "Bridge to Close for a Year", "h1 and og:title")]
    [InlineData("<h1>Harbour Bridge to Close for a Year</h1>", "Bridge to Close for a Year", "end of h1, og:title")]
    [InlineData("<h1>Bridge to close for a year, mayor says</h1>", "Bridge to close for a year, mayor says", "h1, in og:title")]
    [InlineData("<h1>For a whole year the bridge will close</h1>", "For a whole year the bridge will close", "h1, like og:title")]
    [InlineData("<h1>The bridge</h1>", "Bridge to close for a year", "og:title")]
    [InlineData("<h1>Welcome to all of you</h1>", "Bridge to close for a year", "og:title")]
    [InlineData("<h1 class='site-title'>We close the year</h1>", "Bridge to close for a year", "og:title")]
    [InlineData("", "Bridge to close for a year", "og:title")]
    public void A_heading_that_the_page_states_goes_first_as_it_is_written(string above, string title, string rule) =>
        Assert.Equal((title, rule), Titled(Site + Og, above));

    [Fact]
    public void A_heading_behind_the_article_is_no_headline_unless_it_is_stated()
    {
        Assert.Equal("Bridge to close for a year", MadeArticle.Of(Og, "", null, "</div><h1>Bridge works of last year</h1>").Title);
        Assert.Equal("Bridge to Close for a Year", MadeArticle.Of(Og, "", null, "</div><h1>Bridge to Close for a Year</h1>").Title);
    }

    [Fact]
    public void A_heading_of_the_first_rank_goes_before_one_that_is_stated_first() =>
        Assert.Equal("Harbour Bridge Shuts", Titled(Og + "<meta name='twitter:title' content='Harbour bridge shuts'>", "<h1>Harbour Bridge Shuts</h1><h2>Bridge to close for a year</h2>").Title);

    [Theory]
    [InlineData("<h2>Bridge to Close for a Year</h2>", "Bridge to Close for a Year")]
    [InlineData("<div itemprop='headline'><span class='highline'>Harbour</span> Bridge shuts for a whole year</div>", "Bridge shuts for a whole year")]
    [InlineData("<h2>Works at the harbour</h2>", "Harbour bridge shuts")]
    public void A_heading_on_the_way_through_the_site_gives_way_to_one_at_the_article(string above, string title) =>
        Assert.Equal(title, Titled(Og + "<title>Harbour bridge shuts</title>", "<ol class='breadcrumb'><li><h1>Harbour bridge shuts</h1></li></ol>" + above).Title);

    [Fact]
    public void Of_headings_that_say_the_same_the_one_with_the_signs_that_are_stated_is_taken() =>
        Assert.Equal("Harbour: Bridge closes", Titled("<meta property='og:title' content='Harbour: Bridge closes'>", "<nav><h1>Harbour: Bridge closes</h1></nav><h2><span>Harbour</span> Bridge closes</h2>").Title);

    [Theory]
    [InlineData("Welcome to all of you", "Welcome to all of you")]
    [InlineData("Welcome to you", "Bridge to close for a year")]
    public void The_articles_only_heading_of_the_first_rank_is_its_headline_if_it_is_more_than_a_label(string heading, string title) =>
        Assert.Equal(title, MadeArticle.Of(Og, $"<article><h1>{heading}</h1>", null, "</div></article>").Title);

    [Fact]
    public void A_heading_that_leads_home_names_the_site()
    {
        const string Home = "<h1><a href='https://harbour-notes.example'>Notes – from the quay</a></h1>";

        Assert.Equal("Bridge to close", Titled("<title>Notes – from the quay</title>", Home + "<h2>Bridge to close</h2>").Title);
        Assert.Equal("Notes – from the quay", MadeArticle.Of("", Home).Outlet);
    }

    [Fact]
    public void A_title_that_names_the_way_through_the_site_is_no_headline() =>
        Assert.Equal(("Bridge to close", "h2"), Titled("<title>Harbour - News - Harbour | The Post</title>", "<h2>Find a ship</h2><h2>Bridge to close</h2>"));

    [Fact]
    public void A_title_that_is_hardly_more_than_the_sites_name_goes_before_a_heading_of_lower_rank() =>
        Assert.Equal("Harbour Post in April", Titled(Site + "<title>Harbour Post in April</title>", "<h3>Related</h3>").Title);

    [Theory]
    [InlineData("Bridge to close for…")]
    [InlineData("Bridge to close for ...")]
    public void A_title_that_was_cut_short_gives_way_to_the_whole(string cut) =>
        Assert.Equal(("Bridge to close for a year", "twitter:title"), Titled($"<meta property='og:title' content='{cut}'><meta name='twitter:title' content='Bridge to close for a year'>", ""));

    [Fact]
    public void What_only_names_the_site_is_no_title() =>
        Assert.Equal(("Bridge to close", "h3"), Titled(Site + "<title>The Harbour Post</title><meta property='og:title' content='Harbour Post'>", "<h3>Bridge to close</h3>"));

    [Fact]
    public void A_page_that_has_nothing_but_the_name_of_its_site_keeps_it() =>
        Assert.Equal(("The Harbour Post", "title"), Titled(Site + "<title>The Harbour Post</title>", ""));

    [Fact]
    public void A_heading_with_a_kicker_is_not_repeated_in_the_text() =>
        Assert.StartsWith(SamplePage.First, MadeArticle.Of(Og, "<article><h1>Harbour Bridge to close for a year</h1>", null, "</div></article>").Body, StringComparison.Ordinal);

    private static (string? Title, string? Rule) Titled(string head, string above, string? url = null) =>
        MadeArticle.Of(head, above, url) is var article ? (article.Title, article.TitleFrom) : default;
}
