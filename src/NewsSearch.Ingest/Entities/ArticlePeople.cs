using NewsSearch.Archive;
using NewsSearch.Ingest.Entities.Naming;

namespace NewsSearch.Ingest.Entities;

/// <summary>A person as far as one article tells.</summary>
internal sealed class ArticlePerson(string key, string given, string family)
{
    /// <summary>Key of the name in full, without title.</summary>
    public string Key { get; } = key;

    public string Given { get; } = given;

    public string Family { get; } = family;

    /// <summary>Writing of the full name -> how often it stands in the article, in order of first use.</summary>
    public OrderedDictionary<string, int> Writings { get; } = new(StringComparer.Ordinal);

    public List<TextRange> Mentions { get; } = [];

    /// <summary>The writing used most, one with small letters before one without; of equals that with fewer hyphens, then the first.</summary>
    public string Name => Writings.OrderByDescending(writing => writing.Key.Any(char.IsLower)).ThenByDescending(writing => writing.Value).ThenBy(writing => writing.Key.Count(c => c == '-')).First().Key;

    public void Mention(string writing, TextRange range)
    {
        Mentions.Add(range);
        Writings[writing] = Writings.GetValueOrDefault(writing) + 1;
    }
}

/// <summary>The people of one article: full names introduce them, bare surnames join the one who was introduced first.</summary>
/// <remarks>
/// Two different full names are never one person, but for a middle name that one of them leaves out. A bare surname that
/// two people share belongs to the first introduced: reports name the lesser namesake in full each time (Kim is Kim Jong
/// Un, not the sister named last).
/// </remarks>
internal sealed class ArticlePeople(Lexicon lexicon)
{
    /// <summary>Namesakes beyond this many are not compared, so that a list of names takes linear time; taste.</summary>
    private const int MostNamesakes = 20;

    private readonly Dictionary<string, ArticlePerson> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ArticlePerson>> _byFamily = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ArticlePerson>> _byGiven = new(StringComparer.Ordinal);

    public List<ArticlePerson> All { get; } = [];

    public bool HasFamily(string word) => _byFamily.ContainsKey(NameKey.Of(word));

    /// <summary>A full name in the text.</summary>
    /// <param name="words">Its words, suffix included.</param>
    /// <param name="writing">As it stands in the text.</param>
    /// <param name="isFamilyFirst">Whether the family name is the first word.</param>
    /// <param name="range">Where it stands.</param>
    public void Introduce(IReadOnlyList<string> words, string writing, bool isFamilyFirst, TextRange range)
    {
        var key = NameKey.Of(writing);
        if (!_byKey.TryGetValue(key, out var person))
        {
            person = (isFamilyFirst ? null : SameButMiddle(words)) ?? Register(key, words, isFamilyFirst);
            _byKey[key] = person;
        }
        person.Mention(writing, range);
    }

    /// <summary>A bare name after which the title may tell the gender: whom it means; null where it joins nobody.</summary>
    public ArticlePerson? Join(string word, string? title)
    {
        var key = NameKey.Of(word);
        if (_byFamily.TryGetValue(key, out var family))
        {
            foreach (var person in family.Take(MostNamesakes))
            {
                if (Fits(person, title)) return person;
            }
            return null;
        }
        return title is null && _byGiven.TryGetValue(key, out var given) && given.Count == 1 && NameTable.Shared.Shown(NameKind.Place, key) is null ? given[0] : null;
    }

    private bool Fits(ArticlePerson person, string? title)
    {
        if (title is null) return true;
        bool isHis = lexicon.Section("male").Contains(person.Given), isHers = lexicon.Section("female").Contains(person.Given);
        if (lexicon.Section("female-titles").Contains(title)) return isHers || !isHis;
        if (lexicon.Section("male-titles").Contains(title)) return isHis || !isHers;
        return true;
    }

    private ArticlePerson Register(string key, IReadOnlyList<string> words, bool isFamilyFirst)
    {
        var last = words.Count - 1;
        if (last > 1 && lexicon.Section("name-suffixes").Contains(words[last])) last--;
        var family = isFamilyFirst ? words[0] : words[last];
        var person = new ArticlePerson(key, isFamilyFirst ? words[1] : words[0], NameKey.Of(family));
        All.Add(person);
        Add(_byFamily, person.Family, person);
        if (!isFamilyFirst) Add(_byGiven, NameKey.Of(words[0]), person);
        return person;
    }

    private static void Add(Dictionary<string, List<ArticlePerson>> index, string key, ArticlePerson person)
    {
        if (index.TryGetValue(key, out var people)) people.Add(person);
        else index[key] = [person];
    }

    /// <summary>Who has the same first and last name, where one of the two has no middle name or the other's initial.</summary>
    private ArticlePerson? SameButMiddle(IReadOnlyList<string> words)
    {
        if (lexicon.Section("name-suffixes").Contains(words[^1]) || !_byFamily.TryGetValue(NameKey.Of(words[^1]), out var family)) return null;
        var (first, middle) = Split([.. words.Select(NameKey.Of)]);
        foreach (var person in family.Take(MostNamesakes))
        {
            var (otherFirst, otherMiddle) = Split(person.Key.Split(' '));
            var isWestern = person.Key.EndsWith(' ' + person.Family, StringComparison.Ordinal);
            if (isWestern && first == otherFirst && MayBeSame(middle, otherMiddle)) return person;
        }
        return null;
    }

    private static bool MayBeSame(string middle, string other) =>
        middle.Length == 0 || other.Length == 0 || (middle[0] == other[0] && (middle.Length == 1 || other.Length == 1));

    private static (string First, string Middle) Split(string[] words) => (words[0], string.Join(' ', words[1..^1]));
}
