namespace NewsSearch.Engine.Highlighting;

/// <summary>One thing to look for in texts: slots that must stand one behind the other, or near each other if there is a slop.</summary>
/// <param name="Field">The field whose text it is looked up in; null for every text.</param>
/// <param name="Slots">At least one; numbers of a <see cref="HighlightTerms"/>.</param>
/// <param name="Slop">As in <see cref="Queries.PhraseNode"/>.</param>
internal sealed record HighlightRule(string? Field, IReadOnlyList<int> Slots, int? Slop)
{
    /// <summary>Equal for rules that find the same.</summary>
    public string Key { get; } = $"{Field}:{string.Join(' ', Slots)}~{Slop}";
}
