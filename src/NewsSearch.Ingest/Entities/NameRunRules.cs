using System.Collections.Frozen;

namespace NewsSearch.Ingest.Entities;

/// <summary>Words of a run of capitals -> what they are: the rules that need no memory of the article.</summary>
internal sealed class NameRunRules(Lexicon lexicon)
{
    private readonly FrozenSet<string> _male = lexicon.Section("male");
    private readonly FrozenSet<string> _female = lexicon.Section("female");
    private readonly FrozenSet<string> _titles = lexicon.Section("titles");
    private readonly FrozenSet<string> _weakTitles = lexicon.Section("weak-titles");
    private readonly FrozenSet<string> _regal = lexicon.Section("regal");
    private readonly FrozenSet<string> _roles = lexicon.Section("roles");
    private readonly FrozenSet<string> _organisationTails = lexicon.Section("org-tails");
    private readonly FrozenSet<string> _organisationHeads = lexicon.Section("org-heads");
    private readonly FrozenSet<string> _facilityTails = lexicon.Section("facility-tails");
    private readonly FrozenSet<string> _otherTails = lexicon.Section("other-tails");
    private readonly FrozenSet<string> _blockers = lexicon.Section("blockers");
    private readonly FrozenSet<string> _calendar = lexicon.Section("calendar");
    private readonly FrozenSet<string> _peoples = lexicon.Section("demonyms");
    private readonly FrozenSet<string> _stop = lexicon.Section("stop");
    private readonly FrozenSet<string> _familyFirst = lexicon.Section("surnames-first");
    private readonly FrozenSet<string> _particles = lexicon.Section("particles");
    private readonly FrozenSet<string> _suffixes = lexicon.Section("name-suffixes");
    private readonly FrozenSet<string> _notPeople = lexicon.Section("not-people");
    private readonly FrozenSet<string> _afterSurnames = lexicon.Section("after-surnames");

    public bool IsTitle(NameToken token) => _titles.Contains(token.Text) || _regal.Contains(token.Text);

    public bool IsPeople(NameToken token) => _peoples.Contains(token.Text);

    public bool IsGivenName(NameToken token) => _male.Contains(token.Text) || _female.Contains(token.Text) || IsDoubleGiven(token.Text);

    public bool IsOrganisationTail(NameToken token) => _organisationTails.Contains(token.Text);

    /// <summary>Whether a bare surname may stand before this word.</summary>
    public bool EndsSurname(NameToken token) => IsTitle(token) || IsPeople(token) || _afterSurnames.Contains(token.Text);

    /// <summary>A word with a capital letter that is no mere function word, month or day.</summary>
    public bool CanStandInName(List<NameToken> tokens, int at)
    {
        var token = tokens[at];
        if (!token.Is(NameTokenTraits.Capital) || _calendar.Contains(token.Text)) return false;
        return !_stop.Contains(token.Text) || (!token.Is(NameTokenTraits.SentenceStart) && IsGivenName(token));
    }

    /// <summary>How many words "de", "bin", "von der" stand here before a capital letter; 0 where none.</summary>
    public int ParticlesAt(List<NameToken> tokens, int at)
    {
        var count = 0;
        while (count < 3 && at + count < tokens.Count && _particles.Contains(tokens[at + count].Text) && !tokens[at + count].Is(NameTokenTraits.BreakBefore)) count++;
        var next = at + count;
        return count > 0 && next < tokens.Count && tokens[next].Is(NameTokenTraits.Capital) && !tokens[next].Is(NameTokenTraits.BreakBefore) ? count : 0;
    }

    /// <summary>A capitalised word about which nothing is known.</summary>
    public bool IsUnknown(List<NameToken> tokens, int at) =>
        !IsTitle(tokens[at]) && !IsPeople(tokens[at]) && !IsGivenName(tokens[at]) && !_afterSurnames.Contains(tokens[at].Text)
        && !_roles.Contains(tokens[at].Text) && lexicon.Phrases.Match(tokens, at) is null;

    public static bool IsAfterPreposition(List<NameToken> tokens, int at) =>
        at > 0 && !tokens[at].Is(NameTokenTraits.BreakBefore) && tokens[at - 1].Text is "in" or "at" or "from" or "near" or "of" or "to" or "across" or "throughout";

    /// <summary>Words of "Department of Public Safety", "University of North Texas"; 0 where there is no such name.</summary>
    public int HeadedLength(List<NameToken> tokens, int at)
    {
        if (!_organisationHeads.Contains(tokens[at].Text) || !Follows(tokens, at + 1, "of")) return 0;
        var i = Follows(tokens, at + 2, "the") ? at + 3 : at + 2;
        var first = i;
        while (i < tokens.Count && i < first + 4 && !tokens[i].Is(NameTokenTraits.BreakBefore) && CanStandInName(tokens, i) && !IsTitle(tokens[i]))
        {
            i++;
            if (tokens[i - 1].Is(NameTokenTraits.Possessive)) break;
            if (tokens[at].Text is "Department" or "Ministry" && Follows(tokens, i, "and") && i + 1 < tokens.Count && CanStandInName(tokens, i + 1)) i++;
        }
        return i > first ? i - at : 0;
    }

    private static bool Follows(List<NameToken> tokens, int at, string word) =>
        at < tokens.Count && tokens[at].Text == word && !tokens[at].Is(NameTokenTraits.BreakBefore) && !tokens[at - 1].Is(NameTokenTraits.Possessive);

    /// <summary>A name known by its last word; kind Person stands for what is none of ours (laws, prizes, days).</summary>
    public (int Length, NameKind Kind)? TailAt(List<NameToken> tokens, int at, int end)
    {
        for (var i = at + 1; i < end; i++)
        {
            var word = tokens[i].Text;
            var isOrganisation = _organisationTails.Contains(word);
            if (!isOrganisation && !_facilityTails.Contains(word) && !_otherTails.Contains(word)) continue;
            while (i + 1 < end && _organisationTails.Contains(tokens[i + 1].Text)) isOrganisation = _organisationTails.Contains(tokens[++i].Text);
            if (i + 1 < end && IsUnknown(tokens, i + 1) && !IsGivenName(tokens[i + 1])) return null;
            if (i == at + 1 && IsGivenName(tokens[at])) return null;
            if (Enumerable.Range(at, i - at).Any(j => HoldsKnown(tokens, j, i))) return null;
            if (Enumerable.Range(at, i - at).All(j => IsTitle(tokens[j]) || _blockers.Contains(tokens[j].Text) && tokens[j].Text.Length < 4)) return null;
            var kind = isOrganisation ? NameKind.Organisation : _facilityTails.Contains(tokens[i].Text) ? NameKind.Place : NameKind.Person;
            return (i + 1 - at, kind);
        }
        return null;
    }

    /// <summary>A person's full name: told by a given name, a title, a role, an initial, or a family name that comes first.</summary>
    public (int Length, bool IsFamilyFirst)? PersonAt(List<NameToken> tokens, int at, int end)
    {
        var limit = PersonLimit(tokens, at, end);
        var count = limit - at;
        if (count < 2 || !IsNameWord(tokens[at])) return null;
        if (at > 0 && !tokens[at].Is(NameTokenTraits.BreakBefore) && _blockers.Contains(tokens[at - 1].Text)) return null;
        if (FamilyFirstLength(tokens, at, count) is > 0 and var length) return (length, true);
        if (_regal.Contains(tokens[at].Text)) return PersonAt(tokens, at + 1, end) is null ? RegalLength(tokens, at, count) : null;
        if (!IsGivenName(tokens[at]) && !HasInitial(tokens, at, count) && !(count <= 3 && IsAfterTitle(tokens, at) && !IsKnown(tokens, at))) return null;
        var words = WesternLength(tokens, at, limit);
        if (words < 2 || tokens[at..limit].Exists(IsGlued)) return null;
        return _notPeople.Contains(tokens[at].Text + " " + tokens[at + 1].Text) ? null : (words, false);
    }

    /// <summary>Pope Francis, King Abdullah II: the title is part of the name.</summary>
    private (int Length, bool IsFamilyFirst)? RegalLength(List<NameToken> tokens, int at, int count)
    {
        if (!IsGivenName(tokens[at + 1])) return null;
        return (count > 2 && _suffixes.Contains(tokens[at + 2].Text) ? 3 : 2, false);
    }

    /// <summary>Up to where a person's name may reach: its first word again, a title, a people, a known name of several words, or a word that ends other names.</summary>
    private int PersonLimit(List<NameToken> tokens, int at, int end)
    {
        var i = at;
        while (i < end && i < at + 6)
        {
            var token = tokens[i];
            if (i > at && (_titles.Contains(token.Text) || IsPeople(token) || _otherTails.Contains(token.Text) || _afterSurnames.Contains(token.Text))) break;
            if (i > at && (token.Text == tokens[at].Text || lexicon.Phrases.Match(tokens, i) is { Words.Length: > 1 })) break;
            if (i > at && token.Is(NameTokenTraits.AllCapitals) && !_suffixes.Contains(token.Text)) break;
            i++;
            if (token.Is(NameTokenTraits.Possessive)) break;
        }
        return i;
    }

    private int WesternLength(List<NameToken> tokens, int at, int limit)
    {
        var i = at + 1;
        while (i < limit - 1 && i < at + 3 && (IsInitial(tokens, i) || IsGivenName(tokens[i]))) i++;
        while (i < limit - 1 && _particles.Contains(tokens[i].Text)) i++;
        if (i >= limit || !IsNameWord(tokens[i]) || tokens[i].Text.Length < 2) return 0;
        i++;
        if (i == limit - 1 && i == at + 2 && IsNameWord(tokens[i]) && !_suffixes.Contains(tokens[i].Text) && !IsGivenName(tokens[i])) i++;
        else if (i < limit - 1 && _particles.Contains(tokens[i].Text) && IsNameWord(tokens[limit - 1]) && limit - i <= 4) i = limit;
        if (i < limit && _suffixes.Contains(tokens[i].Text)) i++;
        return i - at;
    }

    /// <summary>Two words that lost the space between them: <c>TrumpGOP</c>; not McConnell, DeVos.</summary>
    private static bool IsGlued(NameToken token)
    {
        for (var i = 5; i < token.Text.Length; i++)
        {
            if (char.IsUpper(token.Text[i]) && char.IsLower(token.Text[i - 1])) return true;
        }
        return false;
    }

    /// <summary>Kim Jong Un, Moon Jae-in, Xi Jinping.</summary>
    private int FamilyFirstLength(List<NameToken> tokens, int at, int count)
    {
        if (!_familyFirst.Contains(tokens[at].Text)) return 0;
        var second = tokens[at + 1];
        if (!IsNameWord(second) || second.Text.Length < 2) return 0;
        if (second.Text.Contains('-', StringComparison.Ordinal)) return IsDoubleGiven(second.Text) ? 0 : 2;
        if (count == 3 && IsSyllable(second) && IsSyllable(tokens[at + 2])) return 3;
        return count == 2 && !IsGivenName(tokens[at]) && !IsGivenName(second) && tokens[at].Text is not ("Park" or "Moon" or "Lee" or "Han" or "Bo" or "Long") ? 2 : 0;
    }

    private bool IsSyllable(NameToken token) => token.Text.Length is >= 2 and <= 5 && !IsGivenName(token) && IsNameWord(token);

    private bool IsInitial(List<NameToken> tokens, int at) => tokens[at].Is(NameTokenTraits.Initial) && lexicon.Phrases.Match(tokens, at) is null;

    private bool HasInitial(List<NameToken> tokens, int at, int count) =>
        count is 3 or 4 && IsInitial(tokens, at + 1) && !tokens[at].Is(NameTokenTraits.Initial);

    private bool IsAfterTitle(List<NameToken> tokens, int at)
    {
        if (at == 0 || tokens[at].Is(NameTokenTraits.BreakBefore) || tokens[at - 1].Is(NameTokenTraits.Possessive)) return false;
        var before = tokens[at - 1].Text;
        return _roles.Contains(before) || (_titles.Contains(before) && !_weakTitles.Contains(before));
    }

    private bool IsKnown(List<NameToken> tokens, int at) => lexicon.Phrases.Match(tokens, at) is not null;

    /// <summary>Whether a known name of several words begins within the name and reaches its last word.</summary>
    private bool HoldsKnown(List<NameToken> tokens, int at, int last) =>
        lexicon.Phrases.Match(tokens, at) is { Words.Length: > 1 } phrase && at + phrase.Words.Length > last;

    private bool IsNameWord(NameToken token) =>
        token.Is(NameTokenTraits.Capital) && (!token.Is(NameTokenTraits.AllCapitals) || _suffixes.Contains(token.Text)) && char.IsLetter(token.Text[0])
        && !_organisationTails.Contains(token.Text) && (!_otherTails.Contains(token.Text) || IsGivenName(token)) && !_blockers.Contains(token.Text) && !IsPeople(token)
        && !token.Text.Contains('&', StringComparison.Ordinal) && token.Text.Any(char.IsAsciiLetterLower);

    /// <summary>Jean-Luc, Anne-Marie.</summary>
    private bool IsDoubleGiven(string word)
    {
        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && (_male.Contains(word[..hyphen]) || _female.Contains(word[..hyphen])) && char.IsUpper(word[Math.Min(hyphen + 1, word.Length - 1)]);
    }
}
