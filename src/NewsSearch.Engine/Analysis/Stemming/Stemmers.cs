namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>Language -> its stemmer.</summary>
internal static class Stemmers
{
    private static readonly IStemmer Arabic = new ArabicStemmer(), Dutch = new DutchStemmer(), English = new EnglishStemmer(),
        French = new FrenchStemmer(), German = new GermanStemmer(), Italian = new ItalianStemmer(), Portuguese = new PortugueseStemmer(),
        Russian = new RussianStemmer(), Spanish = new SpanishStemmer(), Unchanged = new UnchangedStemmer();

    /// <summary>English for "en" and for articles of unknown language (""); languages without a stemmer keep their words as they are.</summary>
    /// <param name="language">An ISO 639 code in lower case, without region.</param>
    public static IStemmer For(string language) => language switch
    {
        "en" or "" => English,
        "ar" => Arabic,
        "de" => German,
        "es" => Spanish,
        "fr" => French,
        "it" => Italian,
        "nl" => Dutch,
        "pt" => Portuguese,
        "ru" => Russian,
        _ => Unchanged,
    };

    private sealed class UnchangedStemmer : IStemmer
    {
        public int Stem(Span<char> word, int length, bool isFolded = false) => length;
    }
}
