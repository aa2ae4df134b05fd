using Microsoft.Playwright;

namespace NewsSearch.EndToEnd.Tests.Web;

/// <summary>A test that needs Chromium; skipped where it is not installed.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!File.Exists(Browser.Executable)) Skip = $"Chromium is not installed ({Browser.Executable}); set CHROMIUM to its path.";
    }
}

/// <summary>The same for a test that runs several times.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = new BrowserFactAttribute().Skip;
}

/// <summary>A headless Chromium and the test site, for one class of tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string Executable { get; } = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    public TestSite Site { get; } = new();

    public async Task InitializeAsync()
    {
        await Site.InitializeAsync();
        if (!File.Exists(Executable)) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>A fresh page. The site needs no script, so most tests switch scripts off.</summary>
    public async Task<IPage> Open(string url, int width = 1440, int height = 1000, bool dark = false, bool script = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Site.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(30_000); // a hang, not a slow machine
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        return page;
    }
}
