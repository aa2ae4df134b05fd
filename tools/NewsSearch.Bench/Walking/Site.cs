using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using NewsSearch.Archive;
using NewsSearch.Web;

namespace NewsSearch.Bench.Walking;

/// <summary>A page as it was answered.</summary>
/// <param name="Url">Path and query under which it was found, redirects followed.</param>
/// <param name="Fragment">The place on it that was asked for; empty for none.</param>
/// <param name="Status">The answer's code.</param>
/// <param name="Html">The page.</param>
internal sealed record Visit(string Url, string Fragment, HttpStatusCode Status, IHtmlDocument Html);

/// <summary>A running site: one that runs somewhere, or our own over an index.</summary>
internal sealed class Site : IAsyncDisposable
{
    private const int MostRedirects = 3;

    private readonly WebApplication? _own;

    private Site(Uri address, WebApplication? own)
    {
        (Address, _own) = (address, own);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>Whether it runs in this process, so that CPU time can be told.</summary>
    public bool IsOwn => _own is not null;

    /// <summary>The longest that a page took, wall time, and which.</summary>
    public (TimeSpan Took, string Url) Slowest { get; private set; } = (TimeSpan.Zero, "");

    /// <summary>The site of an address, or our own over the folder of an index.</summary>
    public static async Task<Site> OpenAsync(string place, CancellationToken stopped)
    {
        if (place.StartsWith("http://", StringComparison.Ordinal) || place.StartsWith("https://", StringComparison.Ordinal)) return new Site(new Uri(place), null);
        if (!ArticleArchive.Exists(place)) throw new BenchException($"{place} is neither the address of a site nor the folder of an index.");
        var own = SiteHost.Build(new SiteOptions { IndexDirectory = place, Urls = "http://127.0.0.1:0" });
        await own.StartAsync(stopped).ConfigureAwait(false);
        return new Site(new Uri(own.Urls.First()), own);
    }

    public static Site At(Uri address) => new(address, null);

    public async Task<Visit> VisitAsync(string url, CancellationToken stopped)
    {
        var fragment = url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? url[at..] : "";
        url = url[..^fragment.Length];
        for (var redirects = 0; ; redirects++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await Client.GetAsync(new Uri(url, UriKind.Relative), stopped).ConfigureAwait(false);
            var text = await answer.Content.ReadAsStringAsync(stopped).ConfigureAwait(false);
            if (clock.Elapsed > Slowest.Took) Slowest = (clock.Elapsed, url);
            if (redirects == MostRedirects || answer.Headers.Location is not { } location) return new Visit(url, fragment, answer.StatusCode, new HtmlParser().ParseDocument(text));
            url = location.OriginalString;
        }
    }

    public Task<Stream> StreamAsync(string url, CancellationToken stopped) => Client.GetStreamAsync(new Uri(url, UriKind.Relative), stopped);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_own is not null) await _own.DisposeAsync().ConfigureAwait(false);
    }
}
