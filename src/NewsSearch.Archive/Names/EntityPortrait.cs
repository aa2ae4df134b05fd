using NewsSearch.Archive.Times;

namespace NewsSearch.Archive.Names;

/// <summary>What the archive knows of a person, organisation or place: when it is named, how, with whom, and what it said.</summary>
public sealed record EntityPortrait
{
    /// <summary>Facet: person, org or place.</summary>
    public required string Kind { get; init; }

    /// <summary>The name shown. It may be another than the one asked for, where that one is shown as it.</summary>
    public required string Name { get; init; }

    /// <summary>Articles that name it.</summary>
    public required long Articles { get; init; }

    /// <summary>Other names of the articles that are shown as this one, in order.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Months and what is not known of them, the earliest first: articles that name it, and all articles.</summary>
    public IReadOnlyList<PeriodCount> Months { get; init; } = [];

    /// <summary>Outlets that name it, most articles first.</summary>
    public IReadOnlyList<NameCount> Outlets { get; init; } = [];

    /// <summary>How many outlets name it.</summary>
    public int OutletCount { get; init; }

    /// <summary>Kind -> those named in the same articles more often than chance would have it, the surest first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Companion>> SeenWith { get; init; } = new Dictionary<string, IReadOnlyList<Companion>>();

    /// <summary>How it is written in the articles read, most frequent first.</summary>
    public IReadOnlyList<NameCount> Written { get; init; } = [];

    /// <summary>What it said in the articles read, latest first.</summary>
    public IReadOnlyList<PortraitQuote> Quotes { get; init; } = [];

    /// <summary>How many articles, the newest, were read for writings and quotations.</summary>
    public int ArticlesRead { get; init; }
}

/// <summary>A name and how often.</summary>
public sealed record NameCount(string Name, long Count);

/// <summary>A value that some articles have more often than chance would have it; so, somebody named in the same articles.</summary>
/// <param name="Name">The value.</param>
/// <param name="Both">Those of the articles that have it.</param>
/// <param name="Articles">All articles that have it.</param>
/// <param name="Score">Log-likelihood ratio of the two going together against chance.</param>
public sealed record Companion(string Name, long Both, long Articles, double Score);

/// <summary>A quotation and where it stands.</summary>
public sealed record PortraitQuote(Quotation Quote, string ArticleId, string Title, bool HasHeadline, string? Outlet, PublicationDate? Published);
