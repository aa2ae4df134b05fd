using System.Runtime.InteropServices;

namespace NewsSearch.Train.Entities;

/// <summary>Keys of features -> numbers from 0, for those seen often enough to be learned from.</summary>
internal sealed class FeatureNumbers
{
    private const int LeastSeen = 2;

    private readonly Dictionary<uint, int> _numbers = [];

    public FeatureNumbers(IEnumerable<uint[][]> segments)
    {
        var seen = new Dictionary<uint, int>();
        foreach (var key in segments.SelectMany(tokens => tokens).SelectMany(token => token)) CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out _)++;
        Keys = [.. seen.Where(pair => pair.Value >= LeastSeen).Select(pair => pair.Key).Order()];
        for (var number = 0; number < Keys.Count; number++) _numbers.Add(Keys[number], number);
    }

    /// <summary>Number -> key, in ascending order.</summary>
    public IReadOnlyList<uint> Keys { get; }

    public int[][] Of(uint[][] keys) => [.. keys.Select(token => token.Select(key => _numbers.GetValueOrDefault(key, -1)).Where(number => number >= 0).ToArray())];
}
