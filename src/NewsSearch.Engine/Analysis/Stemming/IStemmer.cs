namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>Word -> its stem, in place. Stateless: one instance serves all threads.</summary>
internal interface IStemmer
{
    /// <summary>Stems the first <paramref name="length"/> units of <paramref name="word"/> and returns the stem's length.</summary>
    /// <remarks>Requires: lower case; length at least 1; word has room for twice the length (ß becomes ss).
    /// Guarantees: the stem is not empty and not longer than that.</remarks>
    int Stem(Span<char> word, int length);
}
