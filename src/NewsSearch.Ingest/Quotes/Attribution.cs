namespace NewsSearch.Ingest.Quotes;

/// <summary>Who said a marked stretch, and how that was found.</summary>
/// <param name="Speaker">Null where the sentence does not tell.</param>
/// <param name="Rule">The rule's name.</param>
internal readonly record struct Attributed(Speaker? Speaker, string? Rule);

/// <summary>A sentence with marked stretches -> who said each of them, by what stands around them in the sentence.</summary>
internal sealed class Attribution(string body, List<QuoteToken> tokens, Subjects subjects)
{
    public const string BehindQuote = "verb behind it";
    public const string BeforeQuote = "verb before it";
    public const string Tail = "verb at the sentence's end";
    public const string AccordingTo = "according to";
    public const string CalledBy = "called so by";
    public const string Label = "name as a label";
    public const string SameSentence = "same sentence";

    /// <summary>Between a quotation and the verb behind it stand at most so many words; taste.</summary>
    private const int FarthestVerb = 24;

    /// <summary>"Red" and the "green": at most so many tokens are between two that share a verb; taste.</summary>
    private const int FarthestInList = 4;

    /// <summary>Speaker of each marked stretch of the sentence, in order.</summary>
    public List<(int Token, Attributed Found)> Run(QuoteSentence sentence)
    {
        var found = new List<(int Token, Attributed Found)>();
        var zone = sentence.First;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (tokens[i].Kind != QuoteTokenKind.Marked) continue;
            var end = i + 1;
            while (end < sentence.End && tokens[end].Kind != QuoteTokenKind.Marked) end++;
            var before = found.Count > 0 ? found[^1].Found : default;
            found.Add((i, Find(sentence, zone, i, end, before)));
            zone = i + 1;
        }
        // "Red" and "green," Lind said.
        for (var k = found.Count - 2; k >= 0; k--)
        {
            if (found[k].Found.Rule is null && found[k + 1].Found.Rule is not null && found[k + 1].Token - found[k].Token <= FarthestInList) found[k] = (found[k].Token, found[k + 1].Found with { Rule = SameSentence });
        }
        return found;
    }

    private Attributed Find(QuoteSentence sentence, int zone, int at, int end, Attributed before)
    {
        if (Behind(sentence, at, end) is { } behind) return new Attributed(behind, BehindQuote);
        if (at > zone && tokens[at - 1].Has(SpeechWord.Calls) && Is(at + 1, "by") && subjects.After(at + 1, sentence.End) is { } critic) return new Attributed(critic, CalledBy);
        if (VerbBefore(zone, at) is { } verb) return Before(sentence, zone, verb, at, before);
        if (CapitalLabel(zone, at) is { } label) return new Attributed(label, Label);
        if (at > zone && at - zone <= 8 && tokens[at - 1].Kind == QuoteTokenKind.Colon && subjects.Before(at - 1, zone) is { Name: not null } named) return new Attributed(named, Label);
        if (at > sentence.First && before.Rule is not null) return before with { Rule = SameSentence };
        if (AtEnd(at, end) is { } tail) return new Attributed(tail, Tail);
        return According(sentence) is { } source ? new Attributed(source, AccordingTo) : default;
    }

    /// <summary>", said Anna Lind", ", Lind told the paper", where nothing comes between.</summary>
    private Speaker? Behind(QuoteSentence sentence, int at, int end)
    {
        var text = body.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start).TrimEnd("'’");
        var first = at + 1;
        var isPause = text.Length > 0 && text[^1] is ',' or '?' or '!' or '…' or '—' or '-' or '–' or '.';
        for (; first < end && tokens[first].IsPause; first++) isPause = true;
        if (first >= end || tokens[first].Kind != QuoteTokenKind.Word || !(isPause || at == sentence.First)) return null;
        if (subjects.IsVerb(first, first, SpeechWord.Says) && !tokens[first].Has(SpeechWord.Tells))
        {
            // "Lind, who felt "insulted," said she would go": the verb's subject stands before.
            var isOwn = sentence.First < at && first + 2 < end && tokens[first + 1].Has(SpeechWord.Pronoun) && tokens[first + 2].Kind == QuoteTokenKind.Word;
            return isOwn ? subjects.Head(sentence.First, at) : subjects.After(first, end);
        }
        if (tokens[first].Number < 0 && tokens[first].Has(SpeechWord.Joint | SpeechWord.Preposition | SpeechWord.Adverb | SpeechWord.Saying)) return null;
        for (var i = first + 1; i < end && i - first <= FarthestVerb; i++)
        {
            if (tokens[i].Kind is not (QuoteTokenKind.Word or QuoteTokenKind.Comma or QuoteTokenKind.Dash)) return null;
            if (subjects.IsVerb(i, first, SpeechWord.Says)) return subjects.Before(i, first);
        }
        return null;
    }

    /// <summary>The verb that brings in the stretch at a token: the last one before it.</summary>
    private int? VerbBefore(int zone, int at)
    {
        for (var i = at - 1; i >= zone; i--)
        {
            if (tokens[i].Kind == QuoteTokenKind.Semicolon) return null;
            if (subjects.IsVerb(i, zone, SpeechWord.Says | SpeechWord.Calls | SpeechWord.Saying) || IsAccording(i)) return i;
        }
        return null;
    }

    private Attributed Before(QuoteSentence sentence, int zone, int verb, int at, Attributed before)
    {
        if (IsAccording(verb)) return new Attributed(subjects.After(verb + 1, at), AccordingTo);
        if (tokens[verb].Has(SpeechWord.Saying) && !tokens[verb].Has(SpeechWord.Says))
        {
            if (verb > zone && tokens[verb - 1] is { Kind: QuoteTokenKind.Word, Number: >= 0 } && subjects.Before(verb, verb - 1) is { Name: not null } quoted) return new Attributed(quoted, BeforeQuote);
            return subjects.FirstPerson(zone, verb) is { } person ? new Attributed(person, BeforeQuote) : before.Speaker is not null ? before with { Rule = SameSentence } : new Attributed(subjects.Head(sentence.First, verb), BeforeQuote);
        }
        var speaker = subjects.Before(verb, zone);
        // "Lind admitted “some” mistakes and said": the verb behind "and" has the same subject.
        if (speaker?.Name is null && before.Speaker is not null && verb > zone && tokens[verb - 1].Has(SpeechWord.Joins)) return before with { Rule = SameSentence };
        if (speaker is null && zone > sentence.First && before.Rule is not null) return before with { Rule = SameSentence };
        speaker ??= tokens[verb].Has(SpeechWord.Says) && !tokens[verb].Has(SpeechWord.Tells) ? subjects.After(verb, at) : null;
        return new Attributed(speaker ?? subjects.Head(sentence.First, verb), BeforeQuote);
    }

    /// <summary>ANNA LIND, CHIEF ANALYST AT A BANK, N.Y. as a sentence by itself: her name.</summary>
    public Speaker? CapitalLabel(QuoteSentence sentence)
    {
        var end = sentence.End;
        while (end > sentence.First && tokens[end - 1].Kind == QuoteTokenKind.Stop) end--;
        for (var i = sentence.First; i < end; i++)
        {
            if (!IsLabel(tokens[i])) return null;
        }
        return CapitalLabel(sentence.First, end);
    }

    /// <summary>ANNA LIND, CHIEF ANALYST AT A BANK, OSLO "…": her name.</summary>
    private Speaker? CapitalLabel(int zone, int at)
    {
        var first = at;
        var comma = -1;
        for (; first > zone && IsLabel(tokens[first - 1]); first--)
        {
            if (tokens[first - 1].Kind == QuoteTokenKind.Comma) comma = first - 1;
        }
        return comma - first is > 1 and < 5 && at - comma > 1 ? new Speaker(body[tokens[first].Start..tokens[comma - 1].End]) : null;
    }

    private bool IsLabel(QuoteToken token) =>
        token.Kind == QuoteTokenKind.Comma || (token is { Kind: QuoteTokenKind.Word, IsCapital: true } && body.AsSpan(token.Start, token.End - token.Start).IndexOfAnyInRange('a', 'z') < 0);

    /// <summary>"It was "a mess" in the harbour, Lind said."</summary>
    private Speaker? AtEnd(int at, int end)
    {
        var comma = -1;
        for (var i = at + 1; i < end; i++)
        {
            if (tokens[i].IsPause) comma = comma < 0 || tokens[i - 1].Kind == QuoteTokenKind.Marked ? i : comma;
            if (comma < 0 || !subjects.IsVerb(i, comma + 1, SpeechWord.Says)) continue;
            var last = i - 1;
            while (last > comma && !tokens[last].IsPause) last--;
            return subjects.Before(i, last + 1) ?? subjects.Before(i, comma + 1);
        }
        return null;
    }

    private Speaker? According(QuoteSentence sentence)
    {
        for (var i = sentence.First; i < sentence.End - 1; i++)
        {
            if (IsAccording(i)) return subjects.After(i + 1, sentence.End);
        }
        return null;
    }

    private bool IsAccording(int at) => Is(at, "according") && Is(at + 1, "to");

    private bool Is(int at, string word) => tokens[at].Is(body, word);
}
