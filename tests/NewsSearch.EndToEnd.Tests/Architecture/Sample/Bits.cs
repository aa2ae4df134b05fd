namespace NewsSearch.EndToEnd.Tests.Architecture.Sample.Bits;

/// <summary>Breaks the order in the code of a method, where no signature shows it.</summary>
internal static class UsesSearchInCode
{
    public static int Count(object finder) => finder is Search.Finder found ? found.Count : 0;
}
