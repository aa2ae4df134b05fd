using NewsSearch.Archive;

namespace NewsSearch.Ingest.Entities;

/// <summary>Organisations or places of one article: shown name -> mentions.</summary>
internal sealed class ArticleNames
{
    private readonly Dictionary<string, List<TextRange>> _mentions = new(StringComparer.Ordinal);

    public void Mention(string shown, TextRange range)
    {
        if (_mentions.TryGetValue(shown, out var ranges)) ranges.Add(range);
        else _mentions[shown] = [range];
    }

    public IEnumerable<NamedEntity> All => _mentions.Select(name => new NamedEntity(name.Key, name.Value));
}
