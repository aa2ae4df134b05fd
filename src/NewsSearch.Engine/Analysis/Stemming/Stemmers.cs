namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>Language -> its stemmer.</summary>
internal static class Stemmers
{
    private static readonly EnglishStemmer English = new();
    private static readonly UnchangedStemmer Unchanged = new();

    /// <summary>English for "en" and for articles of unknown language (""); other languages keep their words as they are.</summary>
    /// <param name="language">An ISO 639 code in lower case, without region.</param>
    public static IStemmer For(string language) => language is "en" or "" ? English : Unchanged;

    private sealed class UnchangedStemmer : IStemmer
    {
        public int Stem(Span<char> word, int length) => length;
    }
}
