using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Train.Entities.WordGroups;

/// <summary>Words with directions -> classes: broad ones, each cut into finer ones.</summary>
internal static class ClassMaker
{
    /// <summary>So many words, the most frequent ones, have a class.</summary>
    private const int MostWords = 250_000;

    private const int Broad = 100;
    private const int Fine = 30;

    public static SortedDictionary<uint, ushort> Make(string path)
    {
        var (words, directions) = WordVectors.Read(path, MostWords);
        var broad = DirectionGroups.Of(directions, Broad);
        var classes = new ushort[words.Count];
        foreach (var group in Enumerable.Range(0, words.Count).ToLookup(number => broad[number]))
        {
            int[] members = [.. group];
            var fine = DirectionGroups.Of([.. members.Select(number => directions[number])], Fine);
            for (var i = 0; i < members.Length; i++) classes[members[i]] = (ushort)(((group.Key + 1) << WordClasses.FineBits) + fine[i]);
        }
        var found = new SortedDictionary<uint, ushort>();
        // Words that are one to the tagger, as "1990" and "1991", have the class of the most frequent.
        for (var i = 0; i < classes.Length; i++) found.TryAdd(WordReader.Hash(words[i]), classes[i]);
        return found;
    }
}
