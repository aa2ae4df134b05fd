using Microsoft.Playwright;

namespace NewsSearch.EndToEnd.Tests.Web.Scripts;

/// <summary>What scripts add to pages that need none.</summary>
public sealed class ScriptTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task Suggestions_are_chosen_with_the_keyboard()
    {
        var page = await browser.Open("/", script: true);
        var box = page.Locator("#q");

        await box.PressSequentiallyAsync("sampleto");
        await page.Locator("#suggestions [role=option]").First.WaitForAsync();
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        var options = await page.Locator("#suggestions [role=option]").AllInnerTextsAsync();
        var place = options.ToList().FindIndex(option => option.StartsWith("Sampletown", StringComparison.Ordinal) && option.Contains("Place", StringComparison.Ordinal));
        Assert.True(place >= 0, string.Join(" | ", options));

        for (var i = 0; i <= place; i++) await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-activedescendant", $"suggestion-{place}");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".chips")).ToContainTextAsync("Place: Sampletown");
    }

    [BrowserFact]
    public async Task Escape_gives_back_what_was_typed_and_Enter_searches_for_it()
    {
        var page = await browser.Open("/", script: true);

        await page.Locator("#q").PressSequentiallyAsync("sampleto");
        await page.Locator("#suggestions [role=option]").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#suggestions")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/?q=sampleto");
    }

    [BrowserFact]
    public async Task Keys_lead_through_results_articles_and_hits()
    {
        var page = await browser.Open("/?q=limousine", script: true);
        var titles = await page.Locator(".hits h3 a").AllInnerTextsAsync();

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator(":focus")).ToHaveTextAsync(titles[0]);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(titles[0]);
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator(".hitbar")).ToContainTextAsync("Hit 1 of");
        await page.Keyboard.PressAsync("]");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(titles[1]);
        await page.Keyboard.PressAsync("[");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(titles[0]);
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("limousine");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("limousinen");
    }

    [BrowserFact]
    public async Task Searches_are_remembered_and_kept_in_the_browser_and_can_be_forgotten()
    {
        var page = await browser.Open("/?q=limousine", script: true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this search" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep it no longer" })).ToBeVisibleAsync();
        await page.GotoAsync("/?q=customs&page=2");
        await page.GotoAsync("/");

        await Assertions.Expect(page.Locator("[data-list=kept] li")).ToContainTextAsync(["limousine"]);
        await Assertions.Expect(page.Locator("[data-list=late] a")).ToHaveTextAsync(["customs", "limousine"]);
        await Assertions.Expect(page.Locator("[data-list=late] a").First).ToHaveAttributeAsync("href", "/?q=customs");
        await page.Locator("[data-list=late] button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-list=late]")).ToBeHiddenAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-list=kept]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-list=late]")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task No_page_makes_the_browser_complain()
    {
        var page = await browser.Open("/", script: true);
        List<string> complaints = [];
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        foreach (var url in new[] { "/?q=limousine", "/article/made-up-07?q=limousine&at=1", "/entity/place/Sampletown", "/facet/outlet", "/compose", "/help", "/status" }) await page.GotoAsync(url);

        Assert.Empty(complaints);
    }
}
