namespace NewsSearch.Ingest.Quotes;

/// <summary>A body with its marked stretches and mentions -> tokens, and sentences of them. Linear in the text.</summary>
internal sealed class QuoteTokenizer(string body, int length, List<MarkedText> marked, List<SpeakerMention> mentions)
{
    /// <summary>"(D-Calif.)" between a name and its verb is passed over; longer remarks are text.</summary>
    private const int LongestRemark = 60;

    /// <summary>In so many words behind a quotation that ends in a full stop or question mark must its "X asked" stand; taste.</summary>
    private const int FarthestVerb = 10;

    /// <summary>Longer sentences are cut, in tokens: what is looked for over a whole sentence takes linear time then.</summary>
    private const int LongestSentence = 300;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "Mr", "Mrs", "Ms", "Dr", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Gen", "Lt", "Col", "Sgt", "Capt", "Maj", "Rev", "Hon", "Prof", "St", "Ft", "Mt", "Adm", "Cmdr", "Det",
        "Supt", "Atty", "Pres", "Jr", "Sr", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec", "No", "vs",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsAbbreviation = Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    private int _mention;

    public List<QuoteToken> Tokens { get; } = new((length / 6) + 8);

    public List<QuoteSentence> Sentences { get; } = [];

    public void Run()
    {
        var next = 0;
        for (var i = 0; i < length;)
        {
            if (next < marked.Count && marked[next].OuterStart <= i)
            {
                Tokens.Add(new QuoteToken(marked[next].Start, marked[next].End, next, SpeechWord.None, QuoteTokenKind.Marked));
                i = marked[next++].OuterEnd;
                continue;
            }
            var end = next < marked.Count ? marked[next].OuterStart : length;
            i = char.IsLetterOrDigit(body[i]) || body[i] == '@' ? AddWord(i, end) : AddMark(i, end);
        }
        Tokens.Add(new QuoteToken(length, length, -1, SpeechWord.None, QuoteTokenKind.Break));
        FindSentences();
    }

    private int AddWord(int start, int limit)
    {
        var end = start + 1;
        var hasDot = false;
        for (; end < limit; end++)
        {
            if (char.IsLetterOrDigit(body[end]) || char.IsSurrogate(body[end])) continue;
            var isInside = end + 1 < limit && char.IsLetterOrDigit(body[end + 1]);
            if (isInside && body[end] is '\'' or '’' or '-' or '&') continue;
            if (body[end] != '.' || !(isInside || (hasDot && body[end - 2] == '.'))) break;
            hasDot = true;
        }
        var next = end;
        var isPossessive = false;
        if (end - start > 2 && body[end - 1] == 's' && body[end - 2] is '\'' or '’') (end, isPossessive) = (end - 2, true);
        else if (end < limit && body[end - 1] == 's' && body[end] is '\'' or '’') isPossessive = true;
        var word = body.AsSpan(start, end - start);
        Tokens.Add(new QuoteToken(start, end, MentionAt(start, end), SpeechWords.Of(word), QuoteTokenKind.Word, char.IsUpper(word[0]), isPossessive));
        // "in Washington, D.C. “We": the dot ends the sentence too.
        if (hasDot && body[end - 1] == '.' && limit < length && end + 1 == limit && char.IsUpper(body[limit + 1])) Tokens.Add(new QuoteToken(end - 1, end, -1, SpeechWord.None, QuoteTokenKind.Stop));
        return next;
    }

    private int MentionAt(int start, int end)
    {
        while (_mention < mentions.Count && mentions[_mention].End <= start) _mention++;
        return _mention < mentions.Count && mentions[_mention].Start < end ? _mention : -1;
    }

    private int AddMark(int at, int limit)
    {
        switch (body[at])
        {
            case ',': return Add(QuoteTokenKind.Comma);
            case ';': return Add(QuoteTokenKind.Semicolon);
            case ':': return at > 0 && at + 1 < limit && char.IsAsciiDigit(body[at - 1]) && char.IsAsciiDigit(body[at + 1]) ? at + 1 : Add(QuoteTokenKind.Colon);
            case '—' or '–' or '―': return Add(QuoteTokenKind.Dash);
            case '-' when at + 1 < limit && (body[at + 1] == '-' || (body[at + 1] == ' ' && at > 0 && body[at - 1] == ' ')): return Add(QuoteTokenKind.Dash) + 1;
            case '!' or '?' or '…': return Add(QuoteTokenKind.Stop);
            case '.': return (at + 1 < limit && body[at + 1] == ',') || IsAfterAbbreviation(at) ? at + 1 : Add(QuoteTokenKind.Stop);
            case '(':
                var close = body.AsSpan(at, Math.Min(limit - at, LongestRemark)).IndexOf(')');
                return close < 0 ? at + 1 : at + close + 1;
            case '\n' when at + 1 < limit && body[at + 1] == '\n': return Add(QuoteTokenKind.Break) + 1;
            default: return at + 1;
        }

        int Add(QuoteTokenKind kind)
        {
            Tokens.Add(new QuoteToken(at, at + 1, -1, SpeechWord.None, kind));
            return at + 1;
        }
    }

    private bool IsAfterAbbreviation(int at)
    {
        if (Tokens.Count == 0 || Tokens[^1] is not { Kind: QuoteTokenKind.Word, IsCapital: true } word || word.End != at) return false;
        var isMiddle = at + 2 < length && body[at + 1] == ' ' && char.IsLetterOrDigit(body[at + 2]);
        return isMiddle && (word.End - word.Start == 1 || IsAbbreviation.Contains(body.AsSpan(word.Start, word.End - word.Start)));
    }

    private void FindSentences()
    {
        var paragraph = 0;
        var first = 0;
        for (var i = 0; i < Tokens.Count; i++)
        {
            var token = Tokens[i];
            if (token.Kind == QuoteTokenKind.Break)
            {
                End(i);
                first = i + 1;
                paragraph++;
            }
            else if (i - first >= LongestSentence || (token.Kind == QuoteTokenKind.Stop && !IsLowerWord(i + 1)) || (token.Kind == QuoteTokenKind.Marked && EndsSentence(i)))
            {
                while (Tokens[i + 1].Kind == QuoteTokenKind.Stop) i++;
                End(i + 1);
                first = i + 1;
            }
        }

        void End(int end)
        {
            if (end > first) Sentences.Add(new QuoteSentence(first, end, paragraph));
        }
    }

    private bool IsLowerWord(int at) => Tokens[at] is { Kind: QuoteTokenKind.Word, IsCapital: false };

    /// <summary>Whether a marked stretch ends the sentence: it ends in a full stop or its like, and no "X asked" follows.</summary>
    private bool EndsSentence(int at)
    {
        var text = body.AsSpan(Tokens[at].Start, Tokens[at].End - Tokens[at].Start).TrimEnd("'’”\"");
        if (text.IsEmpty || text[^1] is not ('.' or '!' or '?' or '…')) return false;
        if (Tokens[at + 1].Kind == QuoteTokenKind.Marked) return true;
        if (Tokens[at + 1] is not { Kind: QuoteTokenKind.Word, IsCapital: true } next) return false;
        if (next.Has(SpeechWord.Joint | SpeechWord.Preposition | SpeechWord.Adverb)) return true;
        for (var i = at + 1; i <= at + FarthestVerb && Tokens[i].Kind is QuoteTokenKind.Word or QuoteTokenKind.Comma; i++)
        {
            if (Tokens[i].Has(SpeechWord.Joint | SpeechWord.Calls)) return true;
            if (Tokens[i].Has(SpeechWord.Says)) return text[^1] is '.' or '…' ? !EndsSoon(i) : IsFollowedByWords(i);
        }
        return true;
    }

    /// <summary>Whether little but a full stop follows a verb: "Smith said."</summary>
    private bool EndsSoon(int verb) => Tokens[verb + 1].Kind is QuoteTokenKind.Stop or QuoteTokenKind.Break;

    /// <summary>Whether somebody's words follow the verb, so that it does not belong to those before: "Smith said: …", "Smith said that".</summary>
    private bool IsFollowedByWords(int verb)
    {
        var next = Tokens[verb + 1];
        if (next.Kind == QuoteTokenKind.Comma) next = Tokens[verb + 2];
        return next.Kind is QuoteTokenKind.Colon or QuoteTokenKind.Marked || next.Has(SpeechWord.Joint | SpeechWord.Pronoun);
    }
}
