using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace NewsSearch.EndToEnd.Tests.Cli;

[Collection(SampleIndexUsers.Name)]
public sealed class ExportTests(SampleIndex samples)
{
    [Fact]
    public void An_export_that_is_indexed_and_exported_again_is_the_same()
    {
        using var folder = new TemporaryFolder();
        var first = samples.Run("export", "--output", folder["first.jsonl"]);
        var rebuild = NewsSearchProcess.Run("rebuild", folder["first.jsonl"], "--index", folder["index"]);

        var second = NewsSearchProcess.Run("export", "--index", folder["index"], "--output", folder["second.jsonl"]);

        Assert.Equal((0, 0, 0), (first.ExitCode, rebuild.ExitCode, second.ExitCode));
        Assert.Equal(4, File.ReadAllLines(folder["first.jsonl"]).Length);
        Assert.Equal(Sorted(folder["first.jsonl"]), Sorted(folder["second.jsonl"]));
    }

    [Fact]
    public void A_compressed_export_can_be_indexed()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder["all.jsonl.gz"]))
        using (var zipped = new GZipStream(file, CompressionLevel.Fastest))
        using (var writer = new StreamWriter(zipped))
            writer.Write(samples.Run("export").Output);

        var rebuild = NewsSearchProcess.Run("rebuild", folder["all.jsonl.gz"], "--index", folder["index"]);

        Assert.Equal(0, rebuild.ExitCode);
        Assert.Equal(4, Count(NewsSearchProcess.Run("search", "--json", "limousines", "--index", folder["index"])));
    }

    [Fact]
    public void An_export_takes_the_filters_of_search_and_knows_no_pages()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["many.jsonl"], Enumerable.Range(0, 250).Select(i =>
            JsonSerializer.Serialize(new { id = "n" + i.ToString(CultureInfo.InvariantCulture), title = "Report", body = "The harbour opened again.", outlet = i % 2 == 0 ? "Even" : "Odd" })));
        NewsSearchProcess.Run("rebuild", folder["many.jsonl"], "--index", folder["index"]);

        var export = NewsSearchProcess.Run("export", "harbour", "--outlet", "Odd", "--index", folder["index"]);

        Assert.Equal(125, export.Output.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_refused_and_nothing_is_left()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(2, samples.Run("export", "--output", folder["no/such.jsonl"]).ExitCode);
        Assert.Equal(2, samples.Run("export", "--output", folder.Path).ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_written_file_replaces_the_old_one_and_leaves_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("goods.jsonl", "old");

        var export = samples.Run("export", "\"luxury goods\"", "--output", folder["goods.jsonl"]);

        Assert.Equal((0, ""), (export.ExitCode, export.Output));
        Assert.Equal(3, File.ReadAllLines(folder["goods.jsonl"]).Length);
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("csv", "id,title,")]
    [InlineData("ris", "TY  - NEWS")]
    [InlineData("bibtex", "@article{")]
    [InlineData("csl", "[")]
    [InlineData("text", "")]
    public void Every_form_can_be_written_to_a_file_and_to_a_pipe(string format, string beginning)
    {
        using var folder = new TemporaryFolder();

        var toFile = samples.Run("export", "limousines", "--format", format, "--output", folder["file"]);
        var toPipe = samples.Run("export", "limousines", "--format", format);

        Assert.Equal((0, 0), (toFile.ExitCode, toPipe.ExitCode));
        Assert.Equal($"4 articles written to {folder["file"]}.", toFile.Errors.Trim());
        Assert.StartsWith(beginning, File.ReadAllText(folder["file"]), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(folder["file"]).ReplaceLineEndings("\n").Trim(), toPipe.Output.TrimStart('\ufeff').ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public void An_unknown_form_is_wrong_usage() => Assert.Equal(2, samples.Run("export", "--format", "endnote").ExitCode);

    private static string[] Sorted(string path) => [.. File.ReadAllLines(path).Order(StringComparer.Ordinal)];

    private static long Count(Outcome search) => JsonDocument.Parse(search.Output).RootElement.GetProperty("total").GetInt64();
}
