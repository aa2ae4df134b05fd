using System.Globalization;
using System.IO.Compression;
using System.Text;
using NewsSearch.Archive;

namespace NewsSearch.Bench.Relevance;

/// <summary>A folder of data sets: articles as gzipped JSON Lines, queries and judgments as tables.</summary>
/// <param name="directory">One folder for each set.</param>
internal sealed class SharedData(string directory)
{
    public string Folder => directory;

    public IEnumerable<Article> Articles(string set) => Read(Path(set, "docs.jsonl.gz"));

    /// <summary>The articles of a file of gzipped JSON Lines.</summary>
    public static IEnumerable<Article> Read(string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            if (line.Length > 0) yield return ArticleJson.Read(Encoding.UTF8.GetBytes(line), out var error) ?? throw new BenchException($"An article of '{file}' cannot be read: {error}");
        }
    }

    /// <summary>Queries of a judged set that have a judgment above 0.</summary>
    /// <param name="set">The set.</param>
    /// <param name="part">What stands behind the name of both tables: ".train", or nothing.</param>
    public IReadOnlyList<JudgedQuery> Queries(string set, string part)
    {
        var judgments = Rows(set, $"qrels{part}.tsv").ToLookup(row => row[0], row => (Id: row[1], Grade: double.Parse(row[2], CultureInfo.InvariantCulture)));
        return
        [
            .. Rows(set, $"queries{part}.tsv")
                .Select(row => new JudgedQuery(row[1], judgments[row[0]].Where(judged => judged.Grade > 0).DistinctBy(judged => judged.Id).ToDictionary(judged => judged.Id, judged => judged.Grade, StringComparer.Ordinal)))
                .Where(query => query.Grades.Count > 0),
        ];
    }

    public string Path(string set, string file)
    {
        var path = System.IO.Path.Combine(directory, set, file);
        return File.Exists(path) ? path : throw new BenchException($"There is no file '{path}'.");
    }

    private IEnumerable<string[]> Rows(string set, string file) => File.ReadLines(Path(set, file)).Where(line => line.Length > 0).Select(line => line.Split('\t'));
}

/// <summary>A query and the articles that answer it.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Grades">Id -> how well it answers, above 0.</param>
internal sealed record JudgedQuery(string Text, IReadOnlyDictionary<string, double> Grades);
