using NewsSearch.Ingest.Readers;

namespace NewsSearch.Ingest.Tests.Readers;

/// <summary>One file through the readers: its articles, rejections and counts.</summary>
internal sealed class ReaderRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public List<Rejection> Rejections { get; } = [];

    public IngestCounts Counts { get; } = new();

    /// <summary>Rejections without the folder that the test made.</summary>
    public IEnumerable<(string File, string Place, string Reason)> Rejected =>
        Rejections.Select(rejection => (rejection.Source.Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), rejection.Place, rejection.Reason));

    public IEnumerable<(string Kind, long Count)> Skipped => Counts.Skipped.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal);

    public List<SourceArticle> Read(string name, byte[] content) => Read(name, content, new ReadOptions());

    public List<SourceArticle> Read(string name, byte[] content, ReadOptions options)
    {
        var path = _folder.Write(name, content);
        return [.. SourceReader.Read(new SourceFile(path, name, content.Length), options with { Reject = Rejections.Add, Counts = Counts }, _ => { })];
    }

    public void Dispose() => _folder.Dispose();
}
