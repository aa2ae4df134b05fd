namespace NewsSearch.Ingest.Readers.Containers;

/// <summary>Gzip content, of one member or many -> the articles in what it holds.</summary>
internal static class GzipReader
{
    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> _)
    {
        using var unpacked = new GzipMembers(content, options.Budget);
        foreach (var article in SourceContent.Read(unpacked, file, options.Inside() with { PlaceOf = unpacked.PlaceOf })) yield return article;
    }
}
