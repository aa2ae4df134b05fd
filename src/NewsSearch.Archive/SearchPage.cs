namespace NewsSearch.Archive;

/// <summary>The answer to a <see cref="SearchRequest"/>: the document that <c>search --json</c> and <c>/search.json</c> print.</summary>
public sealed record SearchPage
{
    /// <summary>The query as typed.</summary>
    public required string Query { get; init; }

    /// <summary>How it was read, in words: "both words limousine and gift, outlet Reuters, February 2024".</summary>
    public required string InterpretedAs { get; init; }

    /// <summary>Whether the query would be read differently with the other way of combining bare words.</summary>
    public bool MatchMatters { get; init; }

    /// <summary>How bare words were combined.</summary>
    public MatchMode Match { get; init; }

    /// <summary>The order that was used.</summary>
    public SortOrder Sort { get; init; }

    /// <summary>Exact number of articles that match, under all filters.</summary>
    public long Total { get; init; }

    /// <summary>Time taken, in milliseconds.</summary>
    public double TookMs { get; init; }

    /// <summary>Page number, from 1.</summary>
    public int Page { get; init; }

    /// <summary>Hits per page.</summary>
    public int Size { get; init; }

    /// <summary>The hits of this page.</summary>
    public IReadOnlyList<Hit> Hits { get; init; } = [];

    /// <summary>Facet name -> values, in the order to show them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<FacetValue>>();

    /// <summary>Other searches that would find something.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>What was not understood or left out.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Whether there is a further page.</summary>
    public bool HasNext => (long)Page * Size < Total;
}

/// <summary>One article of a result page. Marked texts are HTML: escaped, with <c>mark</c> as the only tag.</summary>
public sealed record Hit
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>Plain title; the beginning of the lead where there is no headline.</summary>
    public required string Title { get; init; }

    /// <summary>The title with marks.</summary>
    public required string TitleMarked { get; init; }

    /// <summary>Whether the title is the source's own headline.</summary>
    public bool HasHeadline { get; init; }

    /// <summary>Outlet; null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>Publication date; null where unknown.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Address; null where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>The people it names most, the most often named first.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Score; 0 where the order is by date.</summary>
    public double Score { get; init; }

    /// <summary>Passages with marks; the beginning of the text where nothing is to mark.</summary>
    public IReadOnlyList<string> Snippets { get; init; } = [];

    /// <summary>What the score is made of; null where it was not asked for, or where the order is by date.</summary>
    public Explanation? Explanation { get; init; }
}

/// <summary>One value of a facet.</summary>
/// <param name="Value">The value; <see cref="FacetNames.NoValue"/> for articles without one.</param>
/// <param name="Count">Hits with this value under the query and the other facets.</param>
/// <param name="Selected">Whether it is included.</param>
/// <param name="Excluded">Whether it is left out.</param>
public sealed record FacetValue(string Value, long Count, bool Selected, bool Excluded);

/// <summary>A remark on the query, with its place [Start, End) in the query text.</summary>
public sealed record Note(string Text, int Start, int End);

/// <summary>An article with the matches of a query: places [Start, End) in title and body, sorted, not overlapping.</summary>
public sealed record MarkedArticle(Article Article, string DisplayTitle, IReadOnlyList<TextRange> TitleMarks, IReadOnlyList<TextRange> BodyMarks);
