using System.IO.Compression;
using System.Text;
using NewsSearch.Bench.Extraction;
using NewsSearch.Bench.Relevance;

namespace NewsSearch.Bench.Ingesting;

/// <summary>The same articles as text files and as JSON Lines, and saved pages, in a folder of their own for as long as they are needed.</summary>
internal sealed class InputFiles : IDisposable
{
    private const string Set = "allsides";

    private readonly string _data;
    private readonly string _folder = Directory.CreateTempSubdirectory("newssearch-ingest-").FullName;

    /// <param name="data">The folder of the data sets.</param>
    public InputFiles(string data)
    {
        _data = data;
        JsonLines = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "jsonl")).FullName, Set + ".jsonl");
        using var packed = new GZipStream(File.OpenRead(new SharedData(data).Path(Set, "docs.jsonl.gz")), CompressionMode.Decompress);
        using var lines = File.Create(JsonLines);
        packed.CopyTo(lines);
    }

    /// <summary>A file with an article a line.</summary>
    public string JsonLines { get; }

    /// <summary>A folder for an index.</summary>
    public string Index => Path.Combine(_folder, "index");

    /// <summary>A folder with a file for each article: its title, an empty line, its text.</summary>
    public string Texts()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "text")).FullName;
        var number = 0;
        foreach (var article in SharedData.Read(Path.Combine(_data, Set, "docs.jsonl.gz")))
            File.WriteAllText(Path.Combine(folder, $"{number++:00000}.txt"), article.Title + "\n\n" + article.Body, Encoding.UTF8);
        return folder;
    }

    /// <summary>A folder with a file for each page.</summary>
    public string Pages()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "pages")).FullName;
        using var sets = new PageSets(_data);
        var number = 0;
        foreach (var page in sets.TrafilaturaPages().Concat(sets.MozillaPages())) File.Copy(page.File, Path.Combine(folder, $"{number++:00000}.html"));
        return folder;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Bytes of a file, or of all files of a folder, in millions.</summary>
    public static double Megabytes(string source) =>
        (File.Exists(source) ? new FileInfo(source).Length : Directory.EnumerateFiles(source).Sum(file => new FileInfo(file).Length)) / 1e6;
}
