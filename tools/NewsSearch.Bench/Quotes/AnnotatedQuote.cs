using System.Globalization;
using NewsSearch.Ingest.Entities;

namespace NewsSearch.Bench.Quotes;

/// <summary>A stretch between quotation marks whose speaker was told by hand; speakers.tsv says how.</summary>
/// <param name="Part">"tuned", "held" or "reports".</param>
/// <param name="Set">The collection.</param>
/// <param name="Article">The article's id there.</param>
/// <param name="Start">Start in the body as the collection has it.</param>
/// <param name="End">End there.</param>
/// <param name="Kind">"direct", "other" or "unclear"; of reports "report" or "noreport".</param>
/// <param name="Speakers">Writings of the speaker's name that are right; "none" where the text names nobody.</param>
internal sealed record AnnotatedQuote(string Part, string Set, string Article, int Start, int End, string Kind, IReadOnlyList<string> Speakers)
{
    public const string Nobody = "none";

    /// <summary>The part that holds indirect reports.</summary>
    public const string Reports = "reports";

    /// <summary>Whether this is the speaker; null says that nobody is named.</summary>
    public bool IsBy(string? speaker) => Speakers.Any(name => IsSame(name, speaker ?? Nobody));

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

    /// <summary>Whether two writings are the same name: their keys are, or their first and last words.</summary>
    private static bool IsSame(string a, string b)
    {
        string[] first = NameKey.Of(a).Split(' '), second = NameKey.Of(b).Split(' ');
        return first.SequenceEqual(second) || (first.Length > 1 && second.Length > 1 && first[0] == second[0] && first[^1] == second[^1]);
    }
}
