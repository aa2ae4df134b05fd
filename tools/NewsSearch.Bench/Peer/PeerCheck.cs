using System.IO.Compression;

namespace NewsSearch.Bench.Peer;

/// <summary>Answers against the expected ones: totals, facets and the ordered top ten must be equal, scores are not compared.</summary>
internal static class PeerCheck
{
    private const int ShownDifferences = 10;

    public static int Compare(string counts, string expected)
    {
        var right = Read(expected);
        var found = Read(counts);
        List<string> wrong = [.. right.Where(line => found.GetValueOrDefault(line.Key) != line.Value).Select(line => $"{line.Key.Replace('\u0001', ' ')}\n  expected {line.Value}\n  found    {found.GetValueOrDefault(line.Key)}")];
        foreach (var difference in wrong.Take(ShownDifferences)) Console.WriteLine(difference);
        Console.WriteLine($"{right.Count - wrong.Count} of {right.Count} answers equal the expected ones");
        return wrong.Count == 0 ? 0 : 4;
    }

    /// <summary>Query -> its answer without scores.</summary>
    private static Dictionary<string, string> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        while (text.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            fields[2] = string.Join(',', fields[2].Split(',').Select(hit => hit.Split(':')[0]));
            answers[fields[0]] = string.Join('\t', fields[1..]);
        }

        return answers;
    }
}
