using NewsSearch.Archive;

namespace NewsSearch.Bench.Relevance;

/// <summary>A name or word of the archive with one letter wrong is searched: how often the first offer is the search that was meant, and whether every offer has hits.</summary>
/// <remarks>
/// Half are names that several articles have, half words of several articles, drawn evenly from all of them. The slip is a letter put in, left out,
/// replaced by any letter or exchanged with the next one, anywhere in a word of at least four letters; slips that give the same word are drawn again.
/// </remarks>
/// <param name="set">The set's folder.</param>
/// <param name="typoCount">How many slips to try.</param>
internal sealed class SuggestionMeasure(string set = "allsides", int typoCount = 200) : IMeasure
{
    private const int Seed = 4;
    private const int LeastArticles = 5, LeastLetters = 4;
    private const double AtLeast = 0.85;

    public string Name => "suggestions";

    public IEnumerable<MeasureRow> Run(SharedData data, CancellationToken stopped)
    {
        using var ranking = new ArchiveRanking(data.Articles(set));
        var random = new Random(Seed);
        string[] words = [.. Frequent(data.Articles(set).SelectMany(article => Words(article.Title + "\n" + article.Body).Distinct()), random).Take(typoCount / 2)];
        string[] names = [.. Frequent(data.Articles(set).SelectMany(article => Names(article.Body).Distinct()), random).Take(typoCount - words.Length)];
        var (right, offers, empty) = (0, 0, 0);
        foreach (var meant in words.Concat(names))
        {
            stopped.ThrowIfCancellationRequested();
            var page = ranking.Archive.Search(new SearchRequest { Query = WithSlip(meant, random), CountFacets = [] }, stopped);
            if (page.Suggestions is [{ Kind: SuggestionKind.Spelling } first, ..] && first.Request.Query.Equals(meant, StringComparison.OrdinalIgnoreCase)) right++;
            offers += page.Suggestions.Count;
            empty += page.Suggestions.Count(offer => ranking.Archive.Search(offer.Request with { CountFacets = [] }, stopped).Total == 0);
        }

        yield return new MeasureRow("did-you-mean is right", set, (double)right / (words.Length + names.Length), null, AtLeast);
        yield return new MeasureRow("offers with hits", set, 1 - ((double)empty / Math.Max(1, offers)), null, 1);
        var asked = words.Concat(names).Count(word => ranking.Archive.Search(new SearchRequest { Query = word, CountFacets = [] }, stopped).Suggestions.Any(offer => offer.Kind == SuggestionKind.Spelling));
        yield return new MeasureRow("right queries left alone", set, 1 - ((double)asked / (words.Length + names.Length)), null, AtLeast);
    }

    private static IEnumerable<string> Frequent(IEnumerable<string> values, Random random) =>
        values.GroupBy(value => value, StringComparer.Ordinal).Where(value => value.Count() >= LeastArticles).Select(value => value.Key)
            .Order(StringComparer.Ordinal).ToArray().OrderBy(_ => random.Next());

    private static IEnumerable<string> Words(string text) =>
        text.Split(text.Where(letter => !char.IsLetter(letter)).Distinct().ToArray()).Where(word => word.Length >= LeastLetters && word.All(char.IsAsciiLetterLower));

    /// <summary>Two words with capitals side by side, inside a sentence.</summary>
    private static IEnumerable<string> Names(string text)
    {
        var words = text.Split(' ');
        for (var i = 1; i + 1 < words.Length; i++)
        {
            if (IsName(words[i]) && IsName(words[i + 1]) && char.IsLower(words[i - 1].FirstOrDefault())) yield return words[i] + " " + words[i + 1];
        }

        static bool IsName(string word) => word.Length >= LeastLetters && char.IsAsciiLetterUpper(word[0]) && word.Skip(1).All(char.IsAsciiLetterLower);
    }

    private static string WithSlip(string text, Random random)
    {
        while (true)
        {
            var at = random.Next(text.Length);
            var letter = (char)('a' + random.Next(26));
            var next = Math.Min(at + 1, text.Length - 1);
            var slipped = random.Next(4) switch
            {
                0 => text.Insert(at, letter.ToString()),
                1 => text.Remove(at, 1),
                2 => text[..at] + letter + text[(at + 1)..],
                _ => text[..at] + text[next] + text[at] + text[Math.Min(at + 2, text.Length)..],
            };
            if (text[at] != ' ' && text[next] != ' ' && !slipped.Equals(text, StringComparison.OrdinalIgnoreCase)) return slipped;
        }
    }
}
