using System.Text;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Tests.Archive;

/// <summary>Random -> article: any field may be absent, texts hold quotes, controls, emoji, and half surrogate pairs where asked.</summary>
internal static class RandomArticle
{
    private static readonly string[] Pieces =
    [
        "Kim", " ", "\n\n", "\"", "\\", "/", "</script>", "&amp;", "é", "“", "”", "’", "漢字", "العربية", "\U0001F600", "\U00020000",
        "\t", "\r", "\u0000", "\u001F", "\u2028", "\uFEFF", "\u00A0", "0", "\\u0041", "{", "]",
    ];

    public static Article Next(Random random, bool hasHalfPairs = false)
    {
        var body = Text(random, hasHalfPairs);
        return new Article
        {
            Id = Text(random, hasHalfPairs),
            Url = Maybe(random, hasHalfPairs),
            Title = Maybe(random, hasHalfPairs),
            TitleFrom = Maybe(random, hasHalfPairs),
            Lead = Maybe(random, hasHalfPairs),
            Body = body,
            Outlet = Maybe(random, hasHalfPairs),
            OutletFrom = Maybe(random, hasHalfPairs),
            Host = Maybe(random, hasHalfPairs),
            Published = Date(random),
            PublishedBy = Maybe(random, hasHalfPairs),
            Authors = List(random, () => Text(random, hasHalfPairs)),
            Section = Maybe(random, hasHalfPairs),
            Language = Maybe(random, hasHalfPairs),
            Agencies = List(random, () => Text(random, hasHalfPairs)),
            People = List(random, () => Entity(random, body, hasHalfPairs)),
            Organisations = List(random, () => Entity(random, body, hasHalfPairs)),
            Places = List(random, () => Entity(random, body, hasHalfPairs)),
            Quotes = List(random, () => Quote(random, body, hasHalfPairs)),
            Removed = List(random, () => new Removal(Text(random, hasHalfPairs), random.Next(body.Length + 1), Text(random, hasHalfPairs))),
            Reasons = List(random, () => Text(random, hasHalfPairs)).Index().ToDictionary(reason => $"field{reason.Index}", reason => reason.Item),
            Overruled = List(random, () => new OverruledField(Text(random, hasHalfPairs), Maybe(random, hasHalfPairs), Maybe(random, hasHalfPairs))),
            WordConfidence = random.Next(2) == 0 ? null : random.NextDouble(),
            Source = Maybe(random, hasHalfPairs),
        };
    }

    private static string? Maybe(Random random, bool hasHalfPairs) => random.Next(2) == 0 ? null : Text(random, hasHalfPairs);

    private static string Text(Random random, bool hasHalfPairs)
    {
        var text = new StringBuilder();
        for (var count = random.Next(8); count > 0; count--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
            if (hasHalfPairs && random.Next(4) == 0) text.Append((char)random.Next(0xD800, 0xE000)).Append('x');
        }
        return text.ToString();
    }

    private static PublicationDate? Date(Random random) => random.Next(5) switch
    {
        0 => PublicationDate.TryParse("2024"),
        1 => PublicationDate.TryParse("2024-02"),
        2 => PublicationDate.TryParse("2024-02-20"),
        3 => PublicationDate.TryParse("2024-02-20T14:05+09:00"),
        _ => null,
    };

    private static List<T> List<T>(Random random, Func<T> next) => [.. Enumerable.Range(0, random.Next(3)).Select(_ => next())];

    private static NamedEntity Entity(Random random, string body, bool hasHalfPairs) =>
        new(Text(random, hasHalfPairs), List(random, () => Range(random, body)));

    private static Quotation Quote(Random random, string body, bool hasHalfPairs)
    {
        var (start, end) = Range(random, body);
        return new Quotation(Text(random, hasHalfPairs), Maybe(random, hasHalfPairs), start, end, "indirect", Maybe(random, hasHalfPairs));
    }

    private static TextRange Range(Random random, string body)
    {
        var start = random.Next(body.Length + 1);
        return new TextRange(start, random.Next(start, body.Length + 1));
    }
}
