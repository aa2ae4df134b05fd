namespace NewsSearch.Engine.Terms;

/// <summary>Walks sorted terms in byte order. One thread at a time.</summary>
internal interface ITermCursor
{
    /// <summary>The current term; valid until the cursor moves.</summary>
    ReadOnlySpan<byte> Term { get; }

    /// <summary>Rank of the current term among all terms, from 0.</summary>
    int Ordinal { get; }

    /// <summary>Moves to the next term; false at the end.</summary>
    bool Next();

    /// <summary>Moves to the first term not before <paramref name="term"/>; false where there is none.</summary>
    bool SeekCeiling(ReadOnlySpan<byte> term);

    /// <summary>Moves to the term of an ordinal. Requires: 0 &lt;= ordinal &lt; count of terms.</summary>
    void SeekOrdinal(int ordinal);
}
