namespace NewsSearch.Engine.Tests.Segments;

/// <summary>A folder on disk that goes when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("newssearch-tests-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
