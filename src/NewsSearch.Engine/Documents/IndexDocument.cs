namespace NewsSearch.Engine.Documents;

/// <summary>One document on its way into the index: field name -> values, by kind.</summary>
/// <remarks>The key (<see cref="IndexSchema.KeyField"/>) is a keyword with exactly one value; adding a document replaces an older one with the same key.</remarks>
public sealed class IndexDocument
{
    /// <summary>Language of the texts, an ISO 639-1 code; empty where it is not known.</summary>
    public string Language { get; set; } = "";

    internal List<(string Field, string Text)> Texts { get; } = [];
    internal List<(string Field, string Value)> Keywords { get; } = [];
    internal List<(string Field, long Value)> Numbers { get; } = [];
    internal List<(string Field, ReadOnlyMemory<byte> Value)> Stored { get; } = [];

    /// <summary>Adds a text value; several values of one field keep their order.</summary>
    public void AddText(string field, string text) => Texts.Add((field, text));

    /// <summary>Adds a keyword value; repeated values count once.</summary>
    public void AddKeyword(string field, string value) => Keywords.Add((field, value));

    /// <summary>Sets a number; the last one counts.</summary>
    public void SetNumber(string field, long value)
    {
        Numbers.RemoveAll(number => number.Field == field);
        Numbers.Add((field, value));
    }

    /// <summary>Sets stored bytes; the last ones count.</summary>
    public void SetStored(string field, ReadOnlyMemory<byte> value)
    {
        Stored.RemoveAll(stored => stored.Field == field);
        Stored.Add((field, value));
    }
}
