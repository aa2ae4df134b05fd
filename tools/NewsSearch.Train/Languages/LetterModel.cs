using NewsSearch.Ingest.Metadata.Languages;

namespace NewsSearch.Train.Languages;

/// <summary>Words of a language -> how likely a letter is after the letters before it.</summary>
/// <remarks>Source: Witten and Bell 1991, method C, interpolated: P(c|h) = (n(hc) + t(h) P(c|h')) / (n(h) + t(h)), t the different letters seen after h.</remarks>
internal sealed class LetterModel
{
    /// <summary>Letters that a script might have; an unseen one shares what is left over with all others.</summary>
    private const int Alphabet = 200;

    private readonly Dictionary<ulong, int> _counts = [];
    private readonly Dictionary<ulong, (int Total, int Different)> _contexts = [];

    public LetterModel(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            ulong last = ' ';
            foreach (var letter in word.Append(' '))
            {
                last = (last << 16) | letter;
                for (var length = 1; length <= ScriptModel.Order; length++)
                {
                    Count(Tail(last, length));
                    if (last >> (16 * length) == 0) break;
                }
            }
        }
    }

    /// <summary>Letter sequences, the last letter lowest, with their counts.</summary>
    public IReadOnlyDictionary<ulong, int> Counts => _counts;

    /// <summary>How many letters were seen.</summary>
    public int Total => _contexts[0].Total;

    /// <summary>-ln P of the last letter of a sequence after those before it.</summary>
    public double Cost(ulong sequence) => -Math.Log(Probability(sequence));

    /// <summary>-ln P of the letters of a word.</summary>
    public double Cost(string word)
    {
        var (last, cost) = ((ulong)' ', 0.0);
        foreach (var letter in word.Append(' ')) cost += Cost(last = (last << 16) | letter);
        return cost;
    }

    private double Probability(ulong sequence)
    {
        var shorter = sequence <= char.MaxValue ? 1.0 / Alphabet : Probability(SequenceKey.WithoutFirst(sequence));
        return _contexts.TryGetValue(sequence >> 16, out var context) ? (_counts.GetValueOrDefault(sequence) + (context.Different * shorter)) / (context.Total + context.Different) : shorter;
    }

    private void Count(ulong sequence)
    {
        var count = _counts[sequence] = _counts.GetValueOrDefault(sequence) + 1;
        var (total, different) = _contexts.GetValueOrDefault(sequence >> 16);
        _contexts[sequence >> 16] = (total + 1, count == 1 ? different + 1 : different);
    }

    private static ulong Tail(ulong letters, int length) => length == ScriptModel.Order ? letters : letters & ((1UL << (16 * length)) - 1);
}
