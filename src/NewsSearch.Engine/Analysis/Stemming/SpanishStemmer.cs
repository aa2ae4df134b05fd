namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>Spanish word -> its stem.</summary>
/// <remarks>
/// Source: M. F. Porter, snowballstem.org/algorithms/spanish/stemmer.html; the version is the one that agrees with the Snowball
/// vocabulary of January 2021.
/// </remarks>
internal sealed class SpanishStemmer : IStemmer
{
    private static readonly (string Accented, string Plain)[] GerundsAndInfinitives =
        [("iéndo", "iendo"), ("ándo", "ando"), ("ár", "ar"), ("ér", "er"), ("ír", "ir")];

    private static readonly EndingRules Pronouns = new(
        ("me se sela selo selas selos la le lo las les los nos", CutPronoun));

    private static readonly EndingRules Standard = new(
        ("anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas amiento amientos imiento imientos",
            (ref word, ending) => word.Cut(ending, word.R2)),
        ("adora ador ación adoras adores aciones ante antes ancia ancias | acion", (ref word, ending) => word.Cut(ending, word.R2) && word.AlsoCut(word.R2, "ic")),
        ("logía logías | logia logias", (ref word, ending) => word.Replace(ending, "log", word.R2)),
        ("ución uciones | ucion", (ref word, ending) => word.Replace(ending, "u", word.R2)),
        ("encia encias", (ref word, ending) => word.Replace(ending, "ente", word.R2)),
        ("amente", (ref word, ending) => word.Cut(ending, word.R1) && word.AlsoCut(word.R2, "ativ", "iv", "os", "ic", "ad")),
        ("mente", (ref word, ending) => word.Cut(ending, word.R2) && word.AlsoCut(word.R2, "ante", "able", "ible")),
        ("idad idades", (ref word, ending) => word.Cut(ending, word.R2) && word.AlsoCut(word.R2, "abil", "ic", "iv")),
        ("iva ivo ivas ivos", (ref word, ending) => word.Cut(ending, word.R2) && word.AlsoCut(word.R2, "at")));

    private static readonly EndingRules VerbsInY = new(
        ("ya ye yan yen yeron yendo yo yó yas yes yais yamos", (ref word, ending) => word[word.Length - ending.Length - 1] == 'u' && word.Cut(ending)));

    private static readonly EndingRules Verbs = new(
        ("en es éis emos", (ref word, ending) => word.Cut(ending) && (!word.Ends("gu") || word.Cut("u"))),
        ("arían arías arán arás aríais aría aréis aríamos aremos ará aré "
            + "erían erías erán erás eríais ería eréis eríamos eremos erá eré "
            + "irían irías irán irás iríais iría iréis iríamos iremos irá iré "
            + "aba ada ida ía ara iera ad ed id ase iese aste iste an aban ían aran ieran asen iesen aron ieron ado ido ando iendo ió ar er ir as "
            + "abas adas idas ías aras ieras ases ieses ís áis abais íais arais ierais aseis ieseis asteis isteis ados idos amos ábamos íamos imos "
            + "áramos iéramos iésemos ásemos "
            + "| arian erian irian eria erias iran ariamos eriamos iriamos ariais eriais iriais areis ereis ireis abamos ieramos iesemos asemos",
            (ref word, ending) => word.Cut(ending)));

    private static readonly EndingRules Residual = new(
        ("os a o á í ó", (ref word, ending) => word.Cut(ending, word.RV)),
        ("e é", (ref word, ending) => word.Cut(ending, word.RV) && word.Ends("gu") && word.Cut("u", word.RV)));

    public bool ReadsFolded => true;

    public int Stem(Span<char> word, int length, bool isFolded = false)
    {
        var letters = new StemmedWord(word, length, "aeiouáéíóúü", isFolded);
        letters.FindRegions();
        letters.FindRomanceRV();
        Pronouns.Apply(ref letters);
        _ = Standard.Apply(ref letters) || VerbsInY.Apply(ref letters, letters.RV) || Verbs.Apply(ref letters, letters.RV);
        Residual.Apply(ref letters);
        letters.Map("áéíóú", "aeiou");
        return letters.Length;
    }

    /// <summary>Cuts a pronoun behind an infinitive or gerund, whose accent falls away with it (haciéndola, haciendo).</summary>
    private static bool CutPronoun(ref StemmedWord word, string pronoun)
    {
        var verb = word;
        verb.Cut(pronoun);
        foreach (var (accented, plain) in GerundsAndInfinitives)
        {
            if (!verb.Replace(accented, plain, word.RV) && !verb.Ends(plain, word.RV))
                continue;
            word = verb;
            return true;
        }
        return verb.Ends("uyendo") && verb.Ends("yendo", verb.RV) && word.Cut(pronoun);
    }
}
