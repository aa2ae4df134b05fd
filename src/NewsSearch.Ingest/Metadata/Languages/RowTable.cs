using System.Numerics;

namespace NewsSearch.Ingest.Metadata.Languages;

/// <summary>Key, not 0 -> row. Open addressing at most half full; several times as fast as a dictionary, which is what detection spends its time on.</summary>
internal sealed class RowTable
{
    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly int _shift;

    public RowTable(int capacity)
    {
        _keys = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, capacity) * 2)];
        _rows = new int[_keys.Length];
        _shift = 64 - BitOperations.Log2((uint)_keys.Length);
    }

    public void Add(ulong key, int row)
    {
        var at = Start(key);
        while (_keys[at] != 0) at = (at + 1) & (_keys.Length - 1);
        (_keys[at], _rows[at]) = (key, row);
    }

    /// <summary>-1 where the key is not there.</summary>
    public int Find(ulong key)
    {
        for (var at = Start(key); ; at = (at + 1) & (_keys.Length - 1))
        {
            if (_keys[at] == key) return _rows[at];
            if (_keys[at] == 0) return -1;
        }
    }

    private int Start(ulong key) => (int)((key * 0x9E37_79B9_7F4A_7C15) >> _shift);
}
