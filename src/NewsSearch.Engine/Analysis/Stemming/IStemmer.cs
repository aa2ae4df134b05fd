namespace NewsSearch.Engine.Analysis.Stemming;

/// <summary>Word -> its stem, in place. Stateless: one instance serves all threads.</summary>
internal interface IStemmer
{
    /// <summary>A folded word may have another stem than the same word as typed: endings that lost their accents are read, too.</summary>
    bool ReadsFolded => false;

    /// <summary>Stems the first <paramref name="length"/> units of <paramref name="word"/> and returns the stem's length.</summary>
    /// <remarks>Requires: lower case; length at least 1; word has room for twice the length (ß becomes ss); isFolded where the word has
    /// been folded, so that it may have had accents. Guarantees: the stem is not empty.</remarks>
    int Stem(Span<char> word, int length, bool isFolded = false);
}
