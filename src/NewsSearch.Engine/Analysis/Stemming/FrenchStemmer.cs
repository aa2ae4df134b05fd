namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>French word -> its stem.</summary>
/// <remarks>
/// Source: M. F. Porter, snowballstem.org/algorithms/french/stemmer.html; the version is the one that agrees with the Snowball
/// vocabulary of January 2021. The steps keep their names. Upper case marks u, i, y that are no vowels; H stands before a vowel that
/// had a diaeresis. Our addition: articles before an apostrophe are cut, since the tokenizer leaves l'homme whole.
/// </remarks>
internal sealed class FrenchStemmer : IStemmer
{
    private static readonly string[] ElidedArticles =
        ["l", "d", "j", "m", "t", "s", "n", "c", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

    private static readonly EndingRules Step1 = new(
        ("ance iqUe isme able iste eux ances iqUes ismes ables istes", (ref word, ending) => word.Cut(ending, word.R2)),
        ("atrice ateur ation atrices ateurs ations", (ref word, ending) => word.Cut(ending, word.R2) && CutOrReplace(ref word, "ic", "iqU")),
        ("logie logies", (ref word, ending) => word.Replace(ending, "log", word.R2)),
        ("usion ution usions utions", (ref word, ending) => word.Replace(ending, "u", word.R2)),
        ("ence ences", (ref word, ending) => word.Replace(ending, "ent", word.R2)),
        ("ement ements", (ref word, ending) => word.Cut(ending, word.RV) && CutBeforeEment(ref word)),
        ("ité ités | ite ites", (ref word, ending) => word.Cut(ending, word.R2) && CutBeforeIté(ref word)),
        ("if ive ifs ives", (ref word, ending) => word.Cut(ending, word.R2) && (!word.Cut("at", word.R2) || CutOrReplace(ref word, "ic", "iqU"))),
        ("eaux", (ref word, _) => word.Cut("x")),
        ("aux", (ref word, ending) => word.Replace(ending, "al", word.R1)),
        ("euse euses", (ref word, ending) => word.Cut(ending, word.R2) || word.Replace(ending, "eux", word.R1)),
        ("issement issements", (ref word, ending) => word.IsConsonant(word.Length - ending.Length - 1) && word.Cut(ending, word.R1)),
        // What follows is done even where one of these was found.
        ("amment", (ref word, ending) => word.Replace(ending, "ant", word.RV) && false),
        ("emment", (ref word, ending) => word.Replace(ending, "ent", word.RV) && false),
        ("ment ments", (ref word, ending) => IsVowelInRV(ref word, word.Length - ending.Length - 1) && word.Cut(ending) && false));

    private static readonly EndingRules Step2a = new(
        ("îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais issait "
            + "issant issante issantes issants isse issent isses issez issiez issions issons it",
            (ref word, ending) =>
            {
                var before = word.Length - ending.Length - 1;
                return before >= word.RV && word.IsConsonant(before) && word[before] != 'H' && word.Cut(ending);
            }
    ));

    private static readonly EndingRules Step2b = new(
        ("ions", (ref word, ending) => word.Cut(ending, word.R2)),
        ("é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez | ee ees erent", (ref word, ending) => word.Cut(ending)),
        ("âmes ât âtes a ai aIent ais ait ant ante antes ants as asse assent asses assiez assions",
            (ref word, ending) => word.Cut(ending) && word.AlsoCut(word.RV, "e")));

    private static readonly EndingRules Step4 = new(
        ("ion", (ref word, ending) => (word.Ends("sion", word.RV) || word.Ends("tion", word.RV)) && word.Cut(ending, word.R2)),
        ("ier ière Ier Ière", (ref word, ending) => word.Replace(ending, "i")),
        ("e", (ref word, ending) => word.Cut(ending)));

    public bool ReadsFolded => true;

    public int Stem(Span<char> word, int length, bool isFolded = false)
    {
        var letters = new StemmedWord(word, length, "aeiouyâàëéêèïîôûù", isFolded);
        letters.CutElided(ElidedArticles);
        MarkVowels(ref letters);
        letters.FindRegions();
        letters.RV = FindRV(ref letters);
        if (Step1.Apply(ref letters) || Step2a.Apply(ref letters, letters.RV) || Step2b.Apply(ref letters, letters.RV))
            _ = letters.Replace("Y", "i") || letters.Replace("ç", "c"); // step 3
        else
            CutResidualSuffix(ref letters);
        if (letters.Ends("enn") || letters.Ends("onn") || letters.Ends("ett") || letters.Ends("ell") || letters.Ends("eill"))
            letters.Shorten(); // step 5
        RemoveAccent(ref letters);
        letters.Map("IUY", "iuy");
        letters.Join("He", 'ë');
        letters.Join("Hi", 'ï');
        for (var at = letters.Text.IndexOf('H'); at >= 0; at = letters.Text.IndexOf('H'))
            letters.Remove(at);
        return letters.Length;
    }

    private static void MarkVowels(ref StemmedWord word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            var isAfterVowel = word.IsVowel(at - 1);
            var isMarked = word[at] switch
            {
                'u' => (isAfterVowel && word.IsVowel(at + 1)) || (at > 0 && word[at - 1] == 'q'),
                'i' => isAfterVowel && word.IsVowel(at + 1),
                'y' => isAfterVowel || word.IsVowel(at + 1),
                _ => false,
            };
            if (isMarked)
                word.Set(at, char.ToUpperInvariant(word[at]));
        }
        word.Spread('ë', "He");
        word.Spread('ï', "Hi");
    }

    private static int FindRV(ref StemmedWord word)
    {
        if ((word.IsVowel(0) && word.IsVowel(1)) || word.Text.StartsWith("par") || word.Text.StartsWith("col") || word.Text.StartsWith("tap"))
            return Math.Min(3, word.Length);
        var at = 1;
        while (word.IsConsonant(at))
            at++;
        return Math.Min(at + 1, word.Length);
    }

    private static bool IsVowelInRV(ref StemmedWord word, int at) => at >= word.RV && word.IsVowel(at);

    private static bool CutBeforeEment(ref StemmedWord word)
    {
        if (word.Ends("iv"))
            return word.AlsoCut(word.R2, "ativ", "iv");
        if (word.Ends("eus"))
            return word.Cut("eus", word.R2) || word.Replace("eus", "eux", word.R1) || true;
        return word.AlsoCut(word.R2, "abl", "iqU") && (word.Replace("ièr", "i", word.RV) || word.Replace("Ièr", "i", word.RV) || true);
    }

    private static bool CutBeforeIté(ref StemmedWord word) =>
        word.Ends("abil") ? CutOrReplace(ref word, "abil", "abl") : word.Ends("ic") ? CutOrReplace(ref word, "ic", "iqU") : word.AlsoCut(word.R2, "iv");

    /// <summary>Cuts the ending if it lies in R2, else replaces it; always true.</summary>
    private static bool CutOrReplace(ref StemmedWord word, string ending, string replacement) =>
        word.Cut(ending, word.R2) || word.Replace(ending, replacement) || true;

    private static void CutResidualSuffix(ref StemmedWord word)
    {
        var before = word.Length - 2;
        if (before >= 0 && word.Ends("s") && (!"aiouès".Contains(word[before]) || word.Ends("His")))
            word.Shorten();
        Step4.Apply(ref word, word.RV);
    }

    /// <summary>Step 6: é and è become e before final non-vowels.</summary>
    private static void RemoveAccent(ref StemmedWord word)
    {
        var at = word.Length - 1;
        while (word.IsConsonant(at))
            at--;
        if (at >= 0 && at < word.Length - 1 && word[at] is 'é' or 'è')
            word.Set(at, 'e');
    }
}
