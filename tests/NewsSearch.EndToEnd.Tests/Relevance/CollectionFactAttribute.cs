using NewsSearch.EndToEnd.Tests.Architecture;

namespace NewsSearch.EndToEnd.Tests.Relevance;

/// <summary>A test over a real collection that lies beside the repository; skipped where it does not.</summary>
internal sealed class CollectionFactAttribute : FactAttribute
{
    public CollectionFactAttribute(string collection) =>
        Skip = Directory.Exists(Folder(collection)) ? null : $"needs ../shared/data/{collection} beside the repository";

    public static string Folder(string collection) => Path.Combine(SourceTree.Root, "..", "shared", "data", collection);
}
