using NewsSearch.Archive;

namespace NewsSearch.Ingest.Entities;

/// <summary>The names in an article.</summary>
/// <param name="People">People under their canonical names, in order of first mention.</param>
/// <param name="Organisations">Organisations, likewise.</param>
/// <param name="Places">Places, likewise.</param>
public sealed record EntityMentions(IReadOnlyList<NamedEntity> People, IReadOnlyList<NamedEntity> Organisations, IReadOnlyList<NamedEntity> Places)
{
    /// <summary>No names.</summary>
    public static EntityMentions None { get; } = new([], [], []);
}

/// <summary>A clean article -> the people, organisations and places in its body. Thread-safe; time linear in the text.</summary>
public interface IEntityExtractor
{
    /// <summary>Finds the names. Guarantees: mentions are ranges of the body, in order; no name is longer than 100 characters.</summary>
    /// <param name="article">An article with title, body and language set.</param>
    EntityMentions Extract(Article article);

    /// <summary>The quotations of an article whose names are set, each with who said it; without names to go by there are none.</summary>
    /// <param name="article">An article with its people, organisations and places.</param>
    IReadOnlyList<Quotation> Quotes(Article article) => [];
}
