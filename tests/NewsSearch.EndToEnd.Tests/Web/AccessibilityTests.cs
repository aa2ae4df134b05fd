using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NewsSearch.EndToEnd.Tests.Web;

public sealed class AccessibilityTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>One address of every kind of page.</summary>
    public static readonly string[] Pages =
    [
        "/",
        "/?q=limousine&outlet=The+Example&-person=John+Sample&date=2023-10&from=2015&size=5&page=x",
        "/?q=limousine&match=any#filters",
        "/?q=xyzzy&outlet=The+Example",
        "/?q=limousine&page=99",
        "/article/made-up-07?q=limousine&hit=2&at=1",
        "/article/made-up-25",
        "/article/made-up-01?removed=1",
        "/article/made-up-29",
        "/entity/place/Sampletown",
        "/entity/person/John%20Sample",
        "/facet/place?q=limousine&find=s&by=name",
        "/trends",
        "/trends?q=limousine&q=tram&q=goods&from=2020&outlet=The+Example",
        "/trends?q=limousine&q=tram&by=month&show=counts&from=2025&to=x",
        "/outlets",
        "/outlets/The%20Example",
        "/facet/outlet",
        "/?from=2019&to=2023&more=person",
        "/compose?q=limousine",
        "/help",
        "/status",
        "/nope",
        "/error/400",
    ];

    [BrowserTheory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(768, false)]
    [InlineData(768, true)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    public Task Axe_finds_nothing(int width, bool dark) => FindsNothing(width, dark);

    [BrowserTheory]
    [InlineData(1440, false)]
    [InlineData(360, true)]
    public async Task Axe_finds_nothing_in_what_scripts_open(int width, bool dark)
    {
        var page = await browser.Open("/?q=limousine", width, dark: dark, script: true);
        await page.Locator("#q").FillAsync("");
        await page.Locator("#q").PressSequentiallyAsync("sampleto");
        await page.Locator("#suggestions [role=option]").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        AssertNothing("suggestions", await page.RunAxe());

        await page.Keyboard.PressAsync("Escape");
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
        AssertNothing("keys", await page.RunAxe());

        await page.Keyboard.PressAsync("Escape");
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator("#mine")).ToBeVisibleAsync();
        AssertNothing("searches of late", await page.RunAxe());
    }

    [BrowserTheory]
    [InlineData("/?q=limousine&outlet=The+Example", 1440)]
    [InlineData("/?q=limousine#filters", 360)]
    [InlineData("/article/made-up-07?q=limousine&at=1", 1440)]
    [InlineData("/article/made-up-07?q=limousine&at=1", 360)]
    [InlineData("/entity/place/Sampletown", 768)]
    [InlineData("/compose", 360)]
    public async Task Tab_leads_through_the_page_and_what_has_focus_is_seen(string url, int width)
    {
        const string look = """
            () => {
                const e = document.activeElement, s = getComputedStyle(e), r = e.getClientRects()[0] ?? e.getBoundingClientRect();
                const at = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
                const isSeen = at && (e.contains(at) || at.contains(e) || e.closest("label")?.contains(at));
                const wrong = [s.outlineStyle === "none" && "no outline", !isSeen && "hidden by " + at?.outerHTML.slice(0, 80)].filter(Boolean);
                return e === document.body ? "" : (wrong.length ? "! " + wrong.join(", ") + ": " : "") + e.outerHTML.slice(0, 160);
            }
            """;
        var page = await browser.Open(url, width, height: 600);
        await page.WaitForLoadStateAsync(LoadState.Load);
        var stops = new List<string>();
        for (var i = 0; i < 400; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>(look) is not { Length: > 0 } stop) break;
            stops.Add(stop);
        }

        Assert.InRange(stops.Count, 8, 399);
        Assert.True(!stops.Exists(stop => stop.StartsWith('!')), string.Join('\n', stops.Where(stop => stop.StartsWith('!'))));
    }

    [BrowserTheory]
    [InlineData(320, "100%")]
    [InlineData(720, "100%")] // 1440 at a zoom of 200 %
    [InlineData(1440, "200%")]
    public async Task Nothing_scrolls_sideways(int width, string letters)
    {
        var page = await browser.Open("/", width);
        foreach (var url in Pages)
        {
            await page.GotoAsync(url);
            await page.EvaluateAsync("size => document.documentElement.style.fontSize = size", letters);

            var wide = await page.EvaluateAsync<string[]>("() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => e.outerHTML.slice(0, 120))");
            Assert.True(wide.Length == 0, $"{url}: {string.Join(" | ", wide)}");
        }
    }

    [BrowserFact]
    public async Task Headings_are_in_order_and_every_landmark_and_link_of_the_chart_has_a_name()
    {
        foreach (var url in Pages)
        {
            using var answer = await browser.Site.Client.GetAsync(new Uri(url, UriKind.Relative));
            var page = TestSite.Parse(await answer.Content.ReadAsStringAsync());
            var levels = page.QuerySelectorAll("h1, h2, h3, h4").Where(heading => heading.Closest("dialog, [hidden]") is null).Select(heading => heading.LocalName[1] - '0').ToList();

            Assert.True(levels.Count(level => level == 1) == 1 && levels[0] == 1, url);
            Assert.True(levels.Zip(levels.Skip(1)).All(pair => pair.Second <= pair.First + 1), $"{url}: {string.Join(' ', levels)}");
            Assert.True(page.QuerySelectorAll("main").Length == 1 && page.QuerySelector("header") is not null && page.QuerySelector("footer") is not null, url);
            Assert.All(page.QuerySelectorAll("nav, aside, form.facets"), part => Assert.True(part.HasAttribute("aria-label") || part.HasAttribute("aria-labelledby"), part.OuterHtml));
            Assert.All(page.QuerySelectorAll(".chart a"), bar => Assert.NotEqual("", TestSite.Text(bar.QuerySelector("title"))));
        }
    }

    private async Task FindsNothing(int width, bool dark)
    {
        var options = new AxeRunOptions { Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } } };
        var page = await browser.Open("/", width, dark: dark, script: true);
        foreach (var url in Pages)
        {
            await page.GotoAsync(url);

            var result = await page.RunAxe(options);

            AssertNothing(url, result);
        }
    }

    private static void AssertNothing(string where, AxeResult result) =>
        Assert.True(result.Violations.Length == 0, where + ":\n" + string.Join('\n', result.Violations.Select(Words)));

    private static string Words(AxeResultItem item) =>
        $"{item.Id}: {item.Help}\n" + string.Join('\n', item.Nodes.Take(3).Select(node => "  " + node.Html));
}
