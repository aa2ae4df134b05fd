using NewsSearch.Archive;
using NewsSearch.Archive.Names;

namespace NewsSearch.Ingest.Entities.Naming;

/// <summary>Articles with surnames that stand alone -> the same, where the archive tells whose they are. On any thread.</summary>
/// <param name="whose">Key of a surname and day of an article -> whose it is; null where that is not sure.</param>
internal sealed class LoneNameRules(Func<string, DateOnly, string?> whose)
{
    /// <summary>Those of the last rebuild.</summary>
    public static LoneNameRules Of(LoneNames learned) => new((key, day) => day >= learned.From && day <= learned.To ? learned.Surnames.GetValueOrDefault(key) : null);

    public Article Settle(Article article) =>
        article.People.Any(person => person.IsLone) ? article with { People = [.. article.People.Select(person => person.IsLone ? Settled(person, article) : person)] } : article;

    private NamedEntity Settled(NamedEntity person, Article article)
    {
        var key = NameKey.Of(person.Name);
        if (article.Published is not { Precision: >= DatePrecision.Day } published || article.People.Any(other => !other.IsLone && Surnames(NameKey.Of(other.Name)).Contains(key))) return person; // a namesake: the text itself says that it is another
        return whose(key, published.FirstDay) is { } name ? person with { Name = name, IsLone = false } : person;
    }

    /// <summary>The words of a full name's key that may stand alone for it: the last, or the first of an East Asian name; none of one word.</summary>
    public static IEnumerable<string> Surnames(string key)
    {
        var (first, last) = (key.IndexOf(' ', StringComparison.Ordinal), key.LastIndexOf(' '));
        if (last < 0) yield break;
        if (Lexicon.Shared.Section("surnames-first").Contains(char.ToUpperInvariant(key[0]) + key[1..first])) yield return key[..first];
        yield return key[(last + 1)..];
    }
}
