namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>Arabic word -> its light stem: affixes of nouns and verbs are cut, and the letters that carry a hamza become one.</summary>
/// <remarks>
/// Source: A. Chelli and A. Aries, snowballstem.org/algorithms/arabic/stemmer.html; the version is the one that agrees with the
/// Snowball vocabulary of January 2021. Every ending and prefix asks for a least length of the word that it is cut from. Left out:
/// presentation forms, which folding has resolved in the other form of the word. Our addition for folded words: "and", "so" and "in"
/// before an article are cut first, so that والدولية and بالدولية have the stem of الدولية; three of a hundred words of news begin so.
/// </remarks>
internal sealed class ArabicStemmer : IStemmer
{
    private static readonly EndingRules PersonsOfVerbs = new(
        ("ه ك", AtLeast4), ("ني نا ها هم هن كم كن", AtLeast5), ("هما كما كمو", AtLeast6));

    private static readonly EndingRules TensesOfVerbs = new(
        ("ت ا ن ي", AtLeast4), ("نا تا تن", AtLeast5), ("ان ون ين تما", AtLeast6));

    private static readonly EndingRules PastOfVerbs = new(("وا تم", AtLeast5));

    private static readonly EndingRules PluralOfVerbs = new(("و", AtLeast4), ("تمو", AtLeast6));

    private static readonly EndingRules OwnersOfNouns = new(
        ("ي ك ه", AtLeast4), ("نا كم ها هن هم", AtLeast5), ("كما هما", AtLeast6));

    private static readonly EndingRules LongVowelsOfNouns = new(("ا ي و", AtLeast5));

    private static readonly EndingRules PluralOfNouns = new(("ات", AtLeast5));

    public bool ReadsFolded => true;

    public int Stem(Span<char> word, int length, bool isFolded = false)
    {
        if (!word[..length].ContainsAnyInRange('\u0600', '\u06FF')) return length; // words of other scripts are asked about, too
        var letters = new StemmedWord(word, length, "", isFolded);
        if (isFolded)
            CutBeforeArticle(ref letters);
        var isDefinite = letters.Length > 3 && (Begins(ref letters, 0, "ال", "لل") || (letters.Length > 4 && Begins(ref letters, 0, "بال", "كال")));
        RemoveMarks(ref letters);
        if (letters.Length == 0)
            return length; // nothing but marks, which moved nowhere
        if ((isDefinite || !CutVerbEnding(ref letters)) && !CutNounEnding(ref letters, isDefinite))
            letters.Replace("ى", "ي");
        CutPrefixes(ref letters, isDefinite);
        if (letters[letters.Length - 1] is 'أ' or 'إ' or 'آ' or 'ؤ' or 'ئ')
            letters.Set(letters.Length - 1, 'ء');
        letters.Map("أإآؤئ", "اااوي");
        return letters.Length;
    }

    private static void CutBeforeArticle(ref StemmedWord word)
    {
        if (word.Length > 5 && Begins(ref word, 0, "وال", "فال", "وبال", "فبال", "ولل", "فلل"))
            word.Remove(0);
        if (word.Length > 5 && Begins(ref word, 0, "بال"))
            word.Remove(0);
    }

    /// <summary>Vowel signs and tatweel go, digits become Western.</summary>
    private static void RemoveMarks(ref StemmedWord word)
    {
        for (var at = word.Length - 1; at >= 0; at--)
        {
            if (word[at] is (>= '\u064B' and <= '\u0652') or '\u0640')
                word.Remove(at);
            else if (word[at] is >= '\u0660' and <= '\u0669')
                word.Set(at, (char)(word[at] - '\u0660' + '0'));
        }
    }

    private static bool CutVerbEnding(ref StemmedWord word)
    {
        if (!PersonsOfVerbs.Apply(ref word))
            return PastOfVerbs.Apply(ref word) || TensesOfVerbs.Apply(ref word);
        while (PersonsOfVerbs.Apply(ref word))
        {
        }
        _ = TensesOfVerbs.Apply(ref word) || PluralOfVerbs.Apply(ref word);
        return true;
    }

    /// <summary>True where a ي of relation was cut in the end; other endings are cut on the way.</summary>
    private static bool CutNounEnding(ref StemmedWord word, bool isDefinite)
    {
        var behind = CutOwnerAndNumber(ref word, isDefinite);
        var last = word.Length - 1 - behind;
        if (word.Length < 3 || word[last] != 'ي')
            return false;
        word.Remove(last);
        return true;
    }

    /// <summary>The letters that stand behind the place where a ي of relation is looked for.</summary>
    private static int CutOwnerAndNumber(ref StemmedWord word, bool isDefinite)
    {
        if (word.Length >= 4 && word.Cut("ة"))
            return 0;
        if (!isDefinite && OwnersOfNouns.Apply(ref word))
            return LongVowelsOfNouns.Apply(ref word) || CutFeminine(ref word) ? 0 : 1;
        if (word.Length > 5 && word.Cut("ن"))
            _ = LongVowelsOfNouns.Apply(ref word) || CutFeminine(ref word);
        else if (isDefinite || !LongVowelsOfNouns.Apply(ref word))
            PluralOfNouns.Apply(ref word);
        return 0;
    }

    private static bool CutFeminine(ref StemmedWord word) => PluralOfNouns.Apply(ref word) || (word.Length >= 4 && word.Cut("ت"));

    /// <summary>Interrogative, conjunction, then article or preposition or the signs of a verb; each behind what the last one left.</summary>
    private static void CutPrefixes(ref StemmedWord word, bool isDefinite)
    {
        var at = 0;
        if (word.Length > 3 && Begins(ref word, 0, "أأ", "أآ", "أا", "أإ"))
        {
            word.Remove(0);
            at = 1;
        }
        else if (word.Length > 3 && Begins(ref word, 0, "أؤ"))
        {
            word.Remove(1);
            at = 1;
        }
        if (word.Length > 3 && Begins(ref word, at, "ف", "و") && !Begins(ref word, at, "فا", "وا"))
            word.Remove(at);

        if (word.Length > 5 && Begins(ref word, at, "بال", "كال"))
            word.Remove(at, 3);
        else if (word.Length > 4 && Begins(ref word, at, "لل", "ال"))
            word.Remove(at, 2);
        else if (word.Length > 3 && (Begins(ref word, at, "كك") || (Begins(ref word, at, "ب") && !Begins(ref word, at, "با"))))
            word.Remove(at);
        else if (!isDefinite)
            CutVerbPrefixes(ref word, at);
    }

    private static void CutVerbPrefixes(ref StemmedWord word, int at)
    {
        if (word.Length > 4 && Begins(ref word, at, "سي", "ست", "سن", "سأ"))
            word.Remove(at++);
        if (word.Length > 4 && Begins(ref word, at, "يست", "نست", "تست"))
            word.Set(at, 'ا');
    }

    private static bool Begins(ref StemmedWord word, int at, params ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (word.Text[at..].StartsWith(prefix))
                return true;
        }
        return false;
    }

    private static bool AtLeast4(ref StemmedWord word, string ending) => word.Length >= 4 && word.Cut(ending);

    private static bool AtLeast5(ref StemmedWord word, string ending) => word.Length >= 5 && word.Cut(ending);

    private static bool AtLeast6(ref StemmedWord word, string ending) => word.Length >= 6 && word.Cut(ending);
}
