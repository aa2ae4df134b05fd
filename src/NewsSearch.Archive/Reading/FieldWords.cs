namespace NewsSearch.Archive.Reading;

/// <summary>Field of the query language -> how a reading speaks of it.</summary>
/// <param name="Name">Before a value ("outlet Reuters"); behind words of a text ("the word gift in the title").</param>
/// <param name="Nothing">Articles without a value.</param>
internal sealed record FieldWords(string Name, string Nothing)
{
    private static readonly Dictionary<string, FieldWords> Words = new(StringComparer.Ordinal)
    {
        ["title"] = new("in the title", "without a title"),
        ["said"] = new("inside quotations", "without quotations"),
        ["outlet"] = new("outlet", "without a known outlet"),
        ["person"] = new("person", "without a person"),
        ["org"] = new("organisation", "without an organisation"),
        ["place"] = new("place", "without a place"),
        ["agency"] = new("agency", "without an agency"),
        ["author"] = new("author", "without a known author"),
        ["section"] = new("section", "without a section"),
        ["lang"] = new("language", "without a known language"),
        ["date"] = new("published", "without a date"),
    };

    public static FieldWords Of(string field) => Words[field];
}
