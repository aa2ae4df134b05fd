namespace NewsSearch.Train.Languages;

/// <summary>Up to four letters in a number, the last one lowest.</summary>
internal static class SequenceKey
{
    public static int Length(ulong key) => key > 0xFFFF_FFFF_FFFF ? 4 : key > 0xFFFF_FFFF ? 3 : key > 0xFFFF ? 2 : 1;

    public static ulong WithoutFirst(ulong key) => key & ((1UL << (16 * (Length(key) - 1))) - 1);

    /// <summary>Of each length, so many sequences at most are kept: more of them make the model larger, but hardly better.</summary>
    public static int MostOfLength(int length) => length switch { 1 or 2 => int.MaxValue, 3 => 10_000, _ => 4_000 };
}
