using NewsSearch.Ingest.Metadata.Languages;

namespace NewsSearch.Train.Languages;

/// <summary>The languages of one script -> the rows of its model: for each letter sequence and each frequent word, its cost in every language.</summary>
internal sealed class ScriptTrainer
{
    /// <summary>Zipf's law as Mandelbrot amends it: the word of rank r, from 1, is 0.1 / (r + 1.7) of a text.</summary>
    private const double ZipfShare = 0.1;
    private const double ZipfShift = 1.7;

    private readonly LetterModel[] _letters;
    private readonly Dictionary<string, double>[] _shares;

    public ScriptTrainer(Script script, IReadOnlyList<TrainedLanguage> languages, WordLists lists)
    {
        (Script, Languages) = (script, languages);
        _letters = [.. languages.Select(language => new LetterModel(lists.All(language)))];
        _shares = [.. languages.Select(language => Shares(lists.Frequent(language)))];
        Sequences = new SortedSet<ulong>(Enumerable.Range(1, ScriptModel.Order).SelectMany(Frequent));
        Words = new SortedSet<string>(_shares.SelectMany(shares => shares.Keys), StringComparer.Ordinal);
    }

    public Script Script { get; }

    public IReadOnlyList<TrainedLanguage> Languages { get; }

    public SortedSet<ulong> Sequences { get; }

    public SortedSet<string> Words { get; }

    /// <summary>Language -> cost, the cheapest one's being 0.</summary>
    public byte[] Costs(ulong sequence) => Quantised([.. _letters.Select(model => model.Cost(sequence))]);

    public byte[] Costs(string word) => Quantised([.. _letters.Select((model, language) => Cost(word, model, _shares[language]))]);

    private static double Cost(string word, LetterModel letters, Dictionary<string, double> shares) =>
        shares.TryGetValue(word, out var share) ? -Math.Log(share) : letters.Cost(word) - Math.Log(1 - shares.Values.Sum());

    private static Dictionary<string, double> Shares(IReadOnlyList<string> frequent) =>
        frequent.Select((word, rank) => (word, share: ZipfShare / (rank + 1 + ZipfShift))).ToDictionary(pair => pair.word, pair => pair.share, StringComparer.Ordinal);

    /// <summary>The sequences of a length that are the largest part of any language's text.</summary>
    private IEnumerable<ulong> Frequent(int length) =>
        _letters.SelectMany(model => model.Counts.Where(pair => SequenceKey.Length(pair.Key) == length).Select(pair => (pair.Key, Share: (double)pair.Value / model.Total)))
            .GroupBy(pair => pair.Key, pair => pair.Share).Select(group => (group.Key, Share: group.Max()))
            .OrderByDescending(pair => pair.Share).ThenBy(pair => pair.Key).Take(SequenceKey.MostOfLength(length)).Select(pair => pair.Key);

    private static byte[] Quantised(double[] costs)
    {
        var least = costs.Min();
        return [.. costs.Select(cost => (byte)Math.Min(LanguageModel.MaxWordCost, Math.Round((cost - least) * LanguageModel.UnitsPerNat)))];
    }
}
