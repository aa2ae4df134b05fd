using System.Runtime.InteropServices;

namespace NewsSearch.Ingest.Entities;

/// <summary>What matters about a word for finding names.</summary>
[Flags]
internal enum NameTokenTraits
{
    None = 0,

    /// <summary>Begins with a capital letter, after an article such as "al-" too.</summary>
    Capital = 1,

    /// <summary>Three letters or more, all capitals.</summary>
    AllCapitals = 2,

    /// <summary>A middle initial: one capital letter, with or without a dot, or two with dots.</summary>
    Initial = 4,

    /// <summary>Something other than white space stands before it: no name runs across.</summary>
    BreakBefore = 8,

    /// <summary>It may owe its capital letter to its place.</summary>
    SentenceStart = 16,

    /// <summary>Followed by 's, which is not part of the range.</summary>
    Possessive = 32,

    /// <summary>In a line where all words are capitalised, so that capitals tell nothing.</summary>
    InHeading = 64,
}

/// <summary>A word of the body.</summary>
/// <param name="Start">Start in the body.</param>
/// <param name="End">End in the body.</param>
/// <param name="Text">The word, acronyms without dots.</param>
/// <param name="Traits">What matters about it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameToken(int Start, int End, string Text, NameTokenTraits Traits)
{
    public bool Is(NameTokenTraits trait) => (Traits & trait) != 0;
}
