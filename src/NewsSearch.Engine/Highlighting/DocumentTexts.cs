namespace NewsSearch.Engine.Highlighting;

/// <summary>One text of a document.</summary>
/// <param name="Field">Its name in the query language.</param>
/// <param name="Text">The text.</param>
public sealed record DocumentText(string Field, string Text)
{
    /// <summary>Further fields that are made of parts of this text (the quotations of a body): name -> their places, not overlapping.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Mark>> Parts { get; init; } = new Dictionary<string, IReadOnlyList<Mark>>();
}

/// <summary>A document as its marks need it: all its texts, and what else a query may ask of it.</summary>
/// <param name="Texts">The texts in which words without a field are looked up.</param>
/// <param name="Language">Their language, empty where unknown.</param>
public sealed record DocumentTexts(IReadOnlyList<DocumentText> Texts, string Language)
{
    /// <summary>Field of values -> those of the document, under all their names; null where that is not known, which counts as found.</summary>
    public Func<string, IEnumerable<string>?> Values { get; init; } = _ => null;

    /// <summary>Field of periods -> first and last day of the document's; null where it has none, which is not found.</summary>
    public Func<string, (DateOnly First, DateOnly Last)?> Period { get; init; } = _ => null;
}
