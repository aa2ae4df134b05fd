using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Entities.Gazetteer;

/// <summary>Words of a phrase -> the lists that hold it. Words and phrases are known by their hashes alone.</summary>
internal sealed class NameLists
{
    /// <summary>No phrase is longer, in words.</summary>
    public const int LongestPhrase = 6;

    /// <summary>Set in an entry that a longer phrase begins with.</summary>
    public const int Continues = 1 << 30;

    private readonly HashTable _phrases;

    /// <param name="entries">Hash of a phrase -> bits of its lists, and <see cref="Continues"/>.</param>
    /// <param name="fingerprint">Changes with the content.</param>
    public NameLists(IReadOnlyCollection<KeyValuePair<uint, int>> entries, uint fingerprint)
    {
        _phrases = new HashTable(entries.Count);
        foreach (var (hash, lists) in entries) _phrases.At(hash) = lists;
        Fingerprint = fingerprint;
    }

    public uint Fingerprint { get; }

    /// <summary>Hash of a phrase, of which the hash of all words but the last is given.</summary>
    public static uint Extended(uint phrase, uint word) => Hashing.Mix(phrase, word);

    public int Find(uint phrase) => _phrases.Find(phrase, 0);

    /// <summary>Marks in each token the lists of the longest phrases around it: four bits a list, for unit, begin, inside and last.</summary>
    public void Mark(ReadOnlySpan<TagToken> tokens, Span<ulong> marks)
    {
        // Room for the lists; a mark of 64 bits holds no more than 16.
        Span<int> coveredTo = stackalloc int[16];
        coveredTo.Clear();
        Span<int> ends = stackalloc int[16];
        for (var at = 0; at < tokens.Length; at++)
        {
            var all = 0;
            var hash = tokens[at].Word;
            for (var end = at + 1; ; end++)
            {
                var entry = Find(hash);
                for (var lists = entry & ~Continues; lists != 0; lists &= lists - 1) ends[int.TrailingZeroCount(lists)] = end;
                all |= entry & ~Continues;
                if ((entry & Continues) == 0 || end == tokens.Length || end == at + LongestPhrase) break;
                hash = Extended(hash, tokens[end].Word);
            }
            for (; all != 0; all &= all - 1)
            {
                var list = int.TrailingZeroCount(all);
                if (ends[list] <= coveredTo[list]) continue;
                coveredTo[list] = ends[list];
                for (var i = at; i < ends[list]; i++) marks[i] |= Place(i, at, ends[list]) << (4 * list);
            }
        }
    }

    private static ulong Place(int at, int start, int end) => end - start == 1 ? 1UL : at == start ? 2UL : at == end - 1 ? 8UL : 4UL;
}
