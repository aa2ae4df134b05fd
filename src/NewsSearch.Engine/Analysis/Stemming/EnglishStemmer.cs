namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>English word -> its stem by the algorithm Porter2.</summary>
/// <remarks>
/// Source: M. F. Porter, "The English (Porter2) stemming algorithm", snowballstem.org/algorithms/english/stemmer.html; the version
/// is the one that agrees with the Snowball vocabulary of January 2021, word for word. The steps keep their names. Letters that are
/// not a e i o u y count as non-vowels, digits and accented letters too; Y stands for a y that does.
/// Invariant: a word that is not empty has a stem that is not empty.
/// </remarks>
internal sealed class EnglishStemmer : IStemmer
{
    // Every list is sorted so that of two suffixes one of which ends in the other the longer comes first.
    private static readonly (string Suffix, string Replacement)[] Step2Endings =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("entli", "ent"),
        ("ization", "ize"), ("izer", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("aliti", "al"), ("alli", "al"),
        ("fulness", "ful"), ("ousness", "ous"), ("ousli", "ous"), ("iveness", "ive"), ("iviti", "ive"), ("biliti", "ble"),
        ("bli", "ble"), ("fulli", "ful"), ("lessli", "less"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3Endings =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"),
        ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] Step4Endings =
    [
        "ement", "ment", "ent", "ance", "ence", "able", "ible", "ant", "al", "er", "ic", "ism", "ate", "iti", "ous", "ive", "ize",
    ];

    public int Stem(Span<char> word, int length)
    {
        if (length <= 2)
            return length;
        if (Exception(word[..length]) is { } stem)
        {
            stem.CopyTo(word);
            return stem.Length;
        }
        var letters = new StemmedWord(word, length);
        Step0And1a(ref letters);
        if (!IsUnchangedAfterStep1a(letters.Text))
        {
            Step1b(ref letters);
            Step1c(ref letters);
            if (letters.HasR1) // without it none of these finds its suffix inside
            {
                Step2(ref letters);
                Step3(ref letters);
                Step4(ref letters);
                Step5(ref letters);
            }
        }
        return letters.Finish();
    }

    private static string? Exception(ReadOnlySpan<char> word) => word switch
    {
        "skis" => "ski",
        "skies" => "sky",
        "dying" => "die",
        "lying" => "lie",
        "tying" => "tie",
        "idly" => "idl",
        "gently" => "gentl",
        "ugly" => "ugli",
        "early" => "earli",
        "only" => "onli",
        "singly" => "singl",
        "sky" => "sky",
        "news" => "news",
        "howe" => "howe",
        "atlas" => "atlas",
        "cosmos" => "cosmos",
        "bias" => "bias",
        "andes" => "andes",
        _ => null,
    };

    private static bool IsUnchangedAfterStep1a(ReadOnlySpan<char> word) => word is
        "inning" or "outing" or "canning" or "herring" or "earring" or "proceed" or "exceed" or "succeed";

    private static void Step0And1a(ref StemmedWord word)
    {
        _ = word.Cut("'s'") || word.Cut("'s") || word.Cut("'");
        if (word.Ends("sses"))
            word.Length -= 2;
        else if (word.Ends("ied") || word.Ends("ies"))
            word.Length -= word.Length > 4 ? 2 : 1;
        else if (word.Ends("s") && !word.Ends("us") && !word.Ends("ss") && word.HasVowelBefore(word.Length - 2))
            word.Length--;
    }

    private static void Step1b(ref StemmedWord word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["eedly", "eed"])
        {
            if (!word.Ends(ending))
                continue;
            if (word.InR1(ending))
                word.Replace(ending, "ee");
            return;
        }
        foreach (var ending in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ed"])
        {
            if (!word.Ends(ending))
                continue;
            if (!word.HasVowelBefore(word.Length - ending.Length))
                return;
            word.Length -= ending.Length;
            if (word.Ends("at") || word.Ends("bl") || word.Ends("iz"))
                word.Replace("", "e");
            else if (word.EndsInDouble())
                word.Length--;
            else if (word.IsShort())
                word.Replace("", "e");
            return;
        }
    }

    private static void Step1c(ref StemmedWord word)
    {
        if (word.Length > 2 && (word.Ends("y") || word.Ends("Y")) && !word.IsVowel(word.Length - 2))
            word.Replace("y", "i");
    }

    private static void Step2(ref StemmedWord word)
    {
        if (ReplaceInR1(ref word, Step2Endings))
            return;
        if (word.Ends("ogi"))
        {
            if (word.InR1("ogi") && word.Ends("logi"))
                word.Length--;
        }
        else if (word.Ends("li") && word.InR1("li") && word.Length > 2 && word.Text[^3] is
            'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't')
        {
            word.Length -= 2;
        }
    }

    private static void Step3(ref StemmedWord word)
    {
        if (!ReplaceInR1(ref word, Step3Endings) && word.Ends("ative") && word.InR2("ative"))
            word.Length -= 5;
    }

    private static void Step4(ref StemmedWord word)
    {
        foreach (var ending in Step4Endings)
        {
            if (!word.Ends(ending))
                continue;
            if (word.InR2(ending))
                word.Length -= ending.Length;
            return;
        }
        if ((word.Ends("sion") || word.Ends("tion")) && word.InR2("ion"))
            word.Length -= 3;
    }

    private static void Step5(ref StemmedWord word)
    {
        if (word.Ends("e"))
        {
            if (word.InR2("e") || (word.InR1("e") && !word.EndsInShortSyllable(word.Length - 1)))
                word.Length--;
        }
        else if (word.Ends("ll") && word.InR2("l"))
        {
            word.Length--;
        }
    }

    /// <summary>Finds the longest of the suffixes; replaces it if it lies in R1. True where one was found.</summary>
    private static bool ReplaceInR1(ref StemmedWord word, (string Suffix, string Replacement)[] endings)
    {
        foreach (var (suffix, replacement) in endings)
        {
            if (!word.Ends(suffix))
                continue;
            if (word.InR1(suffix))
                word.Replace(suffix, replacement);
            return true;
        }
        return false;
    }
}
