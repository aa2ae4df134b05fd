namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>A word while <see cref="EnglishStemmer"/> works on it: its letters, regions R1 and R2, and the tests the steps make.</summary>
/// <remarks>
/// R1 is what follows the first non-vowel after a vowel, R2 the same within R1. A short syllable is a vowel between non-vowels of
/// which the last is not w, x, Y, or a vowel and non-vowel that are the whole of it.
/// </remarks>
internal ref struct StemmedWord
{
    private readonly Span<char> _letters;
    private readonly int _r1;
    private readonly int _r2;

    /// <summary>Drops a leading apostrophe, writes Y for each y that is no vowel, and finds the regions.</summary>
    public StemmedWord(Span<char> letters, int length)
    {
        _letters = letters;
        Length = length;
        if (letters[0] == '\'')
        {
            letters[1..length].CopyTo(letters);
            Length--;
        }
        for (var i = 0; i < Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(i - 1)))
                letters[i] = 'Y';
        }
        _r1 = Text.StartsWith("gener") || Text.StartsWith("arsen") ? 5 : Text.StartsWith("commun") ? 6 : RegionAfter(0);
        _r2 = RegionAfter(_r1);
    }

    public int Length { get; set; }

    public readonly ReadOnlySpan<char> Text => _letters[..Length];

    public readonly bool Ends(string suffix) => Text.EndsWith(suffix);

    /// <summary>The suffix, which the word ends in, lies in R1.</summary>
    public readonly bool InR1(string suffix) => Length - suffix.Length >= _r1;

    public readonly bool InR2(string suffix) => Length - suffix.Length >= _r2;

    public bool Cut(string suffix)
    {
        if (!Ends(suffix))
            return false;
        Length -= suffix.Length;
        return true;
    }

    /// <summary>Writes the replacement over as many letters as the suffix has, at the end.</summary>
    public void Replace(string suffix, string replacement)
    {
        Length -= suffix.Length;
        replacement.CopyTo(_letters[Length..]);
        Length += replacement.Length;
    }

    public readonly bool IsVowel(int at) => _letters[at] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    public readonly bool HasVowelBefore(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (IsVowel(i))
                return true;
        }
        return false;
    }

    public readonly bool EndsInDouble() => Length >= 2 && _letters[Length - 1] == _letters[Length - 2]
        && _letters[Length - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    public readonly bool EndsInShortSyllable(int end)
    {
        if (end < 2 || IsVowel(end - 1) || !IsVowel(end - 2))
            return false;
        return end == 2 || (!IsVowel(end - 3) && _letters[end - 1] is not ('w' or 'x' or 'Y'));
    }

    /// <summary>R1 is not empty.</summary>
    public readonly bool HasR1 => _r1 < Length;

    /// <summary>Ends in a short syllable, and R1 is empty.</summary>
    public readonly bool IsShort() => !HasR1 && EndsInShortSyllable(Length);

    /// <summary>Writes y for Y again; returns the length.</summary>
    public readonly int Finish()
    {
        _letters[..Length].Replace('Y', 'y');
        return Length;
    }

    private readonly int RegionAfter(int start)
    {
        for (var i = start + 1; i < Length; i++)
        {
            if (!IsVowel(i) && IsVowel(i - 1))
                return i + 1;
        }
        return Length;
    }
}
