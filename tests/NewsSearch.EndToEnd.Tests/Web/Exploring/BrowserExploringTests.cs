using Microsoft.Playwright;

namespace NewsSearch.EndToEnd.Tests.Web.Exploring;

public sealed class BrowserExploringTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task A_reader_compares_searches_adds_one_and_removes_one_without_script()
    {
        var page = await browser.Open("/?q=limousine&outlet=The+Example");

        await page.Locator(".rail").GetByRole(AriaRole.Link, new() { Name = "Compare" }).ClickAsync();
        await page.GetByLabel("Add").FillAsync("tram");
        await page.GetByLabel("show").SelectOptionAsync("counts");
        await page.GetByRole(AriaRole.Button, new() { Name = "Draw" }).ClickAsync();

        Assert.Equal(2, await page.Locator(".ends use").CountAsync());
        Assert.Equal("Outlet: The Example", await page.Locator(".chips span").InnerTextAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove tram" }).ClickAsync();
        Assert.Equal(["limousine"], await page.Locator(".ends text").AllTextContentsAsync());
        await page.Locator(".trend a").First.ClickAsync();
        Assert.Contains("from=", page.Url, StringComparison.Ordinal);
        Assert.Equal("limousine", await page.Locator("h1").InnerTextAsync());
    }

    [BrowserFact]
    public async Task All_of_a_chart_is_inside_its_page_and_every_point_is_where_its_line_is()
    {
        foreach (var width in new[] { 320, 1440 })
        {
            var page = await browser.Open("/trends?q=limousine&q=a+search+whose+words+are+far+too+long+for+any+label&by=year", width, script: true);

            var outside = await page.EvaluateAsync<int>("[...document.querySelectorAll('.drawn use, .drawn polyline')].filter(e => { const r = e.getBoundingClientRect(); return r.left < 0 || r.right > innerWidth; }).length");
            Assert.Equal(0, outside);
            // The line is drawn in a stretched picture of its own: its first point and its sign must meet.
            var apart = await page.EvaluateAsync<double>(
                """
                (() => { const line = document.querySelector('polyline'); const at = line.points[0].matrixTransform(line.getScreenCTM());
                  return Math.min(...[...document.querySelectorAll('.trend g.s0 use')].map(e => { const r = e.getBoundingClientRect(); return Math.hypot(r.left + r.width / 2 - at.x, r.top + r.height / 2 - at.y); })); })()
                """);
            Assert.InRange(apart, 0, 2);
        }
    }

    [BrowserFact]
    public async Task A_reader_goes_from_the_outlets_to_a_day_of_one_without_script()
    {
        var page = await browser.Open("/");

        await page.GetByRole(AriaRole.Link, new() { Name = "Outlets", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sample Courier", Exact = true }).ClickAsync();
        Assert.Equal("Sample Courier", await page.Locator("h1").InnerTextAsync());
        await page.Locator(".days svg a").Last.ClickAsync();
        Assert.Contains("outlet=Sample+Courier&from=20", page.Url, StringComparison.Ordinal);
        Assert.StartsWith("1 article", await page.GetByRole(AriaRole.Status).InnerTextAsync(), StringComparison.Ordinal);
    }
}
