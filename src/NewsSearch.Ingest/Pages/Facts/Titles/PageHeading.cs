namespace NewsSearch.Ingest.Pages.Facts.Titles;

/// <summary>A heading of a page that may be its article's.</summary>
/// <param name="Text">What it says, without a kicker in it.</param>
/// <param name="Rule">Its element's name.</param>
/// <param name="IsMain">Whether it says of itself that it is, by rank, class or property.</param>
/// <param name="IsNamed">Whether its property says so: "headline".</param>
/// <param name="Place">Where it stands.</param>
internal sealed record PageHeading(string Text, string Rule, bool IsMain, bool IsNamed, HeadingPlace Place)
{
    public bool IsNear => Place != HeadingPlace.Elsewhere;
}

/// <summary>Where a heading stands; what counts more is the larger.</summary>
internal enum HeadingPlace
{
    /// <summary>Behind the article, or in a part of the page that is none.</summary>
    Elsewhere,

    Before,

    InArticle,
}
