namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>Italian word -> its stem.</summary>
/// <remarks>
/// Source: M. F. Porter, snowballstem.org/algorithms/italian/stemmer.html; the version is the one that agrees with the Snowball
/// vocabulary of January 2021. Our addition: articles before an apostrophe are cut, since the tokenizer leaves dell'arte whole.
/// </remarks>
internal sealed class ItalianStemmer : IStemmer
{
    private static readonly string[] ElidedArticles =
    [
        "l", "un", "d", "dell", "all", "dall", "nell", "sull", "coll", "quell", "quest", "c", "m", "t", "s", "v",
        "gl", "agl", "dagl", "degl", "negl", "sugl",
    ];

    private static readonly EndingRules Pronouns = new(
        ("ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene mela mele meli melo mene tela tele teli telo tene "
            + "cela cele celi celo cene vela vele veli velo vene", CutPronoun));

    private static readonly EndingRules Standard = new(
        ("anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti istà istè istì oso osi osa ose mente "
            + "atrice atrici ante anti", (ref word, ending) => word.Cut(ending, word.R2)),
        ("azione azioni atore atori", (ref word, ending) => word.Cut(ending, word.R2) && word.AlsoCut(word.R2, "ic")),
        ("logia logie", (ref word, ending) => word.Replace(ending, "log", word.R2)),
        ("uzione uzioni usione usioni", (ref word, ending) => word.Replace(ending, "u", word.R2)),
        ("enza enze", (ref word, ending) => word.Replace(ending, "ente", word.R2)),
        ("amento amenti imento imenti", (ref word, ending) => word.Cut(ending, word.RV)),
        ("amente", (ref word, ending) => word.Cut(ending, word.R1) && word.AlsoCut(word.R2, "ativ", "iv", "os", "ic", "abil")),
        ("ità | ita", (ref word, ending) => word.Cut(ending, word.R2) && word.AlsoCut(word.R2, "abil", "ic", "iv")),
        ("ivo ivi iva ive", (ref word, ending) => word.Cut(ending, word.R2) && word.AlsoCut(word.R2, "icat", "at")));

    private static readonly EndingRules Verbs = new(
        ("ammo ando ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo enda ende endi endo "
            + "erà erai eranno ere erebbe erebbero erei eremmo eremo ereste eresti erete erò erono essero ete eva evamo evano evate evi evo "
            + "Yamo iamo immo irà irai iranno ire irebbe irebbero irei iremmo iremo ireste iresti irete irò irono isca iscano isce isci isco "
            + "iscono issero ita ite iti ito iva ivamo ivano ivate ivi ivo ono uta ute uti uto ar ir",
            (ref word, ending) => word.Cut(ending)));

    public bool ReadsFolded => true;

    public int Stem(Span<char> word, int length, bool isFolded = false)
    {
        var letters = new StemmedWord(word, length, "aeiouàèìòù", isFolded);
        letters.CutElided(ElidedArticles);
        letters.Map("áéíóú", "àèìòù");
        for (var at = 1; at < letters.Length; at++)
        {
            if (letters[at] == 'u' && letters[at - 1] == 'q')
                letters.Set(at, 'U');
        }
        letters.MarkBetweenVowels("ui");
        letters.FindRegions();
        letters.FindRomanceRV();
        Pronouns.Apply(ref letters);
        _ = Standard.Apply(ref letters) || Verbs.Apply(ref letters, letters.RV);
        CutVowels(ref letters);
        letters.Map("UI", "ui");
        return letters.Length;
    }

    /// <summary>Cuts a pronoun behind a gerund, and writes e for one behind an infinitive (accomodarci, accomodare).</summary>
    private static bool CutPronoun(ref StemmedWord word, string pronoun)
    {
        var verb = word;
        verb.Cut(pronoun);
        if (verb.Ends("ando", verb.RV) || verb.Ends("endo", verb.RV))
            return word.Cut(pronoun);
        return (verb.Ends("ar", verb.RV) || verb.Ends("er", verb.RV) || verb.Ends("ir", verb.RV)) && word.Replace(pronoun, "e");
    }

    /// <summary>Step 3: a final vowel with an i before it, then the h of ch and gh.</summary>
    private static void CutVowels(ref StemmedWord word)
    {
        if (word.Length > word.RV && word[word.Length - 1] is 'a' or 'e' or 'i' or 'o' or 'à' or 'è' or 'ì' or 'ò')
        {
            word.Shorten();
            word.Cut("i", word.RV);
        }
        if (word.Ends("ch", word.RV) || word.Ends("gh", word.RV))
            word.Shorten();
    }
}
