namespace NewsSearch.Ingest.Quotes;

/// <summary>Whether a marked stretch is a quotation, not a title, a term or irony.</summary>
internal sealed class QuoteTest(string body, List<QuoteToken> tokens)
{
    /// <summary>So many words are a quotation without anybody to say them; taste.</summary>
    private const int FewestWordsAlone = 5;

    /// <summary>No more words follow "the phrase"; taste.</summary>
    private const int LongestTerm = 6;

    /// <summary>No more words follow "dubbed"; taste.</summary>
    private const int LongestName = 3;

    private const int CountedWords = 8;

    /// <param name="at">Number of the stretch's token.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="found">Who said it.</param>
    public bool Accepts(int at, QuoteSentence sentence, Attributed found)
    {
        var text = body.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start);
        var (words, isTitle) = Count(text);
        if (words == 0) return false;
        var before = at > sentence.First ? tokens[at - 1] : default;
        if (found.Rule != Attribution.CalledBy && before.Has(SpeechWord.Naming | SpeechWord.NameNoun))
        {
            if (isTitle || words <= (before.Has(SpeechWord.NameNoun) ? LongestTerm : LongestName)) return false;
        }
        if (isTitle && !IsAlone(at, sentence) && !IsSpoken(before) && found.Rule != Attribution.BehindQuote) return false;
        if (IsAlone(at, sentence)) return text.ContainsAnyInRange('a', 'z') && (words > 1 || text[^1] is '.' or ',' or '!' or '?'); // in capitals it is a heading
        return (found.Rule is not null && (found.Speaker?.Name is not null || words > 2 || found.Rule == Attribution.BeforeQuote)) || words >= FewestWordsAlone;
    }

    /// <summary>Whether the sentence is nothing but marked stretches.</summary>
    public bool IsAlone(int at, QuoteSentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (tokens[i].Kind == QuoteTokenKind.Word) return false;
        }
        return at < sentence.End;
    }

    private static bool IsSpoken(QuoteToken before) => before.Kind is QuoteTokenKind.Colon or QuoteTokenKind.Comma || before.Has(SpeechWord.Says | SpeechWord.Saying);

    /// <summary>Words, up to <see cref="CountedWords"/>; and whether all of them but short ones have capital letters.</summary>
    private static (int Words, bool IsTitle) Count(ReadOnlySpan<char> text)
    {
        int words = 0, capitals = 0, smalls = 0;
        for (var i = 0; i < text.Length && words < CountedWords;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '\'' or '’' or '-')) i++;
            words++;
            if (char.IsUpper(text[start])) capitals++;
            else if (i - start > 3 && char.IsLetter(text[start])) smalls++;
        }
        return (words, capitals > 1 && smalls == 0);
    }
}
