namespace NewsSearch.Engine.Documents;

/// <summary>How the words of a list are written into it.</summary>
public enum TermForm
{
    /// <summary>The folded word: case- and accent-insensitive, not stemmed.</summary>
    Exact,

    /// <summary>fold(stem(word)) and, where different, stem(fold(word)), marked with the document's language.</summary>
    Stem,
}

/// <summary>What counts as a token.</summary>
public enum TokenRule
{
    /// <summary>The words of the Unicode rules with ours: for reading.</summary>
    Words,

    /// <summary>Runs of letters and decimal digits, lower-cased, not folded: what other engines can do alike, for comparing with them.</summary>
    LettersAndDigits,
}

/// <summary>A text that documents carry: analysed into tokens, counted for its length.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="ValueGap">Positions between the values of one document, so that no phrase crosses from one to the next.</param>
/// <param name="Tokens">What counts as a token.</param>
public sealed record TextField(string Name, int ValueGap = 100, TokenRule Tokens = TokenRule.Words) : INamedField;

/// <summary>Term -> posting list over one or two texts.</summary>
/// <param name="Name">The list's name.</param>
/// <param name="Form">How words are written.</param>
/// <param name="Texts">The texts it covers, one or two; each posting keeps one frequency for each.</param>
/// <param name="HasPositions">Whether each posting keeps its positions; only over a single text.</param>
public sealed record TermList(string Name, TermForm Form, IReadOnlyList<string> Texts, bool HasPositions) : INamedField;

/// <summary>A value or several per document, kept whole: filters, facets, fields.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="HasColumn">Whether document -> values is kept (facets need it); value -> documents always is.</param>
public sealed record KeywordField(string Name, bool HasColumn = true) : INamedField;

/// <summary>One 64-bit number per document, or none: ranges and sorting.</summary>
public sealed record NumberField(string Name) : INamedField;

/// <summary>Bytes kept to be shown.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="IsHead">Head fields are small and lie apart, uncompressed, so that a page of hits never touches the bodies.</param>
public sealed record StoredField(string Name, bool IsHead) : INamedField;

/// <summary>What may be indexed: the names and kinds of all fields. Stored in every commit, compared on opening.</summary>
public sealed record IndexSchema(
    IReadOnlyList<TextField> Texts,
    IReadOnlyList<TermList> Lists,
    IReadOnlyList<KeywordField> Keywords,
    IReadOnlyList<NumberField> Numbers,
    IReadOnlyList<StoredField> Stored,
    string KeyField);
