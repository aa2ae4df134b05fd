using System.Globalization;

namespace NewsSearch.Bench.Quotes;

/// <summary>A stretch between quotation marks whose speaker was told by hand; speakers.tsv says how.</summary>
/// <param name="Part">"tuned" or "held".</param>
/// <param name="Set">The collection.</param>
/// <param name="Article">The article's id there.</param>
/// <param name="Start">Start in the body as the collection has it.</param>
/// <param name="End">End there.</param>
/// <param name="Kind">"direct", "other" or "unclear".</param>
/// <param name="Speakers">Writings of the speaker's name that are right; "none" where the text names nobody.</param>
internal sealed record AnnotatedQuote(string Part, string Set, string Article, int Start, int End, string Kind, IReadOnlyList<string> Speakers)
{
    public const string Nobody = "none";

    /// <summary>The annotations that ship with the program.</summary>
    public static List<AnnotatedQuote> All()
    {
        using var lines = new StreamReader(typeof(AnnotatedQuote).Assembly.GetManifestResourceStream("NewsSearch.Bench.Quotes.speakers.tsv") ?? throw new InvalidOperationException("The annotations are missing from the program."));
        var quotes = new List<AnnotatedQuote>();
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var row = line.Split('\t');
            quotes.Add(new AnnotatedQuote(row[0], row[1], row[2], int.Parse(row[3], CultureInfo.InvariantCulture), int.Parse(row[4], CultureInfo.InvariantCulture), row[5], row[6].Split('|')));
        }
        return quotes;
    }
}
