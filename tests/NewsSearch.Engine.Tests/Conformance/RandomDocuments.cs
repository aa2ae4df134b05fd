using System.Text;
using NewsSearch.Engine.Documents;

namespace NewsSearch.Engine.Tests.Conformance;

/// <summary>Documents of few words, so that phrases, repeated words, missing fields and equal documents happen.</summary>
internal sealed class RandomDocuments(Random random)
{
    public static readonly string[] Words =
    [
        "limousine", "limousines", "Limousine's", "luxury", "café", "cafe", "cafés", "running", "runs", "run", "U.S.", "us", "the", "and", "a",
        "well-known", "well", "known", "東京都", "東京", "Пе́тя", "naïve", "naive", "senat", "Aurus", "x1", "2024", "luxurious", "straße", "strasse",
    ];

    public static readonly string[] People = ["Ann Lee", "Lee Ann", "Bob Stone", "Robert Stone", "Zoë Zola", "Zoe Zola", "Ann", "the Stone"];

    public static readonly string[] Outlets = ["The Example", "Example News", "Tägliches Blatt", "example", "News"];

    public static readonly string[] Languages = ["en", "de", "", "und", "ru"];

    private static readonly string[] Separators = [" ", " ", " ", ", ", " – ", ". ", "  \n"];

    public IndexDocument Next(string key, string head)
    {
        var document = new IndexDocument { Language = Pick(Languages) };
        document.AddKeyword("id", key);
        document.SetStored("head", Encoding.UTF8.GetBytes(head));
        AddTexts(document, "title", mostValues: 1, mostWords: 5);
        AddTexts(document, "body", mostValues: 2, mostWords: random.Next(5) == 0 ? 80 : 15);
        AddTexts(document, "quotes", mostValues: 3, mostWords: 6);
        if (random.Next(4) > 0) document.AddKeyword("outlet", Pick(Outlets));
        for (var count = random.Next(4); count > 0; count--) document.AddKeyword("person", Pick(People));
        if (document.Language.Length > 0) document.AddKeyword("lang", document.Language);
        AddDates(document);
        if (random.Next(5) > 0) document.SetStored("whole", Encoding.UTF8.GetBytes(Text(random.Next(100))));
        if (random.Next(3) == 0) document.SetStored("source", Encoding.UTF8.GetBytes(Text(1)));
        return document;
    }

    /// <summary>Some values shown as others, one hidden.</summary>
    public ValueMap Map() => random.Next(3) == 0
        ? ValueMap.Empty
        : new ValueMap(new Dictionary<string, IReadOnlyDictionary<string, string?>>
        {
            ["person"] = new Dictionary<string, string?> { ["Bob Stone"] = "Robert Stone", ["Zoe Zola"] = "Zoë Zola", [Pick(People[..2])] = null, ["Ann"] = random.Next(2) == 0 ? "Newcomer" : "Robert Stone" },
            ["outlet"] = new Dictionary<string, string?> { ["example"] = "The Example", ["News"] = null },
        });

    private void AddTexts(IndexDocument document, string field, int mostValues, int mostWords)
    {
        for (var count = random.Next(mostValues + 1); count > 0; count--) document.AddText(field, Text(random.Next(mostWords + 1)));
    }

    private void AddDates(IndexDocument document)
    {
        if (random.Next(4) == 0) return;
        var first = new DateOnly(2023, 12, 1).AddDays(random.Next(100));
        document.SetNumber("first", first.DayNumber);
        document.SetNumber("last", first.DayNumber + (random.Next(2) == 0 ? 0 : random.Next(40)));
        document.AddKeyword("month", first.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture));
        if (random.Next(4) > 0) document.SetNumber("instant", random.Next(20) - 10);
    }

    /// <summary>The first words come often, the last seldom.</summary>
    private string Text(int wordCount)
    {
        var text = new StringBuilder();
        for (; wordCount > 0; wordCount--) text.Append(Words[Math.Min(random.Next(Words.Length), random.Next(Words.Length))]).Append(Pick(Separators));
        return text.ToString();
    }

    private string Pick(string[] values) => values[random.Next(values.Length)];
}
