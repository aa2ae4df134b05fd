namespace NewsSearch.Ingest.Entities.Tagging.Words;

/// <summary>A list that ships with the program: lines or words under [name], '#' begins a comment line.</summary>
internal static class WordSections
{
    public static List<(string Name, List<string> Words)> Read(string file)
    {
        var sections = new List<(string Name, List<string> Words)>();
        foreach (var line in Content(file))
        {
            if (line[0] == '[') sections.Add((line.Trim('[', ']'), []));
            else sections[^1].Words.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return sections;
    }

    /// <summary>All lines of all sections.</summary>
    public static IEnumerable<string> Lines(string file) => Content(file).Where(line => line[0] != '[');

    private static IEnumerable<string> Content(string file)
    {
        using var stream = typeof(WordSections).Assembly.GetManifestResourceStream("Lists." + file)
            ?? throw new InvalidOperationException($"The list {file} is missing from the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
