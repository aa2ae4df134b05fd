using NewsSearch.Archive;

namespace NewsSearch.Ingest.Quotes;

/// <summary>A sentence without quotation marks -> what somebody says in it, by report: "Lind said that the bridge is open".</summary>
internal sealed class Reports(string body, List<QuoteToken> tokens, Subjects subjects)
{
    public const string SaidThat = "said that";
    public const string Tail = "verb at the sentence's end";
    public const string AccordingTo = "according to";

    /// <summary>"that" is looked for in so many words behind the verb: "told reporters in the capital that"; taste.</summary>
    private const int FarthestThat = 8;

    /// <summary>Fewer words behind "said" are its object, not a report: "said no word"; taste.</summary>
    private const int FewestWords = 4;

    /// <summary>Who reports what; a speaker without a range where the sentence only tells that somebody spoke.</summary>
    public (Speaker? Speaker, TextRange? Said, string? Rule) Find(QuoteSentence sentence)
    {
        if (Inverted(sentence) is { } inverted) return inverted;
        if (AtEnd(sentence) is { } last) return last;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var token = tokens[i];
            if (token.Kind != QuoteTokenKind.Word || token.Number >= 0) continue;
            if (subjects.IsAccording(i)) return According(sentence, i);
            if (!subjects.IsVerb(i, sentence.First, SpeechWord.Says)) continue;
            if (subjects.Before(i, sentence.First) is not { } speaker) continue;
            if (Clause(i, sentence.End) is { } clause) return (speaker, Range(clause, sentence.End), SaidThat);
            return (speaker, null, null);
        }
        return default;
    }

    /// <summary>"The bridge has often been said to be safe, Lind said.": its last verb brings in all of it.</summary>
    private (Speaker? Speaker, TextRange? Said, string? Rule)? AtEnd(QuoteSentence sentence)
    {
        for (var i = sentence.End - 1; i > sentence.First && i >= sentence.End - FarthestThat; i--)
        {
            if (subjects.IsAccording(i)) return null;
            if (!subjects.IsVerb(i, sentence.First, SpeechWord.Says)) continue;
            return Clause(i, sentence.End) is null && IsTail(i, sentence) is { } end && subjects.Before(i, sentence.First) is { } speaker ? (speaker, Range(sentence.First, end), Tail) : null;
        }
        return null;
    }

    /// <summary>"The bridge is safe, said Lind, a baker."</summary>
    private (Speaker? Speaker, TextRange? Said, string? Rule)? Inverted(QuoteSentence sentence)
    {
        for (var i = sentence.First + FewestWords; i < sentence.End; i++)
        {
            if (tokens[i - 1].Kind != QuoteTokenKind.Comma || !tokens[i].Has(SpeechWord.Says) || tokens[i].Has(SpeechWord.Tells) || tokens[i + 1].Has(SpeechWord.Pronoun) || !subjects.IsVerb(i, i, SpeechWord.Says)) continue;
            if (subjects.After(i, sentence.End) is { } speaker && subjects.BeforePause(i, sentence.First) is null) return (speaker, Range(sentence.First, i - 1), Tail);
        }
        return null;
    }

    /// <summary>The first token of the words that the verb brings in.</summary>
    private int? Clause(int verb, int end)
    {
        // "said it was sad that": the clause begins with "it".
        var isClause = tokens[verb + 1].Has(SpeechWord.Pronoun) && !tokens[verb].Has(SpeechWord.Tells);
        for (var i = verb + 1; !isClause && i < end && i <= verb + FarthestThat && tokens[i].Kind == QuoteTokenKind.Word; i++)
        {
            if (tokens[i].Is(body, "that")) return i + 2 < end ? i + 1 : null;
            if (tokens[i].Has(SpeechWord.Says | SpeechWord.Saying)) break;
        }
        var first = verb + 1;
        while (first < end && tokens[first].Has(SpeechWord.Day)) first++;
        if (end - first < FewestWords || tokens[first].Kind != QuoteTokenKind.Word || !tokens[verb].Has(SpeechWord.Says) || tokens[verb].Has(SpeechWord.Tells)) return null;
        if (!tokens[verb].Is(body, "said") && !tokens[verb].Is(body, "says") && !tokens[verb].Is(body, "say")) return null;
        return tokens[first].Number < 0 && tokens[first].Has(SpeechWord.Preposition | SpeechWord.Joint | SpeechWord.Adverb) ? null : first;
    }

    /// <summary>Where the words end that stand before ", Lind said on Monday."</summary>
    private int? IsTail(int verb, QuoteSentence sentence)
    {
        if (sentence.End - verb > FarthestThat) return null;
        var comma = verb;
        while (comma > sentence.First && tokens[comma].Kind == QuoteTokenKind.Word) comma--;
        // ", but his friends go on": begins no "Lind said".
        return comma - sentence.First > 3 && tokens[comma].Kind == QuoteTokenKind.Comma && (tokens[comma + 1].Number >= 0 || !tokens[comma + 1].Has(SpeechWord.Joint | SpeechWord.Preposition | SpeechWord.Adverb | SpeechWord.Saying)) ? comma : null;
    }

    private (Speaker? Speaker, TextRange? Said, string? Rule) According(QuoteSentence sentence, int at)
    {
        if (subjects.After(at + 1, sentence.End) is not { } source) return default;
        if (at > sentence.First) return (source, at - sentence.First > 3 && !GoesOn(at, sentence.End) ? Range(sentence.First, tokens[at - 1].IsPause ? at - 1 : at) : null, AccordingTo);
        var comma = at;
        while (comma < sentence.End && tokens[comma].Kind != QuoteTokenKind.Comma) comma++;
        return (source, sentence.End - comma > 4 ? Range(comma + 1, sentence.End) : null, AccordingTo);
    }

    /// <summary>"…, according to Lind, the bridge is safe": the words behind the source are the report, or half of it.</summary>
    private bool GoesOn(int at, int end)
    {
        var comma = at;
        while (comma < end && tokens[comma].Kind != QuoteTokenKind.Comma) comma++;
        return end - comma > FewestWords && comma - at <= FarthestThat && tokens[at - 1].Kind == QuoteTokenKind.Comma;
    }

    private TextRange Range(int first, int end)
    {
        while (end > first + 1 && tokens[end - 1].Kind is QuoteTokenKind.Stop or QuoteTokenKind.Comma) end--;
        var last = tokens[end - 1];
        return new TextRange(tokens[first].Start, last.End + (last.IsPossessive && last.End + 1 < body.Length && body[last.End + 1] == 's' ? 2 : 0));
    }
}
