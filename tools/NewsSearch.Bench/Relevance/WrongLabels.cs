using System.Reflection;

namespace NewsSearch.Bench.Relevance;

/// <summary>Set and id of an article -> the language of its text, where the set states another. The list stands in wrong-labels.txt.</summary>
internal static class WrongLabels
{
    private const string Resource = "NewsSearch.Bench.Relevance.wrong-labels.txt";

    private static readonly Dictionary<(string Set, string Id), (string Stated, string Language)> Labels = Read();

    /// <summary>Null where the label is not known to be wrong.</summary>
    public static string? Corrected(string set, string id, string stated) => Labels.TryGetValue((set, id), out var label) && label.Stated == stated ? label.Language : null;

    private static Dictionary<(string Set, string Id), (string Stated, string Language)> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.TrimEnd().Split(' '))
            .ToDictionary(parts => (parts[0], parts[1]), parts => (parts[2], parts[3]));
    }
}
