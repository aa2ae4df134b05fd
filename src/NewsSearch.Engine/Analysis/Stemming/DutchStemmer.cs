namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>Dutch word -> its stem.</summary>
/// <remarks>
/// Source: M. F. Porter, snowballstem.org/algorithms/dutch/stemmer.html (now dutch_porter); the version is the one that agrees with
/// the Snowball vocabulary of January 2021. The steps keep their names.
/// </remarks>
internal sealed class DutchStemmer : IStemmer
{
    private static readonly EndingRules Step1 = new(
        ("heden", (ref word, ending) => word.Replace(ending, "heid", word.R1)),
        ("en ene", CutEn),
        ("s se", (ref word, ending) => IsAfterConsonant(ref word, ending) && word[word.Length - ending.Length - 1] != 'j' && word.Cut(ending, word.R1)));

    private static readonly EndingRules Step3b = new(
        ("end ing", (ref word, ending) => word.Cut(ending, word.R2) && ((!word.Ends("eig") && word.Cut("ig", word.R2)) || Undouble(ref word))),
        ("ig", (ref word, ending) => !word.Ends("eig") && word.Cut(ending, word.R2)),
        ("lijk", (ref word, ending) => word.Cut(ending, word.R2) && Step2(ref word)),
        ("baar", (ref word, ending) => word.Cut(ending, word.R2)));

    public int Stem(Span<char> word, int length, bool isFolded = false)
    {
        var letters = new StemmedWord(word, length, "aeiouyè");
        letters.Map("äáëéïíöóüú", "aaeeiioouu");
        for (var at = 0; at < letters.Length; at++)
        {
            if (letters[at] == 'y' && (at == 0 || letters.IsVowel(at - 1)))
                letters.Set(at, 'Y');
            else if (letters[at] == 'i' && letters.IsVowel(at - 1) && letters.IsVowel(at + 1))
                letters.Set(at, 'I');
        }
        letters.FindRegions();
        letters.R1 = Math.Max(letters.R1, 3);
        Step1.Apply(ref letters);
        var hasCutE = Step2(ref letters);
        if (letters.Ends("heid", letters.R2) && !letters.Ends("cheid"))
        {
            letters.Cut("heid");
            if (letters.Ends("en"))
                CutEn(ref letters, "en");
        }
        if (!Step3b.Apply(ref letters) && hasCutE)
            letters.Cut("bar", letters.R2);
        Step4(ref letters);
        letters.Map("IY", "iy");
        return letters.Length;
    }

    private static bool CutEn(ref StemmedWord word, string ending) => IsAfterConsonant(ref word, ending)
        && !word.Text[..^ending.Length].EndsWith("gem") && word.Cut(ending, word.R1) && Undouble(ref word);

    private static bool Step2(ref StemmedWord word) => IsAfterConsonant(ref word, "e") && word.Cut("e", word.R1) && Undouble(ref word);

    /// <summary>Undoubles the vowel of a word like maan or brood.</summary>
    private static void Step4(ref StemmedWord word)
    {
        var last = word.Length - 1;
        if (!word.IsConsonant(last) || word[last] == 'I' || !word.IsConsonant(last - 3))
            return;
        if (word[last - 1] == word[last - 2] && "aeou".Contains(word[last - 1]))
            word.Remove(last - 1);
    }

    private static bool Undouble(ref StemmedWord word)
    {
        if (word.Ends("kk") || word.Ends("dd") || word.Ends("tt"))
            word.Shorten();
        return true;
    }

    private static bool IsAfterConsonant(ref StemmedWord word, string ending) => word.IsConsonant(word.Length - ending.Length - 1);
}
