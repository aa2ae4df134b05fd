using System.Globalization;
using System.IO.Compression;

namespace NewsSearch.Bench.Comparing;

/// <summary>A file of answers -> query -> its total, ordered top ten and facets, in a form in which equal answers are equal texts.</summary>
internal static class Answers
{
    /// <summary>Values that a facet shows, after which engines cut.</summary>
    private const int ShownValues = 10;

    /// <summary>Guarantees: a line that is no answer is refused with its number.</summary>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            for (var number = 1; text.ReadLine() is { } line; number++)
            {
                var (query, answer) = Parse(line) ?? throw new BenchException($"{path}, line {number} is no answer: {Text.Cut(line)}");
                answers[query] = answer;
            }
        }
        catch (InvalidDataException damaged)
        {
            throw new BenchException($"{path} cannot be read: {damaged.Message}");
        }

        return answers;
    }

    /// <summary>query, total, hits with scores, and the facets of facet queries; null where a line is something else.</summary>
    private static (string Query, string Answer)? Parse(string line)
    {
        if (line.Split('\t') is not [var query, var total, var hits, .. var facets] || !long.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return null;
        var docs = hits.Split(',').Select(hit => hit.Split(':')[0]);
        var values = facets.Select(Facet).ToList();
        return values.Contains(null) ? null : (query, string.Join('\t', [total, string.Join(',', docs), .. values!]));
    }

    /// <summary>A list of values by count. Engines order ties each in their own way, so values that tie with the last of a list that
    /// was cut at ten are not told apart.</summary>
    private static string? Facet(string values)
    {
        var counts = new List<(string Name, int Count)>();
        foreach (var value in values.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = value.LastIndexOf('=');
            if (equals < 0 || !int.TryParse(value.AsSpan(equals + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
            counts.Add((value[..equals], count));
        }

        var last = counts.Count == ShownValues ? counts.Min(value => value.Count) : 0;
        return string.Join('|', counts.OrderByDescending(value => value.Count).ThenBy(value => value.Name, StringComparer.Ordinal).Select(value => value.Count == last ? $"={last}" : $"{value.Name}={value.Count}"));
    }
}
