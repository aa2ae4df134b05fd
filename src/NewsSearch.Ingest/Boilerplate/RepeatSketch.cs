namespace NewsSearch.Ingest.Boilerplate;

/// <summary>Keys as they come -> about how often each came: never too few, seldom too many, in memory that does not grow.</summary>
/// <remarks>
/// Source: count-min sketch with conservative update (Cormode and Muthukrishnan 2005; Estan and Varghese 2002), two rows in one
/// array. Counts end at 15, so that two share a byte. Measured with random keys: of those that came once, none is taken for five
/// times at one key a cell, 0.3 % at one and a half, 5 % at two.
/// </remarks>
internal sealed class RepeatSketch
{
    /// <summary>The largest count that is told apart.</summary>
    public const int MostCounted = 15;

    /// <summary>64 MiB: enough for 200 million different paragraphs, an archive of some ten million articles.</summary>
    private const int DefaultCellBits = 27;

    private readonly byte[] _cells;
    private readonly int _shift;

    /// <param name="cellBits">Binary logarithm of the number of counters.</param>
    public RepeatSketch(int cellBits = DefaultCellBits)
    {
        _cells = new byte[1 << (cellBits - 1)];
        _shift = 64 - cellBits;
    }

    public void Add(ulong key)
    {
        var (first, second) = Cells(key);
        int a = Get(first), b = Get(second), least = Math.Min(a, b);
        if (least == MostCounted) return;
        if (a == least) Set(first, least + 1);
        if (b == least) Set(second, least + 1);
    }

    /// <summary>At least how often the key came, up to <see cref="MostCounted"/>.</summary>
    public int Count(ulong key)
    {
        var (first, second) = Cells(key);
        return Math.Min(Get(first), Get(second));
    }

    private (ulong First, ulong Second) Cells(ulong key) => (key >> _shift, key * 0x9e3779b97f4a7c15 >> _shift);

    private int Get(ulong cell) => (_cells[cell >> 1] >> ((int)(cell & 1) * 4)) & MostCounted;

    private void Set(ulong cell, int count)
    {
        var shift = (int)(cell & 1) * 4;
        ref var pair = ref _cells[cell >> 1];
        pair = (byte)((pair & ~(MostCounted << shift)) | (count << shift));
    }
}
