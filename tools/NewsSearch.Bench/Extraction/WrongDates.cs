using System.Reflection;

namespace NewsSearch.Bench.Extraction;

/// <summary>Pages whose expected date the page itself contradicts. The list, with what each page says, stands in wrong-dates.txt.</summary>
internal static class WrongDates
{
    private const string Resource = "NewsSearch.Bench.Extraction.wrong-dates.txt";

    private static readonly HashSet<(string Set, string Name, string Stated)> Pages = Read();

    /// <summary>Whether the page is listed with the date that its set expects of it.</summary>
    public static bool Contains(ExpectedPage page) => Pages.Contains((page.Set, page.Name, $"{page.Published:O}"));

    private static HashSet<(string Set, string Name, string Stated)> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(" | ")).Select(parts => (parts[0], parts[1], parts[2]))];
    }
}
