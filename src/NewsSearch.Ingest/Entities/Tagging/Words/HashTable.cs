using System.Numerics;

namespace NewsSearch.Ingest.Entities.Tagging.Words;

/// <summary>Hash of a word, phrase or feature -> a number: open addressing, at most half full. Key 0 stands for a free place, so 0 is stored as 1.</summary>
internal sealed class HashTable
{
    private readonly uint[] _keys;
    private readonly int[] _values;
    private readonly int _shift;

    public HashTable(int capacity)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity * 2));
        _keys = new uint[size];
        _values = new int[size];
        _shift = 32 - BitOperations.Log2((uint)size);
    }

    public int Count { get; private set; }

    /// <summary>The value of a key; <paramref name="absent"/> where it has none.</summary>
    public int Find(uint key, int absent)
    {
        key = key == 0 ? 1 : key;
        var keys = _keys;
        for (var at = Place(key); ; at = (at + 1) & (keys.Length - 1))
        {
            if (keys[at] == key) return _values[at];
            if (keys[at] == 0) return absent;
        }
    }

    /// <summary>The place of a key's value, which begins as 0. Requires: no more keys than the capacity.</summary>
    public ref int At(uint key)
    {
        key = key == 0 ? 1 : key;
        var at = Place(key);
        while (_keys[at] != key && _keys[at] != 0) at = (at + 1) & (_keys.Length - 1);
        if (_keys[at] == 0)
        {
            _keys[at] = key;
            Count++;
        }
        return ref _values[at];
    }

    private int Place(uint key) => (int)((key * 0x9E3779B1) >> _shift);
}
