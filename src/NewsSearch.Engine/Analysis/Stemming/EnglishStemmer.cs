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
    private static readonly EndingRules Step1b = new(
        ("eed eedly", InR1("ee")),
        ("ed edly ing ingly", CutPastOrGerund));

    private static readonly EndingRules Step2 = new(
        ("ational ation ator", InR1("ate")), ("tional", InR1("tion")), ("enci", InR1("ence")), ("anci", InR1("ance")),
        ("abli", InR1("able")), ("entli", InR1("ent")), ("izer ization", InR1("ize")), ("alism aliti alli", InR1("al")),
        ("fulness fulli", InR1("ful")), ("ousness ousli", InR1("ous")), ("iveness iviti", InR1("ive")), ("biliti bli", InR1("ble")),
        ("lessli", InR1("less")),
        ("ogi", (ref word, ending) => word.Ends("logi") && word.Replace(ending, "og", word.R1)),
        ("li", (ref word, ending) => word.Ends(ending, word.R1) && "cdeghkmnrt".Contains(word[word.Length - 3]) && word.Cut(ending)));

    private static readonly EndingRules Step3 = new(
        ("ational", InR1("ate")), ("tional", InR1("tion")), ("alize", InR1("al")), ("icate iciti ical", InR1("ic")), ("ful ness", InR1("")),
        ("ative", (ref word, ending) => word.Cut(ending, word.R2)));

    private static readonly EndingRules Step4 = new(
        ("ement ment ent ance ence able ible ant al er ic ism ate iti ous ive ize", (ref word, ending) => word.Cut(ending, word.R2)),
        ("ion", (ref word, ending) => (word.Ends("sion") || word.Ends("tion")) && word.Cut(ending, word.R2)));

    public int Stem(Span<char> word, int length, bool isFolded = false)
    {
        if (length <= 2)
            return length;
        if (Exception(word[..length]) is { } stem)
        {
            stem.CopyTo(word);
            return stem.Length;
        }
        var letters = new StemmedWord(word, length, "aeiouy");
        Prepare(ref letters);
        Step0And1a(ref letters);
        if (!IsUnchangedAfterStep1a(letters.Text))
        {
            Step1b.Apply(ref letters);
            Step1c(ref letters);
            if (letters.R1 < letters.Length) // without it none of these finds its suffix inside
            {
                Step2.Apply(ref letters);
                Step3.Apply(ref letters);
                Step4.Apply(ref letters);
                Step5(ref letters);
            }
        }
        letters.Map("Y", "y");
        return letters.Length;
    }

    /// <summary>Drops a leading apostrophe, writes Y for each y that is no vowel, and finds the regions.</summary>
    private static void Prepare(ref StemmedWord word)
    {
        if (word[0] == '\'')
            word.Remove(0);
        for (var at = 0; at < word.Length; at++)
        {
            if (word[at] == 'y' && (at == 0 || word.IsVowel(at - 1)))
                word.Set(at, 'Y');
        }
        word.R1 = word.Text.StartsWith("gener") || word.Text.StartsWith("arsen") ? 5 : word.Text.StartsWith("commun") ? 6 : word.RegionAfter(0);
        word.R2 = word.RegionAfter(word.R1);
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
            word.Shorten(2);
        else if (word.Ends("ied") || word.Ends("ies"))
            word.Shorten(word.Length > 4 ? 2 : 1);
        else if (word.Ends("s") && !word.Ends("us") && !word.Ends("ss") && word.HasVowelBefore(word.Length - 2))
            word.Shorten();
    }

    /// <summary>Step 1b for hoped, hopping and their like: hope, hop.</summary>
    private static bool CutPastOrGerund(ref StemmedWord word, string ending)
    {
        if (!word.HasVowelBefore(word.Length - ending.Length))
            return false;
        word.Cut(ending);
        if (word.Ends("at") || word.Ends("bl") || word.Ends("iz"))
            return word.Replace("", "e");
        if (word.Length >= 2 && word[word.Length - 1] == word[word.Length - 2] && "bdfgmnprt".Contains(word[word.Length - 1]))
            word.Shorten();
        else if (word.R1 >= word.Length && EndsInShortSyllable(ref word, word.Length))
            word.Replace("", "e");
        return true;
    }

    private static void Step1c(ref StemmedWord word)
    {
        if (word.Length > 2 && (word.Ends("y") || word.Ends("Y")) && !word.IsVowel(word.Length - 2))
            word.Replace("y", "i");
    }

    private static void Step5(ref StemmedWord word)
    {
        if (word.Ends("e", word.R1) && (word.Ends("e", word.R2) || !EndsInShortSyllable(ref word, word.Length - 1)))
            word.Shorten();
        else if (word.Ends("ll") && word.Ends("l", word.R2))
            word.Shorten();
    }

    /// <summary>A vowel between non-vowels of which the last is not w, x, Y, or a vowel and non-vowel that are all there is.</summary>
    private static bool EndsInShortSyllable(ref StemmedWord word, int end)
    {
        if (end < 2 || word.IsVowel(end - 1) || !word.IsVowel(end - 2))
            return false;
        return end == 2 || (!word.IsVowel(end - 3) && !"wxY".Contains(word[end - 1]));
    }

    private static EndingRule InR1(string replacement) => (ref word, ending) => word.Replace(ending, replacement, word.R1);
}
