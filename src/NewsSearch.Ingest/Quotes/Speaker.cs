namespace NewsSearch.Ingest.Quotes;

/// <summary>Who speaks, as far as the text tells.</summary>
/// <param name="Name">Canonical name; null for somebody whom the text does not name.</param>
/// <param name="IsPerson">Whether it may be "he" or "she".</param>
internal sealed record Speaker(string? Name, bool IsPerson = true)
{
    /// <summary>"A spokesman", "analysts".</summary>
    public static Speaker Unnamed { get; } = new((string?)null);

    /// <summary>By what noun he is meant, where the text does not name him there: "the letter", "the company", "the lawmaker".</summary>
    public SpeechWord By { get; init; }
}
