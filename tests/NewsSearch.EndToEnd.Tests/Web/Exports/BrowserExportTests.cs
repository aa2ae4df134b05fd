using Microsoft.Playwright;

namespace NewsSearch.EndToEnd.Tests.Web.Exports;

public sealed class BrowserExportTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task A_reader_takes_results_and_a_citation_along_without_script()
    {
        var page = await browser.Open("/?q=limousine");
        Assert.Equal(("newssearch-limousine.ris", "TY  - NEW"), await Download(page, "RIS"));

        await page.GotoAsync("/article/made-up-07?q=limousine");
        await page.GetByText("Cite this article").ClickAsync();
        Assert.Contains("“Motor works builds its last limousine.” The Example,", await page.Locator(".cite").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(("motor-works-builds-its-last-limousine.bib", "@article{"), await Download(page, "BibTeX"));
    }

    [BrowserFact]
    public async Task The_content_policy_has_nothing_against_the_data_in_the_head()
    {
        var page = await browser.Open("/help", script: true);
        var messages = new List<string>();
        page.Console += (_, message) => messages.Add(message.Text);
        page.PageError += (_, error) => messages.Add(error);

        foreach (var url in new[] { "/article/made-up-07", "/?q=limousine" }) await page.GotoAsync(url);

        Assert.Empty(messages);
    }

    private static async Task<(string Name, string Beginning)> Download(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        return (download.SuggestedFilename, (await File.ReadAllTextAsync(await download.PathAsync()))[..9]);
    }
}
