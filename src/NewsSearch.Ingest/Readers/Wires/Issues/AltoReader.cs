using NewsSearch.Archive;

namespace NewsSearch.Ingest.Readers.Wires.Issues;

/// <summary>An ALTO page without an issue that tells its articles -> one article, the page. A page of an issue is left to the issue.</summary>
internal static class AltoReader
{
    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        if (options.Issues.HasIssueOf(file))
        {
            options.Counts.Skip("ALTO page, read with its issue");
            return [];
        }
        var isBroken = false;
        var blocks = AltoPage.Read(content, file, options, rejection =>
        {
            isBroken = true;
            reject(rejection);
        }).Blocks;
        var body = string.Join("\n\n", blocks.Select(block => block.Text).Where(text => text.Length > 0));
        if (body.Length > 0) return [new SourceArticle(new Article { Id = "", Body = body, WordConfidence = AltoBlock.Confidence(blocks.SelectMany(block => block.Words)) }, file, "")];
        if (!isBroken) reject(new Rejection(file.Path, "", "There is no text on this page."));
        return [];
    }
}
