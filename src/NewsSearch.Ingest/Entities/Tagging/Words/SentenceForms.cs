namespace NewsSearch.Ingest.Entities.Tagging.Words;

/// <summary>Marks the sentences in which capitals tell little: headlines in title case, lines without small letters.</summary>
internal static class SentenceForms
{
    public static void Mark(Span<TagToken> tokens)
    {
        for (var start = 0; start < tokens.Length;)
        {
            int end = start, words = 0, capitals = 0, small = 0;
            do
            {
                ref readonly var token = ref tokens[end];
                if (!token.Is(TokenForm.Sign | TokenForm.HasDigit) && !token.Is(TokenForm.AllCapitals) && !token.Is(TokenForm.Initial)) small++;
                if (!token.Is(TokenForm.Sign) && token.End - token.Start > 3)
                {
                    words++;
                    if (token.Is(TokenForm.Capital)) capitals++;
                }
                end++;
            }
            while (end < tokens.Length && !tokens[end].Is(TokenForm.SentenceStart));
            var form = TokenForm.None;
            if (words >= 3 && capitals * 10 >= words * 8) form |= TokenForm.InHeading;
            if (words >= 2 && small == 0) form |= TokenForm.InAllCapitals;
            if (form != TokenForm.None)
            {
                for (var i = start; i < end; i++) tokens[i].Form |= form;
            }
            start = end;
        }
    }
}
