using System.Collections.Frozen;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Entities;

/// <summary>One article's words -> its names. First full names, organisations and places, run by run; then the words that stand alone join them.</summary>
/// <remarks>A run is a stretch of words with capital letters that nothing interrupts. Time: linear, for no look-ahead exceeds a few words.</remarks>
internal sealed class NameScan(string body, Lexicon lexicon)
{
    /// <summary>Most words of a person's or organisation's name.</summary>
    private const int LongestName = 8;

    private readonly List<NameToken> _tokens = NameTokenizer.Tokenize(body, lexicon);
    private readonly HashSet<string> _lowerWords = new(StringComparer.Ordinal);
    private readonly List<(int At, string? Title, Phrase? Place)> _alone = [];
    private readonly Dictionary<string, string> _acronyms = new(StringComparer.Ordinal);
    private readonly FrozenSet<string> _notOrganisations = lexicon.Section("not-organisations");
    private readonly NameRunRules _rules = new(lexicon);

    public ArticlePeople People { get; } = new(lexicon);

    public ArticleNames Organisations { get; } = new();

    public ArticleNames Places { get; } = new();

    public void Run()
    {
        foreach (var token in _tokens)
        {
            if (!token.Is(NameTokenTraits.Capital)) _lowerWords.Add(token.Text);
        }
        for (var i = 0; i < _tokens.Count;)
        {
            var end = RunEnd(i);
            if (end > i) ReadRun(i, end);
            i = Math.Max(end, i + 1);
        }
        foreach (var (at, title, place) in _alone) Join(at, title, place);
    }

    /// <summary>End of the run that begins here; the same place where none does.</summary>
    private int RunEnd(int start)
    {
        var i = start;
        while (i < _tokens.Count)
        {
            if (i > start && (_tokens[i].Is(NameTokenTraits.BreakBefore) || (_tokens[i - 1].Is(NameTokenTraits.Possessive) && !IsInPhrase(start, i)))) break;
            if (_tokens[i].Is(NameTokenTraits.InHeading)) break;
            var known = KnownLength(i);
            if (known > 0) i += known;
            else if (_rules.CanStandInName(_tokens, i)) i++;
            else if (i > start && _rules.ParticlesAt(_tokens, i) is > 0 and var particles) i += particles;
            else break;
        }
        return i;
    }

    /// <summary>Whether a known name that begins before a place runs across it ("People's Republic").</summary>
    private bool IsInPhrase(int start, int at) => at - 1 >= start && lexicon.Phrases.Match(_tokens, at - 1) is { } phrase && phrase.Words.Length > 1;

    private int KnownLength(int at) =>
        _tokens[at].Is(NameTokenTraits.Capital) ? Math.Max(lexicon.Phrases.Match(_tokens, at)?.Words.Length ?? 0, _rules.HeadedLength(_tokens, at)) : 0;

    private void ReadRun(int start, int end)
    {
        string? title = null;
        var isAfterUnknown = false;
        for (var i = start; i < end;)
        {
            var length = ReadTail(i, end, isAfterUnknown);
            if (length == 0) length = ReadKnown(i, end, isAfterUnknown);
            if (length == 0) length = ReadPerson(i, end);
            if (length > 0)
            {
                title = null;
                isAfterUnknown = false;
                i += length;
                continue;
            }
            if (_rules.IsTitle(_tokens[i]))
            {
                title = _tokens[i].Text;
                isAfterUnknown = false;
            }
            else if (_rules.IsPeople(_tokens[i]))
            {
                isAfterUnknown = false;
            }
            else
            {
                if (!isAfterUnknown && (i + 1 == end || _rules.EndsSurname(_tokens[i + 1]))) _alone.Add((i, title, null));
                isAfterUnknown = true;
                title = null;
            }
            i++;
        }
    }

    /// <summary>"… Committee", "… Airport", "… Act": a last word that says what the words before it name.</summary>
    private int ReadTail(int at, int end, bool isAfterUnknown)
    {
        if (_rules.TailAt(_tokens, at, Math.Min(end, at + LongestName)) is not { } tail) return 0;
        var range = Range(at, at + tail.Length);
        if (tail.Kind == NameKind.Organisation && !isAfterUnknown && !IsSecondHalf(at)) MentionOrganisation(body[range.Start..range.End], range, at + tail.Length);
        if (tail.Kind == NameKind.Place && !isAfterUnknown) Places.Mention(Shown(range), range);
        return tail.Length;
    }

    /// <summary>"Oversight and Government Reform Committee", read at its third word: half a name is none.</summary>
    private bool IsSecondHalf(int at) =>
        at > 1 && _tokens[at - 1].Text == "and" && !_tokens[at].Is(NameTokenTraits.BreakBefore) && !_tokens[at - 1].Is(NameTokenTraits.BreakBefore)
        && _tokens[at - 2].Is(NameTokenTraits.Capital) && !_rules.IsOrganisationTail(_tokens[at - 2]) && lexicon.Phrases.Match(_tokens, at - 2) is null;

    private int ReadKnown(int at, int end, bool isAfterUnknown)
    {
        var headed = _rules.HeadedLength(_tokens, at);
        if (lexicon.Phrases.Match(_tokens, at) is not { } phrase || phrase.Words.Length < headed)
        {
            if (headed == 0 || at + headed > end) return 0;
            var range = Range(at, at + headed);
            MentionOrganisation(body[range.Start..range.End], range, at + headed);
            return headed;
        }
        var next = at + phrase.Words.Length;
        if (phrase.Words.Length == 1 && _rules.IsGivenName(_tokens[at]) && next < end && ReadPerson(at, end) is > 0 and var person) return person;
        var isPartOfMore = isAfterUnknown || (next < end && _rules.IsUnknown(_tokens, next));
        if (phrase.Kind == NameKind.Organisation) MentionOrganisation(phrase.Shown, Range(at, next), next);
        else if (!isPartOfMore && phrase.Words.Length == 1) _alone.Add((at, null, phrase));
        else if (!isPartOfMore) Places.Mention(phrase.Shown, Range(at, next));
        return phrase.Kind == NameKind.Organisation || !isPartOfMore || phrase.Words.Length > 1 ? phrase.Words.Length : 0;
    }

    private int ReadPerson(int at, int end)
    {
        if (_rules.PersonAt(_tokens, at, end) is not { } person) return 0;
        var range = Range(at, at + person.Length);
        if (range.End - range.Start > NameExtractor.LongestName) return 0;
        var words = _tokens[at..(at + person.Length)].ConvertAll(token => token.Text);
        People.Introduce(words, Shown(range), person.IsFamilyFirst, range);
        return person.Length;
    }

    private void MentionOrganisation(string name, TextRange range, int next)
    {
        var shown = name.ReplaceLineEndings(" ");
        if (shown.Length > NameExtractor.LongestName || _notOrganisations.Contains(shown)) return;
        Organisations.Mention(shown, range);
        // "Korean Central News Agency (KNCA)": from here on the acronym is the same.
        if (next < _tokens.Count && _tokens[next].Is(NameTokenTraits.AllCapitals) && body.AsSpan(range.End, _tokens[next].Start - range.End) is " (" && range.End - range.Start > 8)
            _acronyms.TryAdd(_tokens[next].Text, shown);
    }

    private void Join(int at, string? title, Phrase? place)
    {
        var token = _tokens[at];
        var range = new TextRange(token.Start, token.End);
        var mayBeWord = token.Is(NameTokenTraits.SentenceStart) && title is null && _lowerWords.Contains(token.Text.ToLowerInvariant());
        if (place is not null && mayBeWord) return;
        if (place is not null && (!People.HasFamily(token.Text) || NameRunRules.IsAfterPreposition(_tokens, at))) Places.Mention(place.Shown, range);
        else if (_acronyms.TryGetValue(token.Text, out var organisation)) Organisations.Mention(organisation, range);
        else if (!mayBeWord && People.Join(token.Text, title) is { } person) person.Mentions.Add(range);
    }

    private TextRange Range(int first, int end) => new(_tokens[first].Start, _tokens[end - 1].End);

    private string Shown(TextRange range) => body[range.Start..range.End].ReplaceLineEndings(" ");
}
