using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;

namespace NewsSearch.Bench.Extraction;

/// <summary>Finds no names: they are not what is measured.</summary>
internal sealed class NoEntities : IEntityExtractor
{
    public EntityMentions Extract(Article article) => EntityMentions.None;
}
