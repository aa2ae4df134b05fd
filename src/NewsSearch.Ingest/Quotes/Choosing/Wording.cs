namespace NewsSearch.Ingest.Quotes.Choosing;

/// <summary>A marked stretch -> what speaks for its being a title, a term or irony, and no quotation.</summary>
internal sealed class Wording(string body, List<QuoteToken> tokens)
{
    private const int CountedWords = 8;

    /// <summary>More words than these are many.</summary>
    private const int FewWords = 4;

    /// <summary>Whether a stretch may be a quotation at all: it has a word, and is no heading in capital letters.</summary>
    public bool MayBeQuotation(Stretch stretch)
    {
        var text = Text(stretch);
        var (words, _) = Count(text);
        return words > 0 && (!stretch.IsAlone || (text.ContainsAnyInRange('a', 'z') && (words > 1 || text[^1] is '.' or ',' or '!' or '?')));
    }

    /// <param name="stretch">The stretch.</param>
    /// <param name="hasVerb">Whether a verb of speech stands near it.</param>
    /// <param name="nobody">Told whether it is short.</param>
    public Candidate NoQuotation(Stretch stretch, bool hasVerb, Candidate nobody)
    {
        var none = new Candidate(null) { IsNoQuotation = true };
        none.Add(Cue.NoQuotation);
        if (stretch.Place < 2) none.Add(Cue.NoQuotationAlone + stretch.Place);
        var text = Text(stretch);
        var (words, isTitle) = Count(text);
        if (words <= FewWords)
        {
            none.Add(words == 1 ? Cue.OneWord : words == 2 ? Cue.TwoWords : Cue.FewWords);
            nobody.Add(Cue.NobodyShort);
        }
        var before = stretch.At > stretch.Sentence.First ? tokens[stretch.At - 1] : default;
        if (isTitle) none.Add(stretch.IsAlone || before.Kind is QuoteTokenKind.Colon or QuoteTokenKind.Comma || before.Has(SpeechWord.Says | SpeechWord.Saying) ? Cue.TitleSpoken : Cue.Title);
        if (before.Has(SpeechWord.Naming)) none.Add(Cue.NamingBefore);
        if (before.Has(SpeechWord.NameNoun)) none.Add(Cue.NameNounBefore);
        if (before.Has(SpeechWord.Definite | SpeechWord.Indefinite)) none.Add(Cue.ArticleBefore);
        if (before.Has(SpeechWord.Says | SpeechWord.Calls | SpeechWord.Saying)) none.Add(Cue.VerbRightBefore);
        if (stretch.At + 1 < stretch.Sentence.End && IsNoun(tokens[stretch.At + 1])) none.Add(Cue.NounBehind);
        if (text[^1] is '.' or ',' or '!' or '?') none.Add(Cue.EndsInside);
        if (char.IsUpper(text[0])) none.Add(Cue.OpensCapital);
        if (tokens[stretch.At].Start > 0 && body[tokens[stretch.At].Start - 1] is '\'' or '‘' or '`') none.Add(Cue.SingleMarks);
        if (!hasVerb) none.Add(Cue.NoVerb);
        return none;
    }

    private static bool IsNoun(QuoteToken token) =>
        token.Kind == QuoteTokenKind.Word && !token.Has(SpeechWord.Preposition | SpeechWord.Joint | SpeechWord.Adverb | SpeechWord.Says | SpeechWord.Be | SpeechWord.Pronoun);

    private ReadOnlySpan<char> Text(Stretch stretch) => body.AsSpan(tokens[stretch.At].Start, tokens[stretch.At].End - tokens[stretch.At].Start);

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
