using System.Runtime.InteropServices;
using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>All names of an archive -> which writing of each is shown: the most frequent one under the same key.</summary>
/// <remarks>Memory grows with distinct names, not with articles.</remarks>
internal sealed class NameForms
{
    /// <summary>Further writings of one key are not told apart; taste.</summary>
    private const int MostForms = 32;

    private readonly SortedDictionary<string, Dictionary<string, Forms>> _facets = new(StringComparer.Ordinal)
    {
        ["person"] = [],
        ["org"] = [],
        ["place"] = [],
        ["author"] = [],
        ["outlet"] = [],
    };

    public void Count(Article article)
    {
        foreach (var person in article.People.Where(person => !person.IsLone)) Count("person", person.Name);
        foreach (var organisation in article.Organisations) Count("org", organisation.Name);
        foreach (var place in article.Places) Count("place", place.Name);
        foreach (var author in article.Authors) Count("author", author);
        if (article.Outlet is not null) Count("outlet", article.Outlet);
    }

    /// <summary>The writings that are shown in another form.</summary>
    public Learned Learn() => new(_facets.ToDictionary(
        facet => facet.Key, facet => (IReadOnlyDictionary<string, string>)Shown(facet.Value, joinsInitials: facet.Key is "person" or "author")));

    private void Count(string facet, string name)
    {
        var key = NameKey.Of(name);
        if (key.Length == 0) return;
        CollectionsMarshal.GetValueRefOrAddDefault(_facets[facet], key, out _).Count(name);
    }

    private static Dictionary<string, string> Shown(Dictionary<string, Forms> keys, bool joinsInitials)
    {
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, forms) in keys)
        {
            var best = Best(joinsInitials ? WithoutInitials(key, forms, keys) : forms);
            foreach (var (form, _) in forms.All)
            {
                if (form != best) shown[form] = best;
            }
        }
        return shown;
    }

    private static string Best(Forms forms) => forms.All
        .OrderByDescending(form => form.Value)
        .ThenBy(form => form.Key.Count(c => c == '-'))
        .ThenBy(form => form.Key.Any(char.IsLower) ? 0 : 1)
        .ThenBy(form => form.Key, StringComparer.Ordinal)
        .First().Key;

    /// <summary>The forms of the name without its middle initials, where this is no rarer (so that George W. Bush stays); else its own.</summary>
    private static Forms WithoutInitials(string key, Forms forms, Dictionary<string, Forms> keys)
    {
        var words = key.Split(' ');
        if (words.Length < 3 || words[^1].Length == 1) return forms;
        var plain = string.Join(' ', words.Where((word, place) => place == 0 || word.Length > 1));
        return plain != key && keys.TryGetValue(plain, out var others) && others.All.Sum(form => form.Value) >= forms.All.Sum(form => form.Value) ? others : forms;
    }

    /// <summary>The writings of one key with their counts. Most names have one.</summary>
    private struct Forms
    {
        private string? _first;
        private int _firstCount;
        private Dictionary<string, int>? _others;

        public readonly IEnumerable<KeyValuePair<string, int>> All => _first is null ? [] : [new(_first, _firstCount), .. _others ?? []];

        public void Count(string name)
        {
            _first ??= name;
            if (name == _first)
            {
                _firstCount++;
                return;
            }
            _others ??= new Dictionary<string, int>(1, StringComparer.Ordinal);
            if (_others.Count + 1 < MostForms || _others.ContainsKey(name)) CollectionsMarshal.GetValueRefOrAddDefault(_others, name, out _)++;
        }
    }
}
