namespace NewsSearch.Train.Entities;

/// <summary>Random order that is the same on every machine.</summary>
/// <remarks>Source: Steele, Lea and Flood 2014, SplitMix64; Fisher and Yates.</remarks>
internal sealed class Shuffler(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to one less than the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public void Shuffle(int[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
