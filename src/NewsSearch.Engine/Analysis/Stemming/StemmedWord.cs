namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>A word while a stemmer works on it, in place: its letters, its end, and the regions in which endings may be cut.</summary>
/// <remarks>
/// Source of the regions: snowballstem.org/texts/r1r2.html and the page of each language. R1 is what follows the first non-vowel
/// after a vowel, R2 the same within R1; RV is what the language says. A region is told by where it begins, and is empty until found.
/// An ending lies in a region if all of it does.
/// </remarks>
internal ref struct StemmedWord
{
    private readonly Span<char> _letters;
    private readonly string _vowels;

    /// <summary>Requires: letters has room for twice the length.</summary>
    public StemmedWord(Span<char> letters, int length, string vowels, bool isFolded = false)
    {
        IsFolded = isFolded;
        _letters = letters;
        _vowels = vowels;
        Length = R1 = R2 = RV = length;
    }

    public bool IsFolded { get; }

    public int Length { get; private set; }

    public int R1 { get; set; }

    public int R2 { get; set; }

    public int RV { get; set; }

    public readonly ReadOnlySpan<char> Text => _letters[..Length];

    public readonly char this[int at] => _letters[at];

    /// <summary>There is a letter at this place, and it is a vowel.</summary>
    public readonly bool IsVowel(int at) => at >= 0 && at < Length && _vowels.Contains(_letters[at]);

    /// <summary>There is a letter at this place, and it is no vowel.</summary>
    public readonly bool IsConsonant(int at) => at >= 0 && at < Length && !_vowels.Contains(_letters[at]);

    public readonly bool HasVowelBefore(int end) => end > 0 && Text[..end].IndexOfAny(_vowels) >= 0;

    /// <summary>The word ends so, and the ending lies in the region that begins at <paramref name="from"/>.</summary>
    public readonly bool Ends(string ending, int from = 0) => Length - ending.Length >= from && Text.EndsWith(ending);

    public bool Cut(string ending, int from = 0) => Replace(ending, "", from);

    /// <summary>Cuts the first of the endings that lies in the region, if there is one. Always true, to stand behind a cut.</summary>
    public bool AlsoCut(int from, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (Cut(ending, from))
                break;
        }
        return true;
    }

    /// <summary>Cuts letters at the end.</summary>
    public void Shorten(int count = 1) => Length -= count;

    public bool Replace(string ending, string replacement, int from = 0)
    {
        if (!Ends(ending, from))
            return false;
        Length -= ending.Length;
        replacement.CopyTo(_letters[Length..]);
        Length += replacement.Length;
        return true;
    }

    public readonly void Set(int at, char letter) => _letters[at] = letter;

    /// <summary>Takes out the letters [at, at + count).</summary>
    public void Remove(int at, int count = 1)
    {
        _letters[(at + count)..Length].CopyTo(_letters[at..]);
        Length -= count;
    }

    /// <summary>Writes <paramref name="to"/>[i] for each <paramref name="from"/>[i] in the word.</summary>
    public readonly void Map(string from, string to)
    {
        for (var i = 0; i < from.Length; i++)
            _letters[..Length].Replace(from[i], to[i]);
    }

    /// <summary>Writes two letters for each one of a kind.</summary>
    public void Spread(char letter, string pair)
    {
        for (var at = Length - 1; at >= 0; at--)
        {
            if (_letters[at] != letter)
                continue;
            _letters[at..Length].CopyTo(_letters[(at + 1)..]);
            pair.CopyTo(_letters[at..]);
            Length++;
        }
    }

    /// <summary>Writes one letter for each pair again.</summary>
    public void Join(string pair, char letter)
    {
        for (var at = Text.IndexOf(pair); at >= 0; at = Text.IndexOf(pair))
        {
            _letters[at] = letter;
            Remove(at + 1);
        }
    }

    /// <summary>Writes those of the letters that stand between vowels in upper case, so that they are no vowels.</summary>
    public readonly void MarkBetweenVowels(string letters)
    {
        for (var at = 1; at < Length - 1; at++)
        {
            if (letters.Contains(_letters[at]) && IsVowel(at - 1) && IsVowel(at + 1))
                _letters[at] = char.ToUpperInvariant(_letters[at]);
        }
    }

    /// <summary>Cuts an article or the like that has lost its vowel, with the apostrophe: l'homme, dell'arte.</summary>
    public void CutElided(ReadOnlySpan<string> articles)
    {
        var apostrophe = Text.IndexOf('\'');
        if (apostrophe < 0 || apostrophe == Length - 1)
            return;
        foreach (var article in articles)
        {
            if (!Text[..apostrophe].SequenceEqual(article))
                continue;
            Remove(0, apostrophe + 1);
            return;
        }
    }

    /// <summary>Finds R1 and R2.</summary>
    public void FindRegions()
    {
        R1 = RegionAfter(0);
        R2 = RegionAfter(R1);
    }

    /// <summary>RV of Spanish, Portuguese and Italian: after the next vowel if the second letter is a consonant, after the next
    /// consonant if the word begins with two vowels, else after the third letter.</summary>
    public void FindRomanceRV()
    {
        var at = 2;
        if (IsConsonant(1))
        {
            while (IsConsonant(at))
                at++;
        }
        else if (IsVowel(0))
        {
            while (IsVowel(at))
                at++;
        }
        RV = Math.Min(at + 1, Length);
    }

    /// <summary>What follows the first non-vowel after a vowel, in what begins at <paramref name="start"/>.</summary>
    public readonly int RegionAfter(int start)
    {
        for (var at = start + 1; at < Length; at++)
        {
            if (IsVowel(at - 1) && !IsVowel(at))
                return at + 1;
        }
        return Length;
    }
}
