namespace NewsSearch.Ingest.Entities.Tagging.Words;

/// <summary>A list that ships with the program: lines or words under [name], '#' begins a comment line.</summary>
internal static class WordSections
{
    public static List<(string Name, List<string> Words)> Read(string file) =>
        [.. Lines(file).GroupBy(line => line.Section, line => line.Text, StringComparer.Ordinal).Select(section => (section.Key, section.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList()))];

    /// <summary>All lines, each with the section that it stands in.</summary>
    public static IEnumerable<(string Section, string Text)> Lines(string file)
    {
        using var stream = typeof(WordSections).Assembly.GetManifestResourceStream("Lists." + file)
            ?? throw new InvalidOperationException($"The list {file} is missing from the program.");
        using var reader = new StreamReader(stream);
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('[')) section = line.Trim('[', ']');
            else if (line.Length > 0 && line[0] != '#') yield return (section, line);
        }
    }
}
