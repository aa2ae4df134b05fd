using Microsoft.Playwright;

namespace NewsSearch.EndToEnd.Tests.Web;

public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task A_reader_searches_narrows_and_reads_without_script()
    {
        var page = await browser.Open("/");

        await page.GetByLabel("Search the archive").FillAsync("limousine");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Says(page.GetByRole(AriaRole.Status), "articles");

        await page.Locator("#facet-outlet").GetByText("The Example").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }).ClickAsync();
        await Says(page.Locator(".chips"), "Outlet: The Example");
        var rows = await page.Locator(".hits .from").AllInnerTextsAsync();
        Assert.All(rows, from => Assert.Equal("The Example", from));
        Assert.Equal(
            await page.Locator("#facet-outlet li", new() { HasText = "The Example" }).Locator(".n").TextContentAsync(),
            rows.Count + " articles");

        await page.GetByRole(AriaRole.Link, new() { Name = "Motor works builds its last limousine" }).ClickAsync();
        await Says(page.Locator("h1"), "Motor works builds its last limousine");
        await page.GetByRole(AriaRole.Link, new() { Name = "first hit" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "next hit" }).ClickAsync();
        await Says(page.Locator(".hitbar"), "Hit 2 of 4");
        await Says(page.Locator("mark.now"), "limousine");

        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the results" }).ClickAsync();
        await Says(page.Locator(".chips"), "Outlet: The Example");
    }

    [BrowserFact]
    public async Task A_reader_walks_the_mentions_of_a_name_and_goes_to_its_page_without_script()
    {
        var page = await browser.Open("/article/made-up-07");

        await page.GetByRole(AriaRole.Link, new() { Name = "mention 1 of John Sample" }).ClickAsync();
        await Says(page.Locator(".who:target"), "John Sample");
        await page.Locator(".text").GetByRole(AriaRole.Link, new() { Name = "mention 2 of John Sample" }).ClickAsync();
        await Says(page.Locator(".who:target"), "Mr Sample");
        Assert.EndsWith("#n1-2", page.Url, StringComparison.Ordinal);

        await page.Locator(".names").GetByRole(AriaRole.Link, new() { Name = "John Sample", Exact = true }).ClickAsync();
        await Says(page.Locator("h1"), "John Sample");
        await Says(page.Locator(".said q"), "We built limousines for ninety years");
        await page.Locator("summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "November 2023", Exact = true }).ClickAsync();
        await Says(page.Locator(".chips"), "Person: John Sample");
    }

    [BrowserFact]
    public async Task A_reader_finds_a_name_among_all_of_a_search_and_narrows_to_it_without_script()
    {
        var page = await browser.Open("/facet/place?outlet=The+Example");
        var all = await page.Locator(".values .tally li").CountAsync();

        await page.GetByLabel("Find among these").FillAsync("sam");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await Says(page.Locator(".values .tally"), "Sampletown");
        Assert.Equal(1, await page.Locator(".values .tally li").CountAsync());
        Assert.True(all > 1);

        await page.GetByRole(AriaRole.Link, new() { Name = "with Sampletown" }).ClickAsync();
        await Says(page.Locator(".chips"), "Place: Sampletown");
        await Says(page.Locator(".chips"), "Outlet: The Example");
    }

    [BrowserFact]
    public async Task Everything_can_be_done_with_the_keyboard()
    {
        var page = await browser.Open("/?q=limousine");

        await page.Keyboard.PressAsync("Tab");
        await Says(page.Locator(":focus"), "Skip to results");
        await TabTo(page, "#q");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" museum");
        await page.Keyboard.PressAsync("Enter");
        await Says(page.Locator("h1"), "limousine museum");

        await TabTo(page, "#facet-outlet input >> nth=0");
        await page.Keyboard.PressAsync("Space");
        await TabTo(page, ".apply button");
        await page.Keyboard.PressAsync("Enter");
        await Says(page.Locator(".chips"), "Outlet:");

        await TabTo(page, ".hits h3 a >> nth=0");
        await page.Locator(":focus").PressAsync("Enter");
        await page.WaitForURLAsync("**/article/**");
        await TabTo(page, ".hitbar a[rel=next]");
        await page.Keyboard.PressAsync("Enter");
        await Says(page.Locator(".hitbar"), "Hit 1 of");
    }

    [BrowserFact]
    public async Task On_a_phone_the_filters_open_and_close_without_script()
    {
        var page = await browser.Open("/?q=limousine", width: 360, height: 740);
        var filters = page.Locator("#filters");
        Assert.False(await filters.IsVisibleAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "Filter", Exact = true }).ClickAsync();
        await filters.WaitForAsync(new() { State = WaitForSelectorState.Visible });

        await page.GoBackAsync();
        await filters.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        await page.GotoAsync("/?q=limousine&more=person#facet-person");
        await filters.WaitForAsync(new() { State = WaitForSelectorState.Visible });
    }

    [BrowserFact]
    public async Task No_page_scrolls_sideways()
    {
        foreach (var width in new[] { 320, 360, 768, 1440 })
        {
            var page = await browser.Open("/", width, script: true);
            foreach (var url in AccessibilityTests.Pages)
            {
                await page.GotoAsync(url);

                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{url} at {width} px");
            }
        }
    }

    [BrowserFact]
    public async Task A_search_stays_under_fifty_kilobytes_and_asks_for_nothing_foreign()
    {
        var page = await browser.Open("/help", script: true);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GotoAsync("/?q=limousine");

        Assert.All(asked, url => Assert.StartsWith(browser.Site.Address.ToString(), url, StringComparison.Ordinal));
        var bytes = await page.EvaluateAsync<int>("performance.getEntriesByType('navigation')[0].encodedBodySize");
        Assert.InRange(bytes, 1, 50_000);
    }

    private static Task Says(ILocator locator, string text) => Assertions.Expect(locator).ToContainTextAsync(text);

    private static async Task TabTo(IPage page, string selector)
    {
        await page.WaitForLoadStateAsync(LoadState.Load); // Chromium drops keys that come earlier
        var wanted = page.Locator(selector);
        for (var i = 0; i < 200; i++)
        {
            if (await wanted.And(page.Locator(":focus")).CountAsync() > 0) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail(selector + " cannot be reached with Tab.");
    }
}
