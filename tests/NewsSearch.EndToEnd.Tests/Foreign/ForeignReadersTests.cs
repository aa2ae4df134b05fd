using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Archive.Formats;
using NewsSearch.EndToEnd.Tests.Architecture;
using NewsSearch.EndToEnd.Tests.Formats;
using NewsSearch.EndToEnd.Tests.Web;

namespace NewsSearch.EndToEnd.Tests.Foreign;

/// <summary>A test that needs the readers of others; skipped where they are not installed.</summary>
public sealed class ForeignFactAttribute : FactAttribute
{
    public ForeignFactAttribute()
    {
        if (!Directory.Exists(Path.Combine(ForeignReadersTests.Folder, "node_modules", "@citation-js"))) Skip = "npm's citation-js and its like are not installed in artifacts/foreign: .ci/run installs them where there is npm.";
    }
}

/// <summary>What we write, read by programs that are not ours: citation-js, csv-parse, feedsmith, an XML and an OpenAPI validator.</summary>
public sealed class ForeignReadersTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly Article[] Articles = [.. FormatArticles.All, .. TestSite.Articles];

    internal static string Folder { get; } = Path.Combine(SourceTree.Root, "artifacts", "foreign");

    [ForeignFact]
    public async Task Readers_of_others_find_in_our_files_what_we_put_there()
    {
        using var files = new Cli.TemporaryFolder();
        foreach (var format in ArticleFormat.All) await File.WriteAllBytesAsync(files["all." + format.Extension], [.. format.Pieces(Articles).SelectMany(piece => piece.ToArray())]);
        foreach (var (name, url) in new[] { ("all.atom", "/search.atom?q=limousine"), ("opensearch.xml", "/opensearch.xml"), ("sitemap.xml", "/sitemap.xml"), ("openapi.json", "/openapi.json") })
            await File.WriteAllTextAsync(files[name], await site.Client.GetStringAsync(new Uri(url, UriKind.Relative)));

        var found = await Read(files.Path);

        Assert.Equal(Expected("article-newspaper", Parts), Items(found.GetProperty("csl")));
        Assert.Equal(Expected("article-journal", Parts), Items(found.GetProperty("bibtex"))); // it knows no other kind of article in BibTeX
        Assert.Equal(Expected("article-newspaper", day => day[..4]), Items(found.GetProperty("ris")).Select(item => item with { Date = item.Date?[..4] }));
        Assert.Equal(Articles.Length, found.GetProperty("csv").GetArrayLength());
        Assert.Equal(FormatArticles.Plain.Published!.Text, Items(found.GetProperty("csv"))[0].Date);
        Assert.NotEqual(0, found.GetProperty("printed").GetInt32());
        Assert.All(found.GetProperty("xml").EnumerateArray(), valid => Assert.Equal(JsonValueKind.True, valid.ValueKind));
        Assert.True(found.GetProperty("openapi").GetBoolean());
        var feed = found.GetProperty("feed");
        Assert.Equal(feed.GetProperty("entries")[0].GetProperty("updated").GetString(), feed.GetProperty("updated").GetString());
        Assert.All(feed.GetProperty("entries").EnumerateArray(), entry => Assert.NotEqual("", entry.GetProperty("title").GetString()));
    }

    private sealed record Item(string Title, string? Date, string? Outlet, string Type);

    private static IEnumerable<Item> Expected(string type, Func<string, string> date) => Articles.Select(article => new Reference(article, null))
        .Select(reference => new Item(Utf8(reference.Title)!, reference.Day is { } day ? date(day) : null, Utf8(reference.Outlet), type));

    private static List<Item> Items(JsonElement items) => [.. items.EnumerateArray().Select(item => new Item(Text(item, "title")!, Text(item, "date"), Text(item, "outlet"), Text(item, "type")!))];

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();

    private static string Parts(string day) => string.Join('-', day.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)));

    private static string? Utf8(string? text) => text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static async Task<JsonElement> Read(string files)
    {
        File.Copy(Path.Combine(SourceTree.Root, "tests", "NewsSearch.EndToEnd.Tests", "Foreign", "read.mjs"), Path.Combine(Folder, "read.mjs"), overwrite: true);
        using var node = Process.Start(new ProcessStartInfo("node", ["read.mjs", files]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(3));
        await node.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(node.ExitCode == 0, await errors);
        return JsonDocument.Parse(output).RootElement;
    }
}
