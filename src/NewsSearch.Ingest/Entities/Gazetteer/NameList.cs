namespace NewsSearch.Ingest.Entities.Gazetteer;

/// <summary>The lists of the gazetteer: list -> bit.</summary>
internal static class NameList
{
    public const int Count = 13;

    /// <summary>Names in the source file, in the order of their bits.</summary>
    public static readonly string[] Names = ["city", "citybig", "company", "country", "demonym", "first", "human", "last", "org", "region", "wnloc", "wnorg", "wnper"];

    /// <summary>The marks of a word that is a first name, alone or in a longer phrase.</summary>
    public static readonly ulong FirstNames = Marks("first");

    /// <summary>All marks of a list.</summary>
    public static ulong Marks(string list) => 15UL << (4 * Array.IndexOf(Names, list));

    /// <summary>The mark of a word that stands in a list by itself.</summary>
    public static ulong Whole(string list) => 1UL << (4 * Array.IndexOf(Names, list));
}
