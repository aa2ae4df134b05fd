namespace NewsSearch.Ingest.Readers.Containers;

/// <summary>How much one source file may unpack to, all its layers and entries together: what stops a zip bomb of any make.</summary>
internal sealed class UnpackBudget(long packedByteLength)
{
    /// <summary>News text packs to a tenth, markup to a thirtieth, and nothing but one repeated byte to a thousandth; taste.</summary>
    private const int MaxRatio = 250;

    /// <summary>What even the smallest file may unpack to; taste.</summary>
    private const long Floor = 64 << 20;

    private long _rest = Floor + (MaxRatio * packedByteLength);

    /// <summary>Whether nothing more may be unpacked: a container then stops at its next entry.</summary>
    public bool IsSpent => _rest < 0;

    /// <exception cref="BrokenContentException">It is too much.</exception>
    public void Spend(int byteLength)
    {
        _rest -= byteLength;
        if (IsSpent) throw new BrokenContentException("", $"It unpacks to more than {MaxRatio} times its size, so the rest of the file is not read.");
    }
}
