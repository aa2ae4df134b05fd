using System.Globalization;
using System.IO.Compression;

namespace NewsSearch.Bench.Peer;

/// <summary>Answers against the expected ones: totals, facets and the ordered top ten must be equal, scores are not compared.</summary>
internal static class PeerCheck
{
    private const int ShownDifferences = 10;
    private const int ShownCharacters = 200;

    public static int Compare(string counts, string expected)
    {
        var right = Read(expected);
        var found = Read(counts);
        List<string> wrong = [.. right.Where(line => found.GetValueOrDefault(line.Key) != line.Value).Select(line => line.Key)];
        foreach (var query in wrong.Take(ShownDifferences))
            Console.WriteLine($"{query.Replace('\u0001', ' ')}\n  expected {Cut(right[query])}\n  found    {Cut(found.GetValueOrDefault(query, "nothing"))}");
        Console.WriteLine($"{right.Count - wrong.Count} of {right.Count} answers equal the expected ones");
        return wrong.Count == 0 ? 0 : 4;
    }

    /// <summary>Query -> its answer without scores, facets in one order.</summary>
    private static Dictionary<string, string> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        while (text.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            var hits = fields[2].Split(',').Select(hit => hit.Split(':')[0]);
            answers[fields[0]] = string.Join('\t', [fields[1], string.Join(',', hits), .. fields[3..].Select(Facet)]);
        }

        return answers;
    }

    /// <summary>A list of values by count. Engines order ties each in their own way, so values that tie with the last of a list that
    /// was cut at ten are not told apart.</summary>
    private static string Facet(string values)
    {
        var counts = values.Split('|').Select(value => (Name: value[..value.LastIndexOf('=')], Count: int.Parse(value[(value.LastIndexOf('=') + 1)..], CultureInfo.InvariantCulture))).ToList();
        var last = counts.Count == 10 ? counts.Min(value => value.Count) : 0;
        return string.Join('|', counts.OrderByDescending(value => value.Count).ThenBy(value => value.Name, StringComparer.Ordinal).Select(value => value.Count == last ? $"={last}" : $"{value.Name}={value.Count}"));
    }

    private static string Cut(string answer) => answer.Length <= ShownCharacters ? answer : answer[..ShownCharacters] + " …";
}
