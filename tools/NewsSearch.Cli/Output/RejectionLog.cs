using System.Globalization;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Ingest;

namespace NewsSearch.Cli.Output;

/// <summary>Rejections as they come -> the file <c>rejected.jsonl</c> in the index folder, a line each; the first also in memory, to be shown.</summary>
/// <remarks>The file is of the last <c>add</c> or <c>rebuild</c> that ended; there is none where that rejected nothing.</remarks>
internal sealed class RejectionLog(string index) : IDisposable
{
    public const string FileName = "rejected.jsonl";

    /// <summary>More are only in the file and in the count; taste.</summary>
    private const int MostShown = 1000;

    private readonly List<Rejection> _shown = [];
    private FileStream? _file;

    public long Count { get; private set; }

    public IReadOnlyList<Rejection> Shown => _shown;

    /// <summary>Where the file is; null where nothing was rejected.</summary>
    public string? Path => Count > 0 ? System.IO.Path.Combine(index, FileName) : null;

    public void Add(Rejection rejection)
    {
        Count++;
        if (_shown.Count < MostShown) _shown.Add(rejection);
        if (_file is null)
        {
            Directory.CreateDirectory(index);
            _file = new FileStream(System.IO.Path.Combine(index, FileName), FileMode.Create, FileAccess.Write, FileShare.Read);
        }
        using (var json = new Utf8JsonWriter(_file, ArticleJson.WriterOptions)) Write(rejection, json);
        _file.WriteByte((byte)'\n');
    }

    /// <summary>The run is over: the file is whole, or that of an earlier run goes.</summary>
    public void Finish()
    {
        _file?.Dispose();
        if (Count == 0) File.Delete(System.IO.Path.Combine(index, FileName));
    }

    public void Dispose() => _file?.Dispose();

    /// <summary>The first rejections and where the others are, for the error stream.</summary>
    public void WriteText(TextWriter output)
    {
        foreach (var rejection in _shown) output.WriteLine(MarkedText.Plain(InWords(rejection)));
        if (Count > _shown.Count) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {Count - _shown.Count:N0} more"));
        if (Path is { } path) output.WriteLine($"All that was rejected: {path}");
    }

    public static void Write(Rejection rejection, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("source", rejection.Source);
        json.WriteString("place", rejection.Place);
        json.WriteString("reason", rejection.Reason);
        json.WriteEndObject();
    }

    /// <summary>"folder/a.jsonl, line 12: It is not a JSON object."</summary>
    private static string InWords(Rejection rejection) =>
        $"{rejection.Source}{(rejection.Place.Length > 0 ? ", " + rejection.Place : "")}: {rejection.Reason}";
}
