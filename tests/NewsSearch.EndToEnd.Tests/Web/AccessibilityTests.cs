using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

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
        "/help",
        "/status",
        "/nope",
    ];

    [BrowserFact]
    public Task Axe_finds_nothing_in_light() => FindsNothing(1440, dark: false);

    [BrowserFact]
    public Task Axe_finds_nothing_on_a_phone() => FindsNothing(360, dark: false);

    [BrowserFact]
    public Task Axe_finds_nothing_in_dark() => FindsNothing(1440, dark: true);

    private async Task FindsNothing(int width, bool dark)
    {
        var options = new AxeRunOptions { Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } } };
        var page = await browser.Open("/", width, dark: dark, script: true);
        foreach (var url in Pages)
        {
            await page.GotoAsync(url);

            var result = await page.RunAxe(options);

            Assert.True(result.Violations.Length == 0, url + ":\n" + string.Join('\n', result.Violations.Select(Words)));
        }
    }

    private static string Words(AxeResultItem item) =>
        $"{item.Id}: {item.Help}\n" + string.Join('\n', item.Nodes.Take(3).Select(node => "  " + node.Html));
}
