namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>Russian word -> its stem.</summary>
/// <remarks>
/// Source: M. F. Porter, snowballstem.org/algorithms/russian/stemmer.html; the version is the one that agrees with the Snowball
/// vocabulary of January 2021. Nothing before RV is looked at, the place after the first vowel.
/// </remarks>
internal sealed class RussianStemmer : IStemmer
{
    private static readonly EndingRules PerfectiveGerund = new(
        ("в вши вшись", CutAfterA),
        ("ив ивши ившись ыв ывши ывшись", CutAnywhere));

    private static readonly EndingRules Reflexive = new(("ся сь", CutAnywhere));

    private static readonly EndingRules Adjective = new(
        ("ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею | еи ии ыи ои", CutAnywhere));

    private static readonly EndingRules Participle = new(
        ("ем нн вш ющ щ", CutAfterA),
        ("ивш ывш ующ", CutAnywhere));

    private static readonly EndingRules Verb = new(
        ("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно | ите и", CutAfterA),
        ("ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю | еите уите еи уи", CutAnywhere));

    private static readonly EndingRules Noun = new(
        ("а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я | иеи ои", CutAnywhere));

    private static readonly EndingRules Derivational = new(("ост ость", (ref word, ending) => word.Cut(ending, word.R2)));

    private static readonly EndingRules Tidying = new(
        ("ейш ейше | еиш еише", (ref word, ending) => word.Cut(ending) && (!word.Ends("нн", word.RV) || word.Cut("н"))),
        ("нн", (ref word, _) => word.Cut("н")),
        ("ь", CutAnywhere));

    public bool ReadsFolded => true;

    public int Stem(Span<char> word, int length, bool isFolded = false)
    {
        var letters = new StemmedWord(word, length, "аеиоуыэюя", isFolded);
        letters.Map("ё", "е");
        letters.FindRegions();
        var rv = 0;
        while (letters.IsConsonant(rv))
            rv++;
        letters.RV = rv = Math.Min(rv + 1, letters.Length);
        if (!PerfectiveGerund.Apply(ref letters, rv))
        {
            Reflexive.Apply(ref letters, rv);
            if (Adjective.Apply(ref letters, rv))
                Participle.Apply(ref letters, rv);
            else if (!Verb.Apply(ref letters, rv))
                Noun.Apply(ref letters, rv);
        }
        letters.Cut("и", rv);
        Derivational.Apply(ref letters, rv);
        Tidying.Apply(ref letters, rv);
        return letters.Length;
    }

    private static bool CutAnywhere(ref StemmedWord word, string ending) => word.Cut(ending);

    /// <summary>Endings of the first group must follow а or я.</summary>
    private static bool CutAfterA(ref StemmedWord word, string ending)
    {
        var before = word.Length - ending.Length - 1;
        return before >= word.RV && word[before] is 'а' or 'я' && word.Cut(ending);
    }
}
