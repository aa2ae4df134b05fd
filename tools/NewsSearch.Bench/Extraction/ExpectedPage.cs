namespace NewsSearch.Bench.Extraction;

/// <summary>A page and what must come out of it.</summary>
/// <param name="Set">The set it belongs to.</param>
/// <param name="Name">Its name in the set.</param>
/// <param name="File">The page.</param>
/// <param name="Url">Where it was fetched; null where the set does not tell.</param>
internal sealed record ExpectedPage(string Set, string Name, string File, string? Url)
{
    /// <summary>Passages of the article.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Passages of the page that are none of the article.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The whole article; null where the set does not tell.</summary>
    public string? Text { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public DateOnly? Published { get; init; }
}
