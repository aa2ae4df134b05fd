using NewsSearch.Archive;

namespace NewsSearch.Ingest.Entities;

/// <summary>Organisations or places of one article: shown name -> mentions. Writings with one key are one name, under the first of them.</summary>
internal sealed class ArticleNames
{
    private readonly Dictionary<string, (string Shown, List<TextRange> Mentions)> _byKey = new(StringComparer.Ordinal);

    public void Mention(string shown, TextRange range)
    {
        var key = NameKey.Of(shown);
        if (_byKey.TryGetValue(key, out var name)) name.Mentions.Add(range);
        else _byKey[key] = (shown, [range]);
    }

    public IEnumerable<NamedEntity> All => _byKey.Values.Select(name => new NamedEntity(name.Shown, name.Mentions));
}
