using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NewsSearch.Archive;
using NewsSearch.Web;

namespace NewsSearch.EndToEnd.Tests.Web;

/// <summary>The site on a free port, over an index of the made-up articles in <c>articles.jsonl</c>.</summary>
public sealed class TestSite : IAsyncLifetime
{
    private readonly string _index = Path.Combine(Path.GetTempPath(), "newssearch-web-" + Guid.NewGuid().ToString("N"));
    private WebApplication _site = null!;

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>The folder of the index.</summary>
    public string Index => _index;

    public static IReadOnlyList<Article> Articles { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Web", "articles.jsonl"))
            .Select(line => ArticleJson.Read(Encoding.UTF8.GetBytes(line), out var error) ?? throw new InvalidDataException(error)),
    ];

    public async Task InitializeAsync()
    {
        using (var writer = ArticleArchive.OpenRebuild(_index, "web tests"))
        {
            foreach (var article in Articles) writer.Add(article);
            writer.Commit();
        }

        (_site, Address) = await Start(new SiteOptions { IndexDirectory = _index });
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = Address };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _site.DisposeAsync();
        Directory.Delete(_index, recursive: true);
    }

    /// <summary>Starts any site on a free port.</summary>
    public static async Task<(WebApplication Site, Uri Address)> Start(SiteOptions options)
    {
        var site = SiteHost.Build(options with { Urls = "http://127.0.0.1:0" });
        await site.StartAsync();
        return (site, new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
    }

    /// <summary>A page that must answer with this status.</summary>
    public async Task<IHtmlDocument> Page(string url, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(url, UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{url} answered {(int)response.StatusCode}:\n{html}");
        return Parse(html);
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>The text of an element as people read it: white space run together.</summary>
    public static string Text(IElement? element) =>
        string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Ids of the hits of a page, in order.</summary>
    public static string[] Ids(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".hits h3 a").Select(link => Uri.UnescapeDataString(link.GetAttribute("href")!.Split('/')[^1].Split('?')[0]))];
}
