using NewsSearch.Archive;
using NewsSearch.Ingest.Pages;

namespace NewsSearch.Ingest.Readers;

/// <summary>What a reader found, before cleaning: the fields that the source gives, its whole text as body.</summary>
/// <param name="Given">The given fields; the id is empty where the source has none.</param>
/// <param name="File">The file it stands in.</param>
/// <param name="Place">Where in the file: "line 12", "record 3"; empty for the whole file.</param>
internal sealed record SourceArticle(Article Given, SourceFile File, string Place)
{
    /// <summary>The page that the article is still to be taken out of; null where the given fields are all there is.</summary>
    public FetchedPage? Page { get; init; }

    /// <summary>Name of the format that it was read from, as the counts call it; empty until <see cref="SourceContent"/> fills it in.</summary>
    public string Format { get; init; } = "";

    /// <summary>File name, and number of the line or record after '#'.</summary>
    public string Source => Place.Length == 0 ? File.Name : File.Name + "#" + Place[(Place.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
