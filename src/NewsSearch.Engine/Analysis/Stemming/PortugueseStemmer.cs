namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>Portuguese word -> its stem.</summary>
/// <remarks>
/// Source: M. F. Porter, snowballstem.org/algorithms/portuguese/stemmer.html; the version is the one that agrees with the Snowball
/// vocabulary of January 2021. ã and õ count as a vowel and a consonant, and are written a~ and o~ meanwhile. Our addition for folded
/// words: plurals in -ões, -ais, -ns get their singular first, which the algorithm keeps apart; source: V. M. Orengo, C. Huyck, "A
/// stemming algorithm for the Portuguese language" (SPIRE 2001), step 1.
/// </remarks>
internal sealed class PortugueseStemmer : IStemmer
{
    private static readonly EndingRules Plurals = new(
        ("oes aes", (ref word, ending) => word.Replace(ending, "ao")),
        ("ais eis", (ref word, _) => word.Replace("is", "l")),
        ("is", (ref word, _) => word.Replace("s", "l")),
        ("ns", (ref word, _) => word.Replace("ns", "m")));

    private static readonly EndingRules Standard = new(
        ("eza ezas ico ica icos icas ismo ismos ável ível ista istas oso osa osos osas amento amentos imento imentos "
            + "adora ador aça~o adoras adores aço~es ante antes ância | avel ivel acao ancia",
            (ref word, ending) => word.Cut(ending, word.R2)),
        ("logia logias", (ref word, ending) => word.Replace(ending, "log", word.R2)),
        ("uça~o uço~es | ucao", (ref word, ending) => word.Replace(ending, "u", word.R2)),
        ("ência ências | encia encias", (ref word, ending) => word.Replace(ending, "ente", word.R2)),
        ("amente", (ref word, ending) => word.Cut(ending, word.R1) && word.AlsoCut(word.R2, "ativ", "iv", "os", "ic", "ad")),
        ("mente", (ref word, ending) => word.Cut(ending, word.R2) && word.AlsoCut(word.R2, "ante", "avel", "ível")),
        ("idade idades", (ref word, ending) => word.Cut(ending, word.R2) && word.AlsoCut(word.R2, "abil", "ic", "iv")),
        ("iva ivo ivas ivos", (ref word, ending) => word.Cut(ending, word.R2) && word.AlsoCut(word.R2, "at")),
        ("eira eiras", (ref word, ending) => word.Ends(ending[1..], word.RV) && word.Replace(ending, "eir")));

    private static readonly EndingRules Verbs = new(
        ("ada ida ia aria eria iria ará ara erá era irá ava asse esse isse aste este iste ei arei erei irei am iam ariam eriam iriam "
            + "aram eram iram avam em arem erem irem assem essem issem ado ido ando endo indo ara~o era~o ira~o ar er ir as adas idas ias arias "
            + "erias irias arás aras erás eras irás avas es ardes erdes irdes ares eres ires asses esses isses astes estes istes is ais "
            + "eis íeis aríeis eríeis iríeis áreis areis éreis ereis íreis ireis ásseis ésseis ísseis áveis ados idos ámos "
            + "amos íamos aríamos eríamos iríamos áramos éramos íramos ávamos emos aremos eremos iremos ássemos êssemos "
            + "íssemos imos armos ermos irmos eu iu ou ira iras "
            + "| arao erao irao iamos ariamos eriamos iriamos avamos iramos assemos essemos issemos",
            (ref word, ending) => word.Cut(ending)));

    private static readonly EndingRules ResidualSuffix = new(
        ("os a i o á í ó", (ref word, ending) => word.Cut(ending, word.RV)));

    private static readonly EndingRules ResidualForm = new(
        ("e é ê", (ref word, ending) => word.Cut(ending, word.RV) && ((word.Ends("gu") && word.Cut("u", word.RV)) || (word.Ends("ci") && word.Cut("i", word.RV)))),
        ("ç", (ref word, ending) => word.Replace(ending, "c")));

    public bool ReadsFolded => true;

    public int Stem(Span<char> word, int length, bool isFolded = false)
    {
        var letters = new StemmedWord(word, length, "aeiouáéíóúâêô", isFolded);
        letters.Spread('ã', "a~");
        letters.Spread('õ', "o~");
        if (isFolded && length > 4)
            Plurals.Apply(ref letters);
        letters.FindRegions();
        letters.FindRomanceRV();
        if (!Standard.Apply(ref letters) && !Verbs.Apply(ref letters, letters.RV))
            ResidualSuffix.Apply(ref letters);
        else if (letters.Ends("ci"))
            letters.Cut("i", letters.RV);
        ResidualForm.Apply(ref letters);
        letters.Join("a~", 'ã');
        letters.Join("o~", 'õ');
        return letters.Length;
    }
}
