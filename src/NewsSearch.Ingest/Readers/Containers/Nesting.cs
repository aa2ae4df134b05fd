namespace NewsSearch.Ingest.Readers.Containers;

/// <summary>How deep containers may lie in each other.</summary>
internal static class Nesting
{
    /// <summary>A page in a zip in a tar.gz lies in three; taste.</summary>
    public const int MaxDepth = 4;

    public static string Refusal => $"It lies in more than {MaxDepth} archives within each other.";
}
