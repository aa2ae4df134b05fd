namespace NewsSearch.EndToEnd.Tests.Web;

/// <summary>Takes the screenshots of docs/ when asked: <c>SCREENSHOTS=1 dotnet test --filter Screenshot</c>.</summary>
public sealed class ScreenshotTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly (string Name, string Url)[] Shots =
    [
        ("home", "/"),
        ("search", "/?q=%22luxury+goods%22&outlet=The+Example&outlet=Placeholder+Post&outlet=Sample+Courier&-person=Leo+Sit"),
        ("article", "/article/made-up-07?q=limousine&hit=2&at=1#h2"),
        ("entity", "/entity/place/Sampletown"),
        ("trends", "/trends?q=limousine&q=tram&q=parcels&by=year"),
        ("outlet", "/outlets/The%20Example"),
        ("empty", "/?q=soups&outlet=The+Example&person=Jane+Example"),
        ("help", "/help"),
    ];

    [BrowserFact]
    public async Task The_screenshots_are_taken_when_asked()
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") != "1") return;
        foreach (var (name, url) in Shots)
        {
            await Take(url, name + ".png", 1440, 1000);
            await Take(url, name + "-phone.png", 360, 740);
        }

        await Take(Shots[1].Url, "search-dark.png", 1440, 1000, dark: true);
        await Take(Shots[1].Url + "#filters", "filters-phone.png", 360, 740);
    }

    private async Task Take(string url, string file, int width, int height, bool dark = false)
    {
        var page = await browser.Open(url, width, height, dark);
        await page.ReloadAsync(); // the first answer is slow, and says so
        await page.ScreenshotAsync(new() { Path = Path.Combine(DocsFolder(), file) });
        await page.Context.CloseAsync();
    }

    private static string DocsFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsSearch.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "docs");
    }
}
