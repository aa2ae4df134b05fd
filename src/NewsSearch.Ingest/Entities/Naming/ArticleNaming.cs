using NewsSearch.Archive;
using NewsSearch.Ingest.Entities.Tagging;

namespace NewsSearch.Ingest.Entities.Naming;

/// <summary>The names recognised in one text -> who and what is named, each under one name. Time linear in the names.</summary>
/// <remarks>
/// Full names introduce people over the whole text, bare surnames join the one introduced first; two different full names are never one person. A surname that joins nobody stays
/// by itself (<see cref="NamedEntity.IsLone"/>), for the archive to decide. Organisations and places are one by the table of names, by equal keys, or by an acronym in brackets.
/// </remarks>
internal sealed class ArticleNaming
{
    /// <summary>No name is longer, in characters.</summary>
    private const int LongestName = 100;

    private static readonly char[] Blanks = [' ', '\n', '\r', '\t', '\u00A0'];

    private readonly NameTable _table = NameTable.Shared;
    private readonly Lexicon _lexicon = Lexicon.Shared;
    private readonly string _text;
    private readonly ArticlePeople _people;
    private readonly OrderedDictionary<(NameKind Kind, string Key), Writings> _others = [];
    private readonly OrderedDictionary<string, Writings> _lone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _acronyms = new(StringComparer.Ordinal);

    private readonly Lazy<HashSet<string>> _small; // words that the text writes without a capital

    private ArticleNaming(string text)
    {
        (_text, _people) = (text, new ArticlePeople(_lexicon));
        _small = new Lazy<HashSet<string>>(() => [.. text.Split(Blanks).Where(word => word.Length > 0 && char.IsLower(word[0]))], LazyThreadSafetyMode.None);
    }

    /// <summary>Groups names. names: in any order.</summary>
    public static EntityMentions Of(string text, IEnumerable<NameMention> names)
    {
        var naming = new ArticleNaming(text);
        naming.Run(naming.WithoutWordsBefore(naming.Cleaned(names)));
        return naming.Result();
    }

    private void Run(List<Name> names)
    {
        foreach (var name in names.Where(name => name.Kind != NameKind.Person))
        {
            if (Acronyms.Behind(_text, name.Range) is { } acronym) _acronyms.TryAdd(NameKey.Of(acronym), name.Key);
        }
        foreach (var name in names.Where(name => name.Kind == NameKind.Person && name.Words.Length > 1)) Introduce(name);
        foreach (var name in names)
        {
            if (name.Kind == NameKind.Person && name.Words.Length > 1) continue;
            if (name.Kind == NameKind.Person ? !_acronyms.ContainsKey(name.Key) : IsSurname(name)) Join(name);
            else Mention(name);
        }
    }

    private void Introduce(Name name)
    {
        var known = _table.Shown(NameKind.Person, name.Key);
        _people.Introduce(known?.Split(' ') ?? name.Words, known ?? name.Text, known is null && IsFamilyFirst(name.Words), name.Range);
    }

    /// <summary>Kim Jong Un, Xi Jinping: a surname of East Asia, behind it one word or two short ones, none a given name of the West.</summary>
    private bool IsFamilyFirst(string[] words) =>
        _lexicon.Section("surnames-first").Contains(words[0]) && (words.Length == 3 ? words[1..].All(word => word.Length is >= 2 and <= 5 && !IsGiven(word))
            : words.Length == 2 && words[1].Length > 1 && (words[1].Contains('-', StringComparison.Ordinal) || words.All(word => !IsGiven(word))));

    private bool IsGiven(string word) => _lexicon.Section("male").Contains(word) || _lexicon.Section("female").Contains(word);

    /// <summary>A word that is the surname of somebody here is that one, whatever it was taken for; a known place only where no preposition says "there": "Jordan left", "in Jordan".</summary>
    private bool IsSurname(Name name) =>
        name.Words.Length == 1 && !_acronyms.ContainsKey(name.Key) && _table.Shown(NameKind.Organisation, name.Key) is null && _people.HasFamily(name.Text)
        && (_table.Shown(NameKind.Place, name.Key) is null || !IsBehindPreposition(name.Range.Start));

    private bool IsBehindPreposition(int start) =>
        WordBefore(start) is "in" or "at" or "from" or "near" or "of" or "to" or "across" or "throughout" or "for" or "with" or "and" or "the";

    private void Join(Name name)
    {
        if (_people.Join(name.Text, TitleBefore(name.Range.Start)) is { } person) person.Mentions.Add(name.Range);
        else if (_table.Shown(NameKind.Person, name.Key) is { } known) _people.Introduce(known.Split(' '), known, isFamilyFirst: false, name.Range);
        else if (_table.Shown(NameKind.Organisation, name.Key) is not null) Mention(name with { Kind = NameKind.Organisation });
        else Writing(_lone, name.Key).Add(name);
    }

    private void Mention(Name name)
    {
        if (_table.Platforms.Contains(name.Key) && WordBefore(name.Range.Start) is "on") return;
        var key = _acronyms.GetValueOrDefault(name.Key, name.Key);
        Writing(_others, (KindOf(name.Kind, key), key)).Add(name, isOwn: key == name.Key);
    }

    /// <summary>What the table knows as the one alone is that, whatever it was taken for.</summary>
    private NameKind KindOf(NameKind kind, string key) => (_table.Shown(NameKind.Organisation, key), _table.Shown(NameKind.Place, key)) switch
    {
        (not null, null) => NameKind.Organisation,
        (null, not null) => NameKind.Place,
        _ => kind == NameKind.Person ? NameKind.Organisation : kind,
    };

    private EntityMentions Result()
    {
        SettleKinds();
        SettleGenericNames();
        var people = _people.All.Where(person => person.Mentions.Count > 0).GroupBy(person => person.Name, person => person.Mentions, StringComparer.Ordinal).Select(group => Entity(group.Key, group.SelectMany(mentions => mentions)));
        var lone = _lone.Select(name => Entity(name.Value.Best, name.Value.Places) with { IsLone = true });
        return new EntityMentions(InOrder(people.Concat(lone)), Others(NameKind.Organisation), Others(NameKind.Place));
    }

    /// <summary>One name of two kinds is of the one that it has more often.</summary>
    private void SettleKinds()
    {
        foreach (var same in _others.GroupBy(other => other.Key.Key, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.OrderByDescending(other => other.Value.Count).ToList()).ToList())
        {
            foreach (var rarer in same.Skip(1).Where(other => _table.Shown(other.Key.Kind, other.Key.Key) is null))
            {
                same[0].Value.Take(rarer.Value);
            }
        }
    }

    /// <summary>"The Committee" is the one longer name of the article that ends so, or none.</summary>
    private void SettleGenericNames()
    {
        foreach (var generic in _others.Where(other => other.Key.Kind == NameKind.Organisation && _table.Generic.Contains(other.Key.Key)).ToList())
        {
            var longer = _others.Where(other => other.Key.Kind == NameKind.Organisation && other.Value.Count > 0 && other.Key.Key.EndsWith(' ' + generic.Key.Key, StringComparison.Ordinal)).Take(2).ToList();
            if (longer.Count == 1) longer[0].Value.Places.AddRange(generic.Value.Places);
            generic.Value.Places.Clear();
        }
    }

    private NamedEntity[] Others(NameKind kind) => InOrder(_others.Where(other => other.Key.Kind == kind && other.Value.Count > 0)
        .GroupBy(other => _table.Shown(kind, other.Key.Key) ?? other.Value.Best, other => other.Value, StringComparer.Ordinal)
        .Select(group => Entity(group.Key, group.SelectMany(writings => writings.Places))));

    private static NamedEntity[] InOrder(IEnumerable<NamedEntity> entities) => [.. entities.OrderBy(entity => entity.Mentions[0].Start)];

    private static NamedEntity Entity(string name, IEnumerable<TextRange> mentions) => new(name, [.. mentions.Distinct().OrderBy(mention => mention.Start)]);

    private static Writings Writing<TKey>(OrderedDictionary<TKey, Writings> names, TKey key) where TKey : notnull
    {
        if (!names.TryGetValue(key, out var writings)) names[key] = writings = new Writings();
        return writings;
    }

    /// <summary>The names without what does not belong to them; those that are none are left out.</summary>
    private List<Name> Cleaned(IEnumerable<NameMention> names)
    {
        var cleaned = new List<Name>();
        foreach (var name in names.OrderBy(name => name.Start))
        {
            var (start, end, kind) = name;
            if (_text.AsSpan(start, end - start).StartsWith("the ", StringComparison.OrdinalIgnoreCase)) start += 4;
            if (end - start >= 2 && _text[end - 1] == 's' && _text[end - 2] is '\'' or '’') end -= 2;
            while (start < end && !char.IsLetterOrDigit(_text[start])) start++;
            while (end > start && !char.IsLetterOrDigit(_text[end - 1]) && _text[end - 1] != '.') end--;
            if (kind == NameKind.Person && WordBefore(start) is { } title && _table.Regal.Contains(NameKey.Of(title)) && !_text.AsSpan(start, end - start).Contains(' ')) start -= title.Length + 1; // Pope Francis
            if (kind == NameKind.Organisation && _text.AsSpan(start, end - start).EndsWith(" Ministry") && WordBefore(start) is { } people && _lexicon.Section("demonyms").Contains(people)) start -= people.Length + 1; // every country has a Foreign Ministry
            var words = _text[start..end].Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            var text = string.Join(' ', words);
            if (text.Length > LongestName || !text.Any(char.IsLetter)) continue;
            var key = NameKey.Of(text);
            if (kind == NameKind.Organisation) key = WithoutTail(key);
            if (key.Length > 0 && !_table.None.Contains(key) && !IsParty(text)) cleaned.Add(new Name(text, words, key, kind, new TextRange(start, end)));
        }
        return cleaned;
    }

    /// <summary>D-Calif. and R-Ohio tell a party and a state.</summary>
    private static bool IsParty(string text) => text.Length > 3 && text[0] is 'D' or 'R' or 'I' && text[1] is '-' or '‑' && char.IsUpper(text[2]);

    /// <summary>People's names without a first word that is none of theirs.</summary>
    private List<Name> WithoutWordsBefore(List<Name> names)
    {
        var full = names.Where(name => name.Kind == NameKind.Person && name.Words.Length > 1).ToList();
        var families = full.GroupBy(name => name.Words[^1], StringComparer.Ordinal).ToDictionary(family => family.Key, family => family.Select(name => name.Words[0]).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        return names.ConvertAll(name => name.Kind == NameKind.Person && name.Words.Length > 1 && IsNoName(name.Words[0], families[name.Words[^1]]) ? WithoutFirst(name) : name);
    }

    /// <summary>A title cut short or of former days ("Pres. Obama", "then-President Obama"); or a plain word with a capital ("Team Obama"), which the text also writes without, where
    /// somebody of that surname has another first name.</summary>
    private bool IsNoName(string word, HashSet<string> firstNames)
    {
        var titles = _lexicon.Section("titles");
        if (word.EndsWith('.') ? titles.Contains(word[..^1]) : word.Contains('-', StringComparison.Ordinal) && char.IsLower(word[0]) && titles.Contains(word[(word.IndexOf('-', StringComparison.Ordinal) + 1)..])) return true;
        return word.Length > 2 && word.All(char.IsLetter) && !IsGiven(word) && !_table.Regal.Contains(NameKey.Of(word)) && firstNames.Count > 1 && _small.Value.Contains(word.ToLowerInvariant());
    }

    private Name WithoutFirst(Name name)
    {
        var start = _text.IndexOf(name.Words[1], name.Range.Start + name.Words[0].Length, StringComparison.Ordinal);
        var text = string.Join(' ', name.Words[1..]);
        return new Name(text, name.Words[1..], NameKey.Of(text), name.Kind, new TextRange(start, name.Range.End));
    }

    private string WithoutTail(string key)
    {
        var last = key.LastIndexOf(' ');
        return last > 0 && _table.CompanyTails.Contains(key[(last + 1)..]) ? key[..last].TrimEnd(',') : key;
    }

    /// <summary>"Mrs" in "Mrs. Stone"; null where no title stands before the name.</summary>
    private string? TitleBefore(int start) => WordBefore(start > 1 && _text[start - 1] == ' ' && _text[start - 2] == '.' ? start - 1 : start) is { } word && _lexicon.Section("titles").Contains(word) ? word : null;

    /// <summary>The word before a place, one character between; null where there is none.</summary>
    private string? WordBefore(int start)
    {
        if (start < 2 || _text[start - 1] is not (' ' or '.')) return null;
        var first = start - 1;
        while (first > 0 && char.IsLetter(_text[first - 1])) first--;
        return first < start - 1 ? _text[first..(start - 1)] : null;
    }

    /// <summary>A name of the text, cleaned.</summary>
    private sealed record Name(string Text, string[] Words, string Key, NameKind Kind, TextRange Range);

    /// <summary>One name in all its writings.</summary>
    private sealed class Writings
    {
        private readonly OrderedDictionary<string, int> _counts = new(StringComparer.Ordinal);

        public List<TextRange> Places { get; } = [];

        public int Count => Places.Count;

        /// <summary>The writing used most, one with small letters before one without; of equals the first.</summary>
        public string Best => _counts.OrderByDescending(writing => writing.Key.Any(char.IsLower)).ThenByDescending(writing => writing.Value).First().Key;

        /// <param name="name">Where and how it is written.</param>
        /// <param name="isOwn">Whether it is a writing of the name; an acronym only stands for it.</param>
        public void Add(Name name, bool isOwn = true)
        {
            Places.Add(name.Range);
            _counts[name.Text] = _counts.GetValueOrDefault(name.Text) + (isOwn ? 1 : 0);
        }

        /// <summary>Takes over all of another, which is left without places: it stays where it stands, since taking one of many out of their order takes time.</summary>
        public void Take(Writings other)
        {
            Places.AddRange(other.Places);
            other.Places.Clear();
            foreach (var (writing, count) in other._counts) _counts[writing] = _counts.GetValueOrDefault(writing) + count;
        }
    }
}
