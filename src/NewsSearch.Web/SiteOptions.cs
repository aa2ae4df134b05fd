using NewsSearch.Archive;
using NewsSearch.Web.Running;
using NewsSearch.Web.Running.Limits;

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

    /// <summary>How much work one client may ask for; null for as much as it likes.</summary>
    /// <value>Default: the default limit.</value>
    public RequestLimit? Limit { get; init; } = new();

    /// <summary>Who may read; null for everybody.</summary>
    /// <value>Default: everybody.</value>
    public Readers? Readers { get; init; }

    /// <summary>Addresses and networks of the proxies that are believed about who asked: <c>127.0.0.1</c>, <c>10.0.0.0/8</c>.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Takes a line of JSON for each request; null for none. Whoever gives it closes it.</summary>
    /// <value>Default: none.</value>
    public TextWriter? RequestLog { get; init; }

    /// <summary>Whether these lines hold what was asked for, queries and all.</summary>
    /// <value>Default: no.</value>
    public bool LogsQueries { get; init; }

    /// <summary>How long the site goes on answering after it was told to stop, while it says that it is not ready, so that a load balancer can turn away.</summary>
    /// <value>Default: not at all.</value>
    public TimeSpan Drain { get; init; }

    /// <summary>Tells the time.</summary>
    /// <value>Default: the system's clock.</value>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Most addresses of one list of the sitemap.</summary>
    /// <value>Default: 50,000, the most that its protocol allows.</value>
    internal int SitemapPart { get; init; } = 50_000;
}
