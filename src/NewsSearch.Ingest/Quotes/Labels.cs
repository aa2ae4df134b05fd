namespace NewsSearch.Ingest.Quotes;

/// <summary>Names that stand before or below a quotation as a label.</summary>
internal sealed class Labels(string body, List<QuoteToken> tokens, Subjects subjects)
{
    /// <summary>A line below a quotation that names its author is no longer, in tokens; taste.</summary>
    private const int LongestCredit = 12;

    /// <summary>"Lind in a letter to the editor: “…”" has no more tokens before the colon; taste.</summary>
    private const int LongestLabel = 8;

    /// <summary>ANNA LIND, CHIEF ANALYST AT A BANK, N.Y. as a sentence by itself: her name.</summary>
    public Speaker? Alone(QuoteSentence sentence)
    {
        var end = sentence.End;
        while (end > sentence.First && tokens[end - 1].Kind == QuoteTokenKind.Stop) end--;
        for (var i = sentence.First; i < end; i++)
        {
            if (!IsInCapitals(tokens[i])) return null;
        }
        return Before(sentence.First, end);
    }

    /// <summary>ANNA LIND, CHIEF ANALYST AT A BANK, OSLO "…": her name.</summary>
    public Speaker? Before(int zone, int at)
    {
        var first = at;
        var comma = -1;
        for (; first > zone && IsInCapitals(tokens[first - 1]); first--)
        {
            if (tokens[first - 1].Kind == QuoteTokenKind.Comma) comma = first - 1;
        }
        return comma - first is > 1 and < 5 && at - comma > 1 ? new Speaker(body[tokens[first].Start..tokens[comma - 1].End]) : null;
    }

    /// <summary>Anna Lind: "…"</summary>
    public Speaker? WithColon(int zone, int at) =>
        at > zone && at - zone <= LongestLabel && tokens[at - 1].Kind == QuoteTokenKind.Colon && subjects.Before(at - 1, zone) is { Name: not null } named ? named : null;

    /// <summary>The author in a line such as "Anna Lind, The Example".</summary>
    public Speaker? Credit(QuoteSentence sentence)
    {
        if (sentence.End - sentence.First > LongestCredit) return null;
        var comma = sentence.First;
        while (comma < sentence.End && tokens[comma].Kind == QuoteTokenKind.Word && !tokens[comma].Has(SpeechWord.Says)) comma++;
        if (comma == sentence.End || tokens[comma].Kind != QuoteTokenKind.Comma || tokens[sentence.End - 1].Kind == QuoteTokenKind.Stop) return null;
        if (subjects.FirstPerson(sentence.First, comma) is { } person) return person;
        for (var i = sentence.First; i < comma; i++)
        {
            if (!tokens[i].IsCapital) return null;
        }
        return comma - sentence.First is > 1 and < 5 ? new Speaker(body[tokens[sentence.First].Start..tokens[comma - 1].End]) : null;
    }

    private bool IsInCapitals(QuoteToken token) =>
        token.Kind == QuoteTokenKind.Comma || (token is { Kind: QuoteTokenKind.Word, IsCapital: true } && body.AsSpan(token.Start, token.End - token.Start).IndexOfAnyInRange('a', 'z') < 0);
}
