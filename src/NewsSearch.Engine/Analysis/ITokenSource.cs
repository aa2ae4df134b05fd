namespace NewsSearch.Engine.Analysis;

/// <summary>Text -> tokens. Reusable, for one thread; spans are valid until the next call.</summary>
internal interface ITokenSource
{
    /// <summary>Number of the token in its text.</summary>
    int Position { get; }

    /// <summary>Lower case, accents kept: what stemmers read.</summary>
    ReadOnlySpan<char> Word { get; }

    /// <summary>What exact lists hold.</summary>
    ReadOnlySpan<char> Term { get; }

    /// <summary>The term of any word that this source has given.</summary>
    ReadOnlySpan<char> TermOf(ReadOnlySpan<char> word);

    /// <summary>The term in UTF-8: the first <paramref name="length"/> bytes. What follows them is rubbish, there so that whole words can be read.</summary>
    ReadOnlySpan<byte> Utf8(out int length);

    void Reset(ReadOnlyMemory<char> text);

    /// <summary>Moves to the next token; false at the end.</summary>
    bool Next();
}
