using System.Text;
using System.Text.Json;

namespace NewsSearch.EndToEnd.Tests.Cli;

/// <summary>A file that gives no article is named with its reason, the others are indexed, and the exit code says so.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Text = "A long day at the café\n\nThe “harbour” opened again after a year of repairs, the mayor said on Monday.\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_bad_file_is_listed_and_the_good_ones_are_indexed()
    {
        var sources = Directory.CreateDirectory(_folder["sources"]).FullName;
        File.WriteAllText(Path.Combine(sources, "good.txt"), Text);
        File.WriteAllText(Path.Combine(sources, "empty.txt"), "");
        File.WriteAllBytes(Path.Combine(sources, "binary.txt"), Random(1, 4096));
        File.WriteAllText(Path.Combine(sources, "lines.jsonl"), "{\"title\":\"Bridge\",\"body\":\"A bridge.\"}\n{\"title\": broken\n[]\n");
        File.WriteAllBytes(Path.Combine(sources, "cut.jsonl.gz"), [0x1f, 0x8b, 8, 0, 0]);

        var rebuild = NewsSearchProcess.Run("rebuild", sources, "--index", _folder["index"], "--json");

        Assert.Equal(1, rebuild.ExitCode);
        var summary = JsonDocument.Parse(rebuild.Output).RootElement;
        Assert.Equal(2, summary.GetProperty("articles").GetInt64());
        var rejected = summary.GetProperty("rejected").EnumerateArray().Select(one => (
            Source: Path.GetFileName(one.GetProperty("source").GetString()!), Place: one.GetProperty("place").GetString()!, Reason: one.GetProperty("reason").GetString()!)).ToList();
        Assert.Equal(["binary.txt", "cut.jsonl.gz", "empty.txt", "lines.jsonl", "lines.jsonl"], rejected.Select(one => one.Source).Order(StringComparer.Ordinal));
        Assert.All(rejected, one => Assert.Contains($"{one.Source}{(one.Place.Length > 0 ? $", {one.Place}" : "")}: {one.Reason}\n", rebuild.Errors, StringComparison.Ordinal));
        Assert.Equal(["line 2", "line 3"], rejected.Where(one => one.Source == "lines.jsonl").Select(one => one.Place));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void Encodings_are_read_right(string name, bool hasMark)
    {
        var encoding = name == "windows-1252" ? null : Encoding.GetEncoding(name);
        byte[] bytes = encoding is null ? [.. Text.Select(Windows1252)] : [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];

        var rebuild = NewsSearchProcess.Run("rebuild", _folder.Write("page.txt", bytes), "--index", _folder["index"]);

        Assert.Equal(0, rebuild.ExitCode);
        var article = JsonDocument.Parse(NewsSearchProcess.Run("export", "--index", _folder["index"]).Output).RootElement;
        Assert.Contains("The “harbour” opened", article.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Contains("café", article.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rebuild_that_finds_no_article_leaves_the_live_index_alone()
    {
        Assert.Equal(0, NewsSearchProcess.Run("rebuild", _folder.Write("good.txt", Text), "--index", _folder["index"]).ExitCode);
        var before = NewsSearchProcess.Run("export", "--index", _folder["index"]);

        var rebuild = NewsSearchProcess.Run("rebuild", _folder.Write("empty.txt", ""), "--index", _folder["index"]);

        Assert.Equal(4, rebuild.ExitCode);
        Assert.Equal(before, NewsSearchProcess.Run("export", "--index", _folder["index"]));
    }

    [Fact]
    public void An_id_that_two_articles_have_is_reported_and_both_are_kept()
    {
        var source = _folder.Write("two.jsonl", "{\"id\":\"a\",\"body\":\"The harbour opened.\"}\n{\"id\":\"a\",\"body\":\"The harbour closed.\"}\n{\"id\":\"a\",\"body\":\"The harbour closed.\"}\n");

        var rebuild = NewsSearchProcess.Run("rebuild", source, "--index", _folder["index"]);

        Assert.Equal(0, rebuild.ExitCode);
        Assert.Contains("another article has the id 'a' too", rebuild.Errors, StringComparison.Ordinal);
        Assert.Contains("came before and is counted once", rebuild.Errors, StringComparison.Ordinal);
        Assert.Contains("2 articles", NewsSearchProcess.Run("search", "harbour", "--index", _folder["index"]).Output, StringComparison.Ordinal);
    }

    private static byte Windows1252(char character) => character switch { '“' => 0x93, '”' => 0x94, _ => checked((byte)character) };

    private static byte[] Random(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
