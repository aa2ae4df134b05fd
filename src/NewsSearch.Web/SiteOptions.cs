using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary>What a site needs to start.</summary>
public sealed record SiteOptions
{
    /// <summary>Index folder.</summary>
    /// <value>Default: <c>index-data/index</c>.</value>
    public string IndexDirectory { get; init; } = Path.Combine("index-data", "index");

    /// <summary>Addresses to listen on, separated by semicolons; port 0 takes a free one.</summary>
    /// <value>Default: <c>http://localhost:5000</c>.</value>
    public string Urls { get; init; } = "http://localhost:5000";

    /// <summary>The address that the outside knows the site by, where a proxy stands before it: <c>https://news.example.org</c>.</summary>
    /// <value>Default: as each request asks for it.</value>
    public string? PublicAddress { get; init; }

    /// <summary>Whether the site makes ready in the background what the first request of a commit would wait for.</summary>
    /// <value>Default: no.</value>
    public bool KeepsReady { get; init; }

    /// <summary>Opens the archive; called at the first request, and again after a failure.</summary>
    /// <value>Default: opens <see cref="IndexDirectory"/>.</value>
    public Func<IArticleArchive>? OpenArchive { get; init; }

    /// <summary>Most addresses of one list of the sitemap.</summary>
    /// <value>Default: 50,000, the most that its protocol allows.</value>
    internal int SitemapPart { get; init; } = 50_000;
}
