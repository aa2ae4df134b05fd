namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>German word -> its stem.</summary>
/// <remarks>
/// Source: M. F. Porter, snowballstem.org/algorithms/german/stemmer.html; the version is the one that agrees with the Snowball
/// vocabulary of January 2021, which does not yet read ae, oe and ue as umlauts.
/// </remarks>
internal sealed class GermanStemmer : IStemmer
{
    private static readonly EndingRules Step1 = new(
        ("em ern er", (ref word, ending) => word.Cut(ending, word.R1)),
        ("e en es", (ref word, ending) => word.Cut(ending, word.R1) && (!word.Ends("niss") || word.Cut("s"))),
        ("s", (ref word, ending) => IsAfter(ref word, 1, "bdfghklmnrt") && word.Cut(ending, word.R1)));

    private static readonly EndingRules Step2 = new(
        ("en er est", (ref word, ending) => word.Cut(ending, word.R1)),
        ("st", (ref word, ending) => word.Length >= 6 && IsAfter(ref word, 2, "bdfghklmnt") && word.Cut(ending, word.R1)));

    private static readonly EndingRules Step3 = new(
        ("end ung", (ref word, ending) => word.Cut(ending, word.R2) && (word.Ends("eig") || word.AlsoCut(word.R2, "ig"))),
        ("ig ik isch", (ref word, ending) => !IsAfter(ref word, ending.Length, "e") && word.Cut(ending, word.R2)),
        ("lich heit", (ref word, ending) => word.Cut(ending, word.R2) && word.AlsoCut(word.R1, "er", "en")),
        ("keit", (ref word, ending) => word.Cut(ending, word.R2) && word.AlsoCut(word.R2, "lich", "ig")));

    public int Stem(Span<char> word, int length, bool isFolded = false)
    {
        var letters = new StemmedWord(word, length, "aeiouyäöü");
        letters.Spread('ß', "ss");
        letters.MarkBetweenVowels("uy");
        letters.FindRegions();
        letters.R1 = Math.Max(letters.R1, 3);
        Step1.Apply(ref letters);
        Step2.Apply(ref letters);
        Step3.Apply(ref letters);
        letters.Map("UYäöü", "uyaou");
        return letters.Length;
    }

    /// <summary>The letter before an ending of that length is one of these.</summary>
    private static bool IsAfter(ref StemmedWord word, int endingLength, string letters) =>
        word.Length > endingLength && letters.Contains(word[word.Length - endingLength - 1]);
}
