namespace NewsSearch.Engine.Highlighting;

/// <summary>How much of a text is shown. Both numbers are at least one.</summary>
/// <param name="MaxSnippets">The most passages to show.</param>
/// <param name="LengthInCharacters">The length of a passage in UTF-16 code units of the text; only a longer mark makes it longer.</param>
public sealed record SnippetOptions(int MaxSnippets = 2, int LengthInCharacters = 240)
{
    /// <summary>The most passages to show.</summary>
    /// <value>Default: 2.</value>
    public int MaxSnippets { get; } = AtLeastOne(MaxSnippets, nameof(MaxSnippets));

    /// <summary>The length of a passage in UTF-16 code units of the text; only a longer mark makes it longer.</summary>
    /// <value>Default: 240.</value>
    public int LengthInCharacters { get; } = AtLeastOne(LengthInCharacters, nameof(LengthInCharacters));

    private static int AtLeastOne(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }
}
