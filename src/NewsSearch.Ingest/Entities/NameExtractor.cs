using NewsSearch.Archive;

namespace NewsSearch.Ingest.Entities;

/// <summary>Names in English news by rules and lists: precise rather than complete.</summary>
/// <remarks>
/// A person is told by a given name, a title or the form of the name, and must once stand in full; a word alone only joins
/// such a name. Organisations and places are known ones, or told by their last word ("… Committee", "… Airport"). An
/// article that is said to be in another language gives no names: its capitals mean something else.
/// </remarks>
public sealed class NameExtractor : IEntityExtractor
{
    /// <summary>No name is longer, in characters.</summary>
    internal const int LongestName = 100;

    /// <summary>Names are looked for in this many characters of the body; no article is longer, and a dump that is must not take all memory.</summary>
    internal const int LongestText = 1 << 20;

    /// <inheritdoc/>
    public EntityMentions Extract(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Body.Length == 0 || article.Language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) is false) return EntityMentions.None;
        var scan = new NameScan(article.Body.Length > LongestText ? article.Body[..LongestText] : article.Body, Lexicon.Shared);
        scan.Run();
        var people = scan.People.All.GroupBy(person => person.Name, person => person.Mentions).Select(group => new NamedEntity(group.Key, [.. group.SelectMany(mentions => mentions)]));
        return new EntityMentions(InOrder(people), InOrder(scan.Organisations.All), InOrder(scan.Places.All));
    }

    private static NamedEntity[] InOrder(IEnumerable<NamedEntity> entities) =>
        [.. entities.Select(entity => entity with { Mentions = [.. entity.Mentions.OrderBy(mention => mention.Start)] }).OrderBy(entity => entity.Mentions[0].Start)];
}
