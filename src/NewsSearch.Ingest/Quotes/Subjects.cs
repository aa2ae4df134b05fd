using NewsSearch.Ingest.Entities;

namespace NewsSearch.Ingest.Quotes;

/// <summary>A verb in its sentence -> who does it.</summary>
/// <remarks>Each look goes over at most <see cref="FarthestSubject"/> tokens, so that all of them together take linear time.</remarks>
internal sealed class Subjects(string body, List<QuoteToken> tokens, List<SpeakerMention> mentions, Focus focus)
{
    private const int FarthestSubject = 64;

    /// <summary>"for Mayor Anna Lind of Oslo and Holm": so far before a name its preposition may stand; taste.</summary>
    private const int FarthestOwner = 12;

    /// <summary>Whether a token is a verb of some kind, not the noun of the same letters.</summary>
    /// <param name="at">Number of the token.</param>
    /// <param name="first">Number of the first token of its clause.</param>
    /// <param name="kinds">The kinds of verbs.</param>
    public bool IsVerb(int at, int first, SpeechWord kinds)
    {
        var token = tokens[at];
        if (token is not { Kind: QuoteTokenKind.Word, Number: < 0 } || !token.Has(kinds)) return false;
        var auxiliary = at - 1;
        while (auxiliary > first && Text(tokens[auxiliary]).EndsWith("ly") && !tokens[auxiliary].IsCapital) auxiliary--;
        if (at > first && tokens[auxiliary].Has(SpeechWord.Be) && !token.Has(SpeechWord.Saying)) return false;
        if (!token.Has(SpeechWord.Noun | SpeechWord.Base)) return at == first || !tokens[at - 1].Has(SpeechWord.Definite | SpeechWord.Indefinite) || token.Has(SpeechWord.Saying);
        // "“But no!” cry his friends."
        if (at == first) return token.Has(SpeechWord.Base) && !token.IsCapital && tokens[at + 1] is { Kind: QuoteTokenKind.Word } next && (next.Number >= 0 || next.Has(SpeechWord.Definite | SpeechWord.Indefinite));
        var before = tokens[at - 1];
        if (before.Has(SpeechWord.Adverb | SpeechWord.They)) return true;
        if (before.Kind != QuoteTokenKind.Word || before.IsPossessive) return false;
        return before.Number >= 0 || before.Has(token.Has(SpeechWord.Base) ? SpeechWord.Who : SpeechWord.Pronoun | SpeechWord.Who) || (token.Has(SpeechWord.Base) && Text(before) is [.., not 's', 's'] && !before.Has(SpeechWord.Definite | SpeechWord.Pronoun));
    }

    /// <summary>The subject before a verb: "Anna Lind of the bank later [said]", "Lind, who is 40, [said]", "the president [said]".</summary>
    /// <param name="verb">Number of the verb's token.</param>
    /// <param name="first">Number of the first token that may belong to it.</param>
    public Speaker? Before(int verb, int first)
    {
        first = Math.Max(first, verb - FarthestSubject);
        var i = verb - 1;
        while (i >= first && IsPassed(tokens[i])) i--;
        if (i < first) return null;
        var token = tokens[i];
        if (token.Kind != QuoteTokenKind.Word) return token.IsPause ? BeforeRemark(first, i) : null;
        if (token.Has(SpeechWord.Joins)) return i > first ? Head(first, i) : null;
        if (token.Has(SpeechWord.Pronoun)) return Meant(token.Tells, first, i);
        if (token.Has(SpeechWord.Who)) return i > first ? Head(Math.Max(first, i - 8), i) : null;
        var start = i;
        while (start > first && tokens[start - 1].Kind == QuoteTokenKind.Word && !EndsPhrase(start - 1)) start--;
        var subject = Phrase(start, i + 1);
        // "Anna Lind, chief of the bridge office said", without the second comma
        return subject?.Name is null && start > first + 1 && tokens[start - 1].Kind == QuoteTokenKind.Comma && tokens[start].Has(SpeechWord.Title | SpeechWord.Definite) ? FirstPerson(first, start) ?? subject : subject;
    }

    /// <summary>The subject before a verb that stands behind a pause: "Lind, a baker, [said]", but not "It is open, [said] Lind" nor "Lind is at home, [said] Holm".</summary>
    public Speaker? BeforePause(int verb, int first)
    {
        for (var i = Math.Max(first, verb - FarthestSubject); i < verb - 1; i++)
        {
            if (tokens[i].IsPause) return Before(verb, first) is { Name: not null } named ? named : null;
        }
        return null;
    }

    /// <summary>"…, Anna Lind, the mayor of the town, [said]": who stands before the remark between two commas.</summary>
    private Speaker? BeforeRemark(int first, int end)
    {
        var comma = end - 1;
        while (comma > first && !tokens[comma].IsPause) comma--;
        var start = comma;
        while (start > first && !tokens[start - 1].IsPause) start--;
        if (start == comma || tokens[start].Has(SpeechWord.Who | SpeechWord.Preposition)) return Head(first, end);
        return FirstPerson(start, comma) ?? Head(first, end);
    }

    /// <summary>The subject behind a verb: "[said] Anna Lind, a baker", "[said] the bank's president, Anna Lind".</summary>
    public Speaker? After(int verb, int end)
    {
        end = Math.Min(end, verb + FarthestSubject);
        var start = verb + 1;
        while (start < end && IsPassed(tokens[start])) start++;
        if (start >= end || tokens[start].Kind != QuoteTokenKind.Word) return null;
        if (tokens[start].Has(SpeechWord.Pronoun)) return focus.Meant(tokens[start].Tells);
        if (tokens[start].Has(SpeechWord.Preposition | SpeechWord.Joint)) return null;
        var stop = start;
        while (stop < end && tokens[stop].Kind == QuoteTokenKind.Word && (stop == start || !EndsPhrase(stop) || tokens[stop].Has(SpeechWord.Joins))) stop++;
        if (FirstPerson(start, stop) is { } person) return person;
        // "said the bank's president, Anna Lind": the name may stand behind a comma.
        if (!tokens[start].Has(SpeechWord.Indefinite) && stop + 1 < end && tokens[stop].Kind == QuoteTokenKind.Comma && tokens[stop + 1] is { Kind: QuoteTokenKind.Word, IsCapital: true })
        {
            var last = stop + 1;
            while (last < end && tokens[last].Kind == QuoteTokenKind.Word && !EndsPhrase(last)) last++;
            if (FirstPerson(stop + 1, last) is { } behind) return behind;
        }
        // "said President of the Federation Anna Lind"
        return (tokens[start].Has(SpeechWord.Title) ? FirstMention(start, stop, isPerson: true) : null) ?? Phrase(start, stop);
    }

    /// <summary>The subject of a clause of which only the beginning and the end are known: its first person who is no part of a remark on another.</summary>
    public Speaker? Head(int first, int end)
    {
        first = Math.Max(first, end - FarthestSubject);
        while (first < end && tokens[first].Kind != QuoteTokenKind.Word) first++;
        if (first >= end) return null;
        Speaker? organisation = null;
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Kind is QuoteTokenKind.Semicolon or QuoteTokenKind.Colon) return Head(i + 1, end);
            if (tokens[i].Has(SpeechWord.He | SpeechWord.She)) return focus.Meant(tokens[i].Tells);
            if (tokens[i].Kind != QuoteTokenKind.Word || (i > first && tokens[i].Number >= 0 && tokens[i - 1].Number == tokens[i].Number)) continue;
            if (tokens[i].Number < 0) continue;
            var mention = mentions[tokens[i].Number];
            if (IsOwnerOrObject(i, first)) continue;
            if (mention.Kind == NameKind.Person) return SpeakerOf(tokens[i].Number);
            if (organisation is null && mention.Kind == NameKind.Organisation && !IsFollowedByNoun(i)) organisation = new Speaker(mention.Name, IsPerson: false);
        }
        if (organisation is not null) return organisation;
        var last = first;
        while (last < end && tokens[last].Kind == QuoteTokenKind.Word && (last == first || !(EndsPhrase(last) || (tokens[last].Number < 0 && tokens[last].Has(SpeechWord.Adverb))))) last++;
        return last > first ? Phrase(first, last) : null;
    }

    /// <summary>The first person of a stretch who is nobody's owner and behind no preposition.</summary>
    public Speaker? FirstPerson(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var token = tokens[i];
            if (token.Kind != QuoteTokenKind.Word || token.Number < 0 || mentions[token.Number].Kind != NameKind.Person || (i > first && tokens[i - 1].Number == token.Number)) continue;
            if (!IsOwnerOrObject(i, first)) return SpeakerOf(token.Number);
        }
        return null;
    }

    /// <summary>The person or organisation whose mention begins at a token: up to which token, whether it is an owner ("Lind's"), and whether it stands behind a preposition.</summary>
    public (Speaker Speaker, int End, bool IsOwner, bool IsObject)? At(int at, int first)
    {
        var token = tokens[at];
        if (token.Kind != QuoteTokenKind.Word || token.Number < 0 || mentions[token.Number].Kind == NameKind.Place || (at > first && tokens[at - 1].Number == token.Number)) return null;
        var end = at + 1;
        while (tokens[end].Kind == QuoteTokenKind.Word && tokens[end].Number == token.Number) end++;
        return (SpeakerOf(token.Number), end, tokens[end - 1].IsPossessive, IsOwnerOrObject(at, first));
    }

    public bool IsAccording(int at) => tokens[at].Is(body, "according") && tokens[at + 1].Is(body, "to");

    /// <summary>Who a phrase without verbs means: the last person in it who is not behind a preposition; else an organisation; else whom its noun means.</summary>
    private Speaker? Phrase(int start, int end)
    {
        if (PersonIn(start, end) is { } person) return person;
        // "the leader of the CAM Anna Lind"
        if (tokens[end - 1] is { Number: >= 0, IsPossessive: false } last && mentions[last.Number].Kind == NameKind.Person && (tokens[start].Has(SpeechWord.Definite) || tokens[start].IsCapital) && !tokens[start].Has(SpeechWord.Indefinite)) return SpeakerOf(last.Number);
        var head = end;
        for (var i = start + 1; i < end; i++)
        {
            if (tokens[i].Has(SpeechWord.Preposition) && tokens[i].Number < 0)
            {
                head = i;
                break;
            }
        }
        var noun = tokens[head - 1];
        if (noun.Number >= 0 && !noun.IsPossessive) return mentions[noun.Number].Kind == NameKind.Place ? Speaker.Unnamed : SpeakerOf(noun.Number);
        if (head + 1 < end && noun.Has(SpeechWord.TextNoun | SpeechWord.Document) && FirstMention(head + 1, end, isPerson: false) is { } author) return author;
        if (noun.Has(SpeechWord.TextNoun | SpeechWord.Document) && Owner(start, head - 1) is { } owner) return owner;
        if (tokens[start].Has(SpeechWord.Indefinite)) return Speaker.Unnamed;
        if (noun.Has(SpeechWord.OrganisationNoun))
        {
            for (var i = head - 2; i >= start; i--)
            {
                if (tokens[i].Number >= 0 && mentions[tokens[i].Number].Kind == NameKind.Organisation && !tokens[i].IsPossessive) return SpeakerOf(tokens[i].Number);
            }
        }
        if (!tokens[start].Has(SpeechWord.Definite)) return Speaker.Unnamed;
        var modifier = head - 2 > start ? tokens[head - 2] : default;
        return focus.Meant(Text(noun), Text(modifier), noun.Tells) ?? Speaker.Unnamed;
    }

    /// <summary>"Lind's [letter]", "the bank [statement]", "Lind's majority [opinion]": whose it is.</summary>
    private Speaker? Owner(int start, int noun)
    {
        for (var i = noun - 1; i >= start; i--)
        {
            if (tokens[i] is { Kind: QuoteTokenKind.Word, Number: >= 0 } owner) return mentions[owner.Number].Kind != NameKind.Place && (owner.IsPossessive || i == noun - 1) ? SpeakerOf(owner.Number) : null;
        }
        return null;
    }

    /// <summary>The first name of a stretch, whatever stands before it.</summary>
    public Speaker? FirstMention(int start, int end, bool isPerson)
    {
        for (var i = start; i < end; i++)
        {
            if (tokens[i] is { Kind: QuoteTokenKind.Word, Number: >= 0 } && mentions[tokens[i].Number].Kind is var kind && (kind == NameKind.Person || (kind == NameKind.Organisation && !isPerson))) return SpeakerOf(tokens[i].Number);
        }
        return null;
    }

    private Speaker? PersonIn(int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (tokens[i].Number < 0 || tokens[i].Kind != QuoteTokenKind.Word) continue;
            var number = tokens[i].Number;
            var last = i;
            while (i > start && tokens[i - 1].Number == number) i--;
            if (mentions[number].Kind == NameKind.Person && !tokens[last].IsPossessive && !IsOwnerOrObject(i, start)) return SpeakerOf(number);
        }
        return null;
    }

    /// <summary>Whom a pronoun means: the subject of its own sentence before that of others.</summary>
    private Speaker? Meant(SpeechWord pronoun, int first, int at) =>
        (pronoun & (SpeechWord.He | SpeechWord.She)) != 0 && (FirstPerson(first, at) ?? Opening(first, at)) is { } person && focus.Fits(person, pronoun) ? person : focus.Meant(pronoun);

    /// <summary>"In Lind's speech on Monday, she [said]": whose it was.</summary>
    private Speaker? Opening(int first, int at)
    {
        if (!tokens[first].Has(SpeechWord.Preposition) || tokens[at - 1].Kind != QuoteTokenKind.Comma) return null;
        var owner = first + 1;
        while (owner < at && tokens[owner].Has(SpeechWord.Title)) owner++;
        var last = owner;
        while (last + 1 < at && tokens[last + 1].Number == tokens[owner].Number) last++;
        return tokens[owner] is { Kind: QuoteTokenKind.Word, Number: >= 0 } && tokens[last].IsPossessive && mentions[tokens[owner].Number].Kind == NameKind.Person ? SpeakerOf(tokens[owner].Number) : null;
    }

    /// <summary>A mention as a speaker. Of namesakes a bare surname means the one whom the text was about last: "Peter Lind's sister, Anna Lind, came. Lind said".</summary>
    private Speaker SpeakerOf(int number)
    {
        var mention = mentions[number];
        if (mention.Kind != NameKind.Person) return new Speaker(mention.Name, IsPerson: false);
        return focus.Namesake(mention.Name, body.AsSpan(mention.Start, mention.End - mention.Start)) ?? new Speaker(mention.Name);
    }

    private ReadOnlySpan<char> Text(QuoteToken token) => body.AsSpan(token.Start, token.End - token.Start);

    /// <summary>Whether a mention that begins at a token is another's owner, or behind a preposition: "for Lind", "Lind's".</summary>
    private bool IsOwnerOrObject(int at, int first)
    {
        var before = at - 1;
        while (before > first && before > at - 4 && tokens[before].Kind == QuoteTokenKind.Word && MayIntroduce(before, at)) before--;
        // "for Lind and Holm": the second is one too.
        if (before > first && tokens[before].Has(SpeechWord.Joins) && tokens[before - 1].Number >= 0)
        {
            before--;
            while (before > first && before > at - FarthestOwner && (tokens[before - 1].Number == tokens[before].Number || MayIntroduce(before - 1, before))) before--;
            before--;
        }
        if (before >= first && tokens[before].Has(SpeechWord.Preposition) && !tokens[before].Has(SpeechWord.Joint)) return true;
        var last = at;
        while (tokens[last + 1].Kind == QuoteTokenKind.Word && tokens[last + 1].Number == tokens[at].Number) last++;
        return tokens[last].IsPossessive;
    }

    /// <summary>Whether a word before a person belongs to the name: "the", "Mayor", and before a title its place or organisation: "Greens leader".</summary>
    private bool MayIntroduce(int word, int person)
    {
        var token = tokens[word];
        if (token.Number < 0) return token.IsCapital || token.Has(SpeechWord.Title | SpeechWord.Definite | SpeechWord.Indefinite);
        return mentions[token.Number].Kind != NameKind.Person && word + 1 < person && (tokens[word + 1].Number == token.Number || tokens[word + 1].Has(SpeechWord.Title));
    }

    private bool IsFollowedByNoun(int at)
    {
        while (tokens[at + 1].Kind == QuoteTokenKind.Word && tokens[at + 1].Number == tokens[at].Number) at++;
        return tokens[at + 1] is { Kind: QuoteTokenKind.Word } next && !Text(next).EndsWith("ed") && !next.Has(SpeechWord.NotName | SpeechWord.Says | SpeechWord.Calls | SpeechWord.Saying | SpeechWord.Adverb | SpeechWord.Day | SpeechWord.Preposition | SpeechWord.Joint | SpeechWord.Definite);
    }

    /// <summary>Whether a word may stand between subject and verb: "later", "has", "angrily".</summary>
    private bool IsPassed(QuoteToken token) =>
        token is { Kind: QuoteTokenKind.Word, Number: < 0 } && (token.Has(SpeechWord.Adverb | SpeechWord.Day) || (!token.IsCapital && token.End - token.Start > 4 && body.AsSpan(token.End - 2, 2) is "ly"));

    private bool EndsPhrase(int at)
    {
        var token = tokens[at];
        if (token.Number >= 0) return false;
        if (token.Has(SpeechWord.Joins)) return !(at > 0 && tokens[at - 1] is { Kind: QuoteTokenKind.Word, IsCapital: true } && tokens[at + 1] is { Kind: QuoteTokenKind.Word, IsCapital: true });
        return token.Has(SpeechWord.Joint | SpeechWord.Saying) || (token.Has(SpeechWord.Says | SpeechWord.Calls) && !token.Has(SpeechWord.Title | SpeechWord.NameNoun | SpeechWord.TextNoun));
    }
}
