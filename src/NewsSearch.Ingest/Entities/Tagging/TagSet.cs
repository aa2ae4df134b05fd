namespace NewsSearch.Ingest.Entities.Tagging;

/// <summary>What a tag says about a token: outside, or a type and where in the name it stands (begin, inside, last, unit).</summary>
/// <remarks>Tag 0 is outside; type t from 0 has the tags 1 + 4t (begin), + 1 (inside), + 2 (last), + 3 (unit).</remarks>
internal static class TagSet
{
    public const int Outside = 0;
    public const int Begin = 0;
    public const int Inside = 1;
    public const int Last = 2;
    public const int Unit = 3;

    /// <summary>People, organisations, places, and names that are none of these.</summary>
    public const int Types = 4;

    public const int Count = 1 + 4 * Types;

    private static readonly bool[] Legal = [.. from before in Enumerable.Range(0, Count) from after in Enumerable.Range(0, Count) select IsLegalPair(before, after)];

    public static int Tag(int type, int place) => 1 + 4 * type + place;

    /// <summary>The type of a tag; -1 outside.</summary>
    public static int Type(int tag) => tag == Outside ? -1 : (tag - 1) >> 2;

    public static int Place(int tag) => (tag - 1) & 3;

    public static bool IsLegal(int before, int after) => Legal[before * Count + after];

    /// <summary>Whether a name may begin with this tag, or what precedes the name end with it.</summary>
    public static bool StartsName(int tag) => tag == Outside || Place(tag) is Begin or Unit;

    public static bool EndsName(int tag) => tag == Outside || Place(tag) is Last or Unit;

    private static bool IsLegalPair(int before, int after) =>
        EndsName(before) ? StartsName(after) : after != Outside && Type(before) == Type(after) && Place(after) is Inside or Last;
}
