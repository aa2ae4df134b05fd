namespace NewsSearch.Ingest.Metadata.Languages;

/// <summary>Four numbers below 2^15 in one <see cref="ulong"/>: one addition adds four, and so does one comparison.</summary>
internal static class FourLanes
{
    private const ulong HighBits = 0x8000_8000_8000_8000;
    private const ulong Ones = 0x0001_0001_0001_0001;

    /// <summary>The same number in all lanes.</summary>
    public static ulong Of(int value) => (ulong)value * Ones;

    public static int Lane(ulong lanes, int lane) => (int)(lanes >> (lane * 16)) & 0xFFFF;

    /// <summary>The lesser number of each lane.</summary>
    public static ulong Min(ulong left, ulong right)
    {
        // The high bit of a lane stays where left is not less: nothing is borrowed from the next lane.
        var notLess = ((left | HighBits) - right) & HighBits;
        var useRight = (notLess >> 15) * 0xFFFF;
        return (right & useRight) | (left & ~useRight);
    }

    /// <summary>The least of the four.</summary>
    public static int Least(ulong lanes)
    {
        lanes = Min(lanes, lanes >> 32);
        return Lane(Min(lanes, lanes >> 16), 0);
    }
}
