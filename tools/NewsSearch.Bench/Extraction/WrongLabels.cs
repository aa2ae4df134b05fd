using System.Reflection;

namespace NewsSearch.Bench.Extraction;

/// <summary>Pages that contradict what their set expects of them. The lists, with what each page says, stand in the files named.</summary>
internal sealed class WrongLabels
{
    public static readonly WrongLabels Dates = new("wrong-dates.txt");
    public static readonly WrongLabels Titles = new("wrong-titles.txt");

    private readonly Dictionary<(string Set, string Name), string> _beginnings;

    private WrongLabels(string file)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("NewsSearch.Bench.Extraction." + file)!);
        _beginnings = reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(" | ")).ToDictionary(parts => (parts[0], parts[1]), parts => parts[2]);
    }

    /// <summary>Whether the page is listed with the beginning of the label that its set has for it.</summary>
    public bool Contains(ExpectedPage page, string label) => _beginnings.TryGetValue((page.Set, page.Name), out var beginning) && label.StartsWith(beginning, StringComparison.Ordinal);
}
