namespace NewsSearch.Archive;

/// <summary>An article like another one.</summary>
public sealed record SimilarArticle
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Plain title; the beginning of the lead where there is no headline.</summary>
    public required string Title { get; init; }

    /// <summary>Whether the title is the source's own headline.</summary>
    public bool HasHeadline { get; init; }

    /// <summary>Outlet; null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>Publication date; null where unknown.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Address; null where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>Higher is more alike; comparable among the articles like one article.</summary>
    public double Score { get; init; }

    /// <summary>Whether it is the same text once more; such articles come last.</summary>
    public bool IsSameText { get; init; }

    /// <summary>Words that both have and few others, as they stand in the article asked with; the most telling first.</summary>
    public IReadOnlyList<string> SharedWords { get; init; } = [];
}
