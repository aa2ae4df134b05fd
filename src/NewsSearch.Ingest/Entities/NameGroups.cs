using NewsSearch.Archive;
using NewsSearch.Ingest.Entities.Tagging;

namespace NewsSearch.Ingest.Entities;

/// <summary>The mentions of one article -> its people, organisations and places under the names they are shown by.</summary>
/// <remarks>Full names come first, over the whole article; then the words that stand alone join them, or are left out.</remarks>
internal sealed class NameGroups(string body, Lexicon lexicon)
{
    /// <summary>Shorter names are not introduced by "name (acronym)"; taste.</summary>
    private const int ShortestLongForm = 9;

    private readonly ArticlePeople _people = new(lexicon);
    private readonly ArticleNames _organisations = new();
    private readonly ArticleNames _places = new();
    private readonly Dictionary<string, string> _acronyms = new(StringComparer.Ordinal);

    public EntityMentions Group(IReadOnlyList<NameMention> mentions)
    {
        var alone = new List<NameMention>();
        foreach (var mention in mentions)
        {
            var range = RangeOf(mention);
            if (mention.Kind == NameKind.Person && Shown(range).Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words) Introduce(words, range);
            else if (mention.Kind == NameKind.Organisation && (lexicon.Places.Find(Shown(range)) is null || lexicon.Organisations.Find(Shown(range)) is not null)) MentionOrganisation(range);
            else alone.Add(mention);
        }
        foreach (var mention in alone) Join(mention);
        var people = _people.All.GroupBy(person => person.Name, person => person.Mentions).Select(group => new NamedEntity(group.Key, [.. group.SelectMany(ranges => ranges)]));
        return new EntityMentions(InOrder(people), InOrder(_organisations.All), InOrder(_places.All));
    }

    private void Introduce(string[] words, TextRange range) => _people.Introduce(words, Shown(range), IsFamilyFirst(words), range);

    /// <summary>Kim Jong Un, Moon Jae-in, Xi Jinping; not Park Avenue's Kim Lee.</summary>
    private bool IsFamilyFirst(string[] words)
    {
        if (!lexicon.Section("surnames-first").Contains(words[0]) || words.Length > 3) return false;
        return words.Length == 3 ? words[1].Length < 6 && words[2].Length < 6 && !IsGivenName(words[1]) : words[1].Contains('-', StringComparison.Ordinal) || !(IsGivenName(words[0]) || IsGivenName(words[1]));
    }

    private bool IsGivenName(string word) => lexicon.Section("male").Contains(word) || lexicon.Section("female").Contains(word);

    private void MentionOrganisation(TextRange range)
    {
        // "Russian Foreign Ministry": every country has one.
        if (body.AsSpan(range.Start, range.End - range.Start).EndsWith(" Ministry") && WordBefore(range.Start) is { } people && lexicon.Section("demonyms").Contains(people))
            range = new TextRange(range.Start - people.Length - 1, range.End);
        var name = Shown(range);
        var shown = lexicon.Organisations.Find(name) ?? _acronyms.GetValueOrDefault(name) ?? name;
        // "She wrote on Telegram": that is where, not who.
        if (lexicon.Section("generic").Contains(shown) || (lexicon.Section("platforms").Contains(shown) && WordBefore(range.Start) is "on")) return;
        _organisations.Mention(shown, range);
        // "Korean Central News Agency (KNCA)": from here on the acronym is the same.
        if (range.End - range.Start >= ShortestLongForm && AcronymAfter(range.End) is { } acronym) _acronyms.TryAdd(acronym, shown);
    }

    private string? AcronymAfter(int at)
    {
        if (!body.AsSpan(at).StartsWith(" (")) return null;
        var end = at + 2;
        while (end < body.Length && end < at + 12 && (char.IsUpper(body[end]) || body[end] == '.')) end++;
        return end > at + 3 && end < body.Length && body[end] == ')' ? body[(at + 2)..end] : null;
    }

    private void Join(NameMention mention)
    {
        var range = RangeOf(mention);
        var name = Shown(range);
        var isPerson = mention.Kind == NameKind.Person || (_people.HasFamily(name) && !IsAfterPreposition(range.Start));
        if (isPerson && _people.Join(name, TitleBefore(range.Start)) is { } person) person.Mentions.Add(range);
        else if (mention.Kind != NameKind.Person && !lexicon.Section("generic").Contains(name)) _places.Mention(lexicon.Places.Find(name) ?? name, range);
    }

    private string? TitleBefore(int at) => WordBefore(at) is { } word && lexicon.Section("titles").Contains(word) ? word : null;

    private bool IsAfterPreposition(int at) => WordBefore(at) is "in" or "at" or "from" or "near" or "of" or "to" or "across" or "throughout";

    /// <summary>The word before a place, without its dot; null where something other than a space stands between.</summary>
    private string? WordBefore(int at)
    {
        if (at < 2 || body[at - 1] != ' ') return null;
        var end = body[at - 2] == '.' ? at - 2 : at - 1;
        var start = end;
        while (start > 0 && char.IsLetter(body[start - 1])) start--;
        return start < end ? body[start..end] : null;
    }

    private TextRange RangeOf(NameMention mention) => IsRegal(mention) ? new(mention.Start - 1 - WordBefore(mention.Start)!.Length, mention.End) : new(mention.Start, mention.End);

    /// <summary>Pope Francis, King Abdullah II: one word after such a title is a full name only with it.</summary>
    private bool IsRegal(NameMention mention)
    {
        if (mention.Kind != NameKind.Person || WordBefore(mention.Start) is not { } title || !lexicon.Section("regal").Contains(title)) return false;
        var words = body[mention.Start..mention.End].Split(' ');
        return words.Length == 1 || (words.Length == 2 && lexicon.Section("name-suffixes").Contains(words[1]));
    }

    /// <summary>A name on one line, without the dot of "Inc." or "Jr.".</summary>
    private string Shown(TextRange range)
    {
        var name = body[range.Start..range.End].ReplaceLineEndings(" ");
        return name.EndsWith('.') && name.IndexOf('.', StringComparison.Ordinal) == name.Length - 1 ? name[..^1] : name;
    }

    private static NamedEntity[] InOrder(IEnumerable<NamedEntity> entities) =>
        [.. entities.Select(entity => entity with { Mentions = [.. entity.Mentions.OrderBy(mention => mention.Start)] }).OrderBy(entity => entity.Mentions[0].Start)];
}
