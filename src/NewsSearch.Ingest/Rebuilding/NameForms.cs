using System.Runtime.InteropServices;
using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Entities.Naming;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>All names of an archive -> which writing of each is shown: that of the table of names, else the most frequent one under the same key; a name with middle names as the one without, where that is no rarer.</summary>
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
    public Learned Learn() => new(_facets.Keys.ToDictionary(facet => facet, facet => (IReadOnlyDictionary<string, string>)Shown(facet), StringComparer.Ordinal));

    /// <summary>The name shown for a key that was counted.</summary>
    public string Shown(string facet, string key) => Shown(facet, key, _facets[facet][key]);

    private void Count(string facet, string name)
    {
        var key = NameKey.Of(name);
        if (key.Length == 0) return;
        CollectionsMarshal.GetValueRefOrAddDefault(_facets[facet], key, out _).Count(name);
    }

    private Dictionary<string, string> Shown(string facet)
    {
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, forms) in _facets[facet])
        {
            var best = Shown(facet, key, forms);
            foreach (var (form, _) in forms.All)
            {
                if (form != best) shown[form] = best;
            }
        }
        return shown;
    }

    private string Shown(string facet, string key, Forms forms) =>
        Known(facet, key) ?? (facet is "person" or "author" && WithoutMiddle(key, forms, _facets[facet]) is var (plain, others) ? Known(facet, plain) ?? Best(others) : Best(forms));

    private static string? Known(string facet, string key) => facet switch
    {
        "person" => NameTable.Shared.Shown(NameKind.Person, key),
        "org" => NameTable.Shared.Shown(NameKind.Organisation, key),
        "place" => NameTable.Shared.Shown(NameKind.Place, key),
        _ => null,
    };

    private static string Best(Forms forms) => forms.All
        .OrderByDescending(form => form.Value)
        .ThenBy(form => form.Key.Count(c => c == '-'))
        .ThenBy(form => form.Key.Any(char.IsLower) ? 0 : 1)
        .ThenBy(form => form.Key, StringComparer.Ordinal)
        .First().Key;

    /// <summary>The name of first and last word alone, where this is no rarer (so that George W. Bush stays); null else.</summary>
    private static (string Key, Forms Forms)? WithoutMiddle(string key, Forms forms, Dictionary<string, Forms> keys)
    {
        var (first, last) = (key.IndexOf(' ', StringComparison.Ordinal), key.LastIndexOf(' '));
        if (first == last || key.Length - last == 2) return null;
        var plain = key[..first] + key[last..];
        return keys.TryGetValue(plain, out var others) && others.All.Sum(form => form.Value) >= forms.All.Sum(form => form.Value) ? (plain, others) : null;
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
