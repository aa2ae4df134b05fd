namespace NewsSearch.Engine.Analysis;

/// <summary>Text -> tokens with their places. Reusable, for one thread; spans are valid until the next call.</summary>
internal interface ITokenSource
{
    /// <summary>Source span [Start, End), UTF-16 units.</summary>
    int Start { get; }

    int End { get; }

    /// <summary>Number of the token in its text.</summary>
    int Position { get; }

    /// <summary>Lower case, accents kept: what stemmers read.</summary>
    ReadOnlySpan<char> Word { get; }

    /// <summary>What exact lists hold.</summary>
    ReadOnlySpan<char> Term { get; }

    void Reset(ReadOnlyMemory<char> text);

    /// <summary>Moves to the next token; false at the end.</summary>
    bool Next();
}
