using System.Globalization;

namespace NewsSearch.Archive;

/// <summary>What the score of a hit is made of: the sum of its parts.</summary>
/// <param name="Parts">The words in the order of the query, then what their places add.</param>
public sealed record Explanation(IReadOnlyList<ExplainedPart> Parts)
{
    /// <summary>The score.</summary>
    public double Score => Parts.Sum(part => part.Score);
}

/// <summary>How often something is found in a field of an article.</summary>
/// <param name="Field">title, body or quotes.</param>
/// <param name="Frequency">How often.</param>
public sealed record FieldCount(string Field, int Frequency);

/// <summary>A part of a score.</summary>
/// <param name="Kind">word, phrase, pattern, nearness, earliness or passage.</param>
/// <param name="Text">The words as typed; empty where the part comes from all of them.</param>
/// <param name="Fields">Where and how often they are found.</param>
/// <param name="DocumentFrequency">How many articles have them; 0 where that does not count.</param>
/// <param name="Score">The part.</param>
public sealed record ExplainedPart(string Kind, string Text, IReadOnlyList<FieldCount> Fields, long DocumentFrequency, double Score)
{
    /// <summary>What it comes from, in words: "“limousine” once in the title, 3 times in the body; 12 articles have it".</summary>
    public string InWords => Kind switch
    {
        "nearness" => "the words stand near each other",
        "earliness" => "the words stand early in the text",
        "passage" => "a short passage has many of the words",
        _ => $"“{Text}”{Where}{Rarity}",
    };

    private string Where => Fields.Count == 0 ? "" : " " + string.Join(", ", Fields.Select(count => $"{Times(count.Frequency)} in the {count.Field}"));

    private string Rarity => DocumentFrequency == 0 ? "" : $"; {Number(DocumentFrequency)} {(DocumentFrequency == 1 ? "article has" : "articles have")} it";

    private static string Times(int count) => count == 1 ? "once" : count == 2 ? "twice" : $"{Number(count)} times";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
