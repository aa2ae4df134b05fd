using System.Runtime.InteropServices;

namespace NewsSearch.Ingest.Boilerplate;

/// <summary>Headlines -> in how many of them each word stands: what the articles are about.</summary>
/// <remarks>Only so many words are followed; one that stands in a good part of the headlines is early among them.</remarks>
internal sealed class TitleWords
{
    private const int MostWords = 1024;
    private const int ShortestWord = 3;

    private readonly Dictionary<ulong, int> _counts = [];

    public int Titles { get; private set; }

    /// <summary>One more headline.</summary>
    /// <param name="words">Its words, as <see cref="Of"/> gives them.</param>
    public void Add(HashSet<ulong> words)
    {
        Titles++;
        foreach (var word in words)
        {
            if (_counts.Count < MostWords || _counts.ContainsKey(word)) CollectionsMarshal.GetValueRefOrAddDefault(_counts, word, out _)++;
        }
    }

    public int Count(ulong word) => _counts.GetValueOrDefault(word);

    /// <summary>Words that stand in at least half of the headlines, with how many these are.</summary>
    public IEnumerable<(ulong Word, int Count)> InHalf() => _counts.Where(word => word.Value * 2 >= Titles).Select(word => (word.Key, word.Value));

    /// <summary>The different words of a headline, as hashes; pairs of letters where words are written without space.</summary>
    public static HashSet<ulong> Of(ReadOnlySpan<char> title)
    {
        var words = new HashSet<ulong>();
        for (var start = 0; start < title.Length; start++)
        {
            var end = start;
            while (end < title.Length && char.IsLetter(title[end])) end++;
            if (end > start && title[start] is >= '\u2E80' and < '\uD7B0')
            {
                for (var i = start; i + 2 <= end; i++) words.Add(FoldedHash.Of(title.Slice(i, 2)));
            }
            else if (end - start >= ShortestWord)
            {
                words.Add(FoldedHash.Of(title[start..end]));
            }
            start = end;
        }
        return words;
    }
}
