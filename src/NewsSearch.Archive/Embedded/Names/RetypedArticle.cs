using NewsSearch.Archive.Names;

namespace NewsSearch.Archive.Embedded.Names;

/// <summary>An article as stored -> with the names that people moved to another kind there. What is stored stays as it was found.</summary>
/// <param name="retyped">What people moved.</param>
/// <param name="shown">Facet and stored name -> name shown; null where it is hidden.</param>
internal sealed class RetypedArticle(IReadOnlyList<RetypedName> retyped, Func<string, string, string?> shown)
{
    public Article Of(Article article)
    {
        if (retyped.Count == 0) return article;
        var kept = EntityChoices.Facets.ToDictionary(facet => facet, _ => new List<NamedEntity>(), StringComparer.Ordinal);
        Sort("person", article.People);
        Sort("org", article.Organisations);
        Sort("place", article.Places);
        return article with { People = kept["person"], Organisations = kept["org"], Places = kept["place"] };

        void Sort(string facet, IReadOnlyList<NamedEntity> entities)
        {
            foreach (var entity in entities)
            {
                var moved = retyped.FirstOrDefault(name => !entity.IsLone && name.Facet == facet && (name.Name == entity.Name || name.Name == shown(facet, entity.Name)));
                if (moved is null) kept[facet].Add(entity);
                else if (kept[moved.To].FindIndex(other => other.Name == moved.Name) is >= 0 and var at) kept[moved.To][at] = Joined(kept[moved.To][at], entity);
                else kept[moved.To].Add(entity with { Name = moved.Name });
            }
        }
    }

    private static NamedEntity Joined(NamedEntity one, NamedEntity other) => one with { Mentions = [.. one.Mentions.Concat(other.Mentions).OrderBy(mention => mention.Start)] };
}
