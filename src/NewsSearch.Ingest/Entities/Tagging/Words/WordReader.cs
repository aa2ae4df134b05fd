namespace NewsSearch.Ingest.Entities.Tagging.Words;

/// <summary>Letters of a token -> the numbers that stand for it.</summary>
internal static class WordReader
{
    public static void Read(ReadOnlySpan<char> word, ref TagToken token)
    {
        token = default;
        var (hash, cased, shape) = (Hashing.Seed, Hashing.Seed, Hashing.Seed);
        var (kind, run, capitals, small, letters) = ('\0', 0, 0, 0, 0);
        foreach (var c in word)
        {
            cased = Hashing.Add(cased, c);
            if (c is >= '\u0300' and <= '\u036F') continue;
            var folded = Folding.Fold(c);
            hash = Hashing.Add(hash, folded);
            if (letters < 4) token.Head |= (ulong)folded << (16 * letters);
            letters++;
            token.Tail = (token.Tail << 16) | folded;
            var now = KindOf(c, folded);
            if (now == 'X') capitals++;
            else if (now == 'x') small++;
            else if (now == '0') token.Form |= TokenForm.HasDigit;
            run = now == kind ? run + 1 : 1;
            kind = now;
            if (run <= 2) shape = Hashing.Add(shape, now);
        }
        (token.Word, token.Cased, token.Shape) = (hash, cased, shape);
        if (capitals > 0) token.Form |= TokenForm.HasCapital;
        if (char.IsUpper(word[0])) token.Form |= TokenForm.Capital;
        if (capitals > 1 && small == 0) token.Form |= TokenForm.AllCapitals;
        if (capitals == 1 && small == 0 && word.Length <= 2) token.Form |= TokenForm.Initial;
        if (capitals + small == 0 && (token.Form & TokenForm.HasDigit) == 0) token.Form |= TokenForm.Sign;
    }

    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = Hashing.Seed;
        foreach (var c in word)
        {
            if (c is < '\u0300' or > '\u036F') hash = Hashing.Add(hash, Folding.Fold(c));
        }
        return hash;
    }

    private static char KindOf(char c, char folded)
    {
        if (c < 128) return char.IsAsciiLetterLower(c) ? 'x' : char.IsAsciiLetterUpper(c) ? 'X' : folded == '0' ? '0' : c;
        return char.IsUpper(c) ? 'X' : char.IsLetter(c) || char.IsSurrogate(c) ? 'x' : char.IsDigit(c) ? '0' : c == '’' ? '\'' : c;
    }
}
