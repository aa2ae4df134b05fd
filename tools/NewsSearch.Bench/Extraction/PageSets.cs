using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsSearch.Ingest.Pages;

namespace NewsSearch.Bench.Extraction;

/// <summary>The sets of pages with their expectations, unpacked into a folder of its own for as long as they are needed.</summary>
internal sealed class PageSets : IDisposable
{
    public const string Trafilatura = "trafilatura-eval-dev";
    public const string Mozilla = "mozilla-readability-pages";

    private readonly string _folder = Directory.CreateTempSubdirectory("newssearch-pages-").FullName;

    /// <param name="data">The folder of the data sets.</param>
    public PageSets(string data)
    {
        foreach (var set in (string[])[Trafilatura, Mozilla]) Unpack(Path.Combine(data, set, set + ".tar.xz"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Segments that must and must not be in the text, title, date, for pages of as many sites.</summary>
    public List<ExpectedPage> TrafilaturaPages()
    {
        var folder = Path.Combine(_folder, Trafilatura);
        using var table = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "evaldata.json")));
        return
        [
            .. table.RootElement.EnumerateObject().Select(page => new ExpectedPage(Trafilatura, page.Value.GetProperty("file").GetString()!, Path.Combine(folder, "html", page.Value.GetProperty("file").GetString()!), page.Name.StartsWith("http", StringComparison.Ordinal) ? page.Name : null)
            {
                With = Texts(page.Value, "with"),
                Without = Texts(page.Value, "without"),
                Title = Text(page.Value, "title"),
                Outlet = Text(page.Value, "sitename"),
                Published = Day(Text(page.Value, "date")),
            }),
        ];
    }

    /// <summary>The article's own HTML, title, outlet, date.</summary>
    public List<ExpectedPage> MozillaPages()
    {
        var pages = new List<ExpectedPage>();
        foreach (var folder in Directory.GetDirectories(Path.Combine(_folder, Mozilla, "pages")).Order(StringComparer.Ordinal))
        {
            using var metadata = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected-metadata.json")));
            pages.Add(new ExpectedPage(Mozilla, Path.GetFileName(folder), Path.Combine(folder, "source.html"), null)
            {
                Text = HtmlText.Of(File.ReadAllText(Path.Combine(folder, "expected.html"))),
                Title = Text(metadata.RootElement, "title"),
                Outlet = Text(metadata.RootElement, "siteName"),
                Published = Day(Text(metadata.RootElement, "publishedTime")),
            });
        }

        return pages;
    }

    private static string? Text(JsonElement page, string name) =>
        page.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;

    private static string[] Texts(JsonElement page, string name) => [.. page.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    /// <summary>Null where the set's date is none.</summary>
    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private void Unpack(string archive)
    {
        if (!File.Exists(archive)) throw new BenchException($"There is no file '{archive}'.");
        using var tar = Process.Start("tar", ["-xJf", archive, "-C", _folder]);
        tar.WaitForExit();
        if (tar.ExitCode != 0) throw new BenchException($"'{archive}' cannot be unpacked.");
    }
}
