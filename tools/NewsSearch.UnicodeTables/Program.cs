namespace NewsSearch.UnicodeTables;

/// <summary>Unicode data files -> the tables of the engine's analysis.</summary>
/// <remarks>
/// From the repository's root, then raise AnalysisVersion where tokens, folding or stems change:
/// <code>dotnet run --project tools/NewsSearch.UnicodeTables -- /usr/share/unicode src/NewsSearch.Engine/Analysis/Unicode/UnicodeTables.bin</code>
/// </remarks>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments.Length != 2)
        {
            Console.Error.WriteLine("usage: NewsSearch.UnicodeTables UNICODE-FOLDER OUTPUT-FILE");
            return 2;
        }
        var bytes = TableFile.Make(UnicodeData.Read(arguments[0]));
        File.WriteAllBytes(arguments[1], bytes);
        Console.WriteLine($"{arguments[1]}: {bytes.Length:N0} bytes");
        return 0;
    }
}
