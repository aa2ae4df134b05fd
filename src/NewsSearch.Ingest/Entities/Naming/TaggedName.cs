using NewsSearch.Archive;

namespace NewsSearch.Ingest.Entities.Naming;

/// <summary>A name that was recognised in a text.</summary>
/// <param name="Range">Where it stands.</param>
/// <param name="Kind">What it names.</param>
internal sealed record TaggedName(TextRange Range, NameKind Kind);
