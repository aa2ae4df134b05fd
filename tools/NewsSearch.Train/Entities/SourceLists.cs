using System.IO.Compression;
using System.Text;
using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Train.Entities;

/// <summary>Tables in text -> what the tagger loads.</summary>
internal static class SourceLists
{
    /// <summary>A table of list, tab, phrase.</summary>
    public static SortedDictionary<uint, int> Gazetteer(string path)
    {
        var words = new Vocabulary([]);
        var entries = new SortedDictionary<uint, int>();
        foreach (var line in Lines(path))
        {
            var (list, phrase) = Split(line);
            var tokens = Tokenizer.Tokenize(phrase.Replace(" - ", "-", StringComparison.Ordinal).Replace(" 's", "'s", StringComparison.Ordinal), words);
            if (tokens.Count is 0 or > NameLists.LongestPhrase) continue;
            var hash = tokens[0].Word;
            for (var i = 1; i < tokens.Count; i++)
            {
                entries[hash] = entries.GetValueOrDefault(hash) | NameLists.Continues;
                hash = NameLists.Extended(hash, tokens[i].Word);
            }
            entries[hash] = entries.GetValueOrDefault(hash) | (1 << Array.IndexOf(NameList.Names, list));
        }
        return entries;
    }

    /// <summary>A table of word, tab, class from 0.</summary>
    public static SortedDictionary<uint, ushort> Classes(string path)
    {
        var classes = new SortedDictionary<uint, ushort>();
        foreach (var line in Lines(path))
        {
            var (word, number) = Split(line);
            classes[WordReader.Hash(word)] = (ushort)(ushort.Parse(number, System.Globalization.CultureInfo.InvariantCulture) + 1);
        }
        return classes;
    }

    private static (string, string) Split(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return (line[..tab], line[(tab + 1)..]);
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
