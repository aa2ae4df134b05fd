namespace NewsSearch.Ingest;

/// <summary>A source, or a part of one, that gave no article. The run goes on.</summary>
/// <param name="Source">The file.</param>
/// <param name="Place">Where in the file: "line 12", "record 3"; empty for the whole file.</param>
/// <param name="Reason">A sentence.</param>
public sealed record Rejection(string Source, string Place, string Reason);
