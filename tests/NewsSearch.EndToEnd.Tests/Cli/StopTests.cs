using System.Globalization;
using System.Text.Json;

namespace NewsSearch.EndToEnd.Tests.Cli;

/// <summary>Ctrl-C ends every command cleanly: exit code 130, and the index is as it was.</summary>
public sealed class StopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_stopped_rebuild_is_130_and_the_live_index_stays(string signal)
    {
        var index = _folder["index"];
        NewsSearchProcess.Run("rebuild", SampleIndex.Corpus, "--index", index);
        var articles = ManyArticles();
        var (lockFile, lastTaken) = (Path.Combine(index, "lock"), File.GetLastWriteTimeUtc(Path.Combine(index, "lock")));
        using var rebuild = NewsSearchProcess.Start(_folder.Path, "rebuild", articles, "--index", index);
        while (!rebuild.HasExited && File.GetLastWriteTimeUtc(lockFile) == lastTaken) Thread.Sleep(10); // until it writes
        WaitForCheckpoint(rebuild, index);

        rebuild.Signal(signal);
        var outcome = rebuild.Wait();

        Assert.Equal((130, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains($"Interrupted. What was read is kept; to go on: newssearch rebuild {articles} --index {index} --resume\n", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(0, NewsSearchProcess.Run("verify", "--index", index).ExitCode);
        Assert.StartsWith("4 articles", NewsSearchProcess.Run("search", "limousines", "--index", index).Output.Split('\n')[1], StringComparison.Ordinal);
        var resumed = NewsSearchProcess.RunIn(_folder.Path, "rebuild", articles, "--index", index, "--resume");
        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("Going on after ", resumed.Errors, StringComparison.Ordinal);
        Assert.StartsWith("30,000 articles indexed", resumed.Output, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_rebuild_that_was_killed_goes_on_to_the_same_index()
    {
        var (index, other) = (_folder["index"], _folder["other"]);
        var articles = ManyArticles();
        using (var rebuild = NewsSearchProcess.Start(_folder.Path, "rebuild", articles, "--index", index))
        {
            WaitForCheckpoint(rebuild, index);
            rebuild.Signal("KILL");
            Assert.NotEqual(0, rebuild.Wait().ExitCode);
        }

        var resumed = NewsSearchProcess.RunIn(_folder.Path, "rebuild", articles, "--index", index, "--resume");

        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("Going on after ", resumed.Errors, StringComparison.Ordinal);
        Assert.Equal(0, NewsSearchProcess.RunIn(_folder.Path, "rebuild", articles, "--index", other).ExitCode);
        Assert.Equal(Exported(other), Exported(index));
        Assert.Empty(Directory.GetFiles(index, "rebuild.*"));
    }

    [LinuxTheory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 0)]
    public void A_stopped_site_is_130_and_a_terminated_one_has_done_its_work(string signal, int exitCode)
    {
        NewsSearchProcess.Run("rebuild", SampleIndex.Corpus, "--index", _folder["index"]);
        using var site = NewsSearchProcess.Start(_folder.Path, "serve", "--index", _folder["index"], "--urls", "http://127.0.0.1:0");
        site.WaitForOutput(output => output.Contains("http://", StringComparison.Ordinal));

        site.Signal(signal);

        Assert.Equal(exitCode, site.Wait().ExitCode);
    }

    /// <summary>Until there is something to go on with.</summary>
    private static void WaitForCheckpoint(NewsSearchProcess rebuild, string index)
    {
        var journal = new FileInfo(Path.Combine(index, "rebuild.journal"));
        for (; !rebuild.HasExited && (!journal.Exists || journal.Length < 300); journal.Refresh()) Thread.Sleep(10);
    }

    private string Exported(string index)
    {
        Assert.Equal(0, NewsSearchProcess.Run("export", "", "--format", "jsonl", "--index", index, "--output", _folder["export.jsonl"]).ExitCode);
        return File.ReadAllText(_folder["export.jsonl"]);
    }

    /// <summary>Enough that the rebuild still runs when the signal comes.</summary>
    private string ManyArticles()
    {
        var body = string.Join(' ', Enumerable.Range(0, 300).Select(i => "word" + (i % 97).ToString(CultureInfo.InvariantCulture)));
        File.WriteAllLines(_folder["many.jsonl"], Enumerable.Range(0, 30_000).Select(i => JsonSerializer.Serialize(new { title = $"Report {i}", body = $"{body} {i}" })));
        return _folder["many.jsonl"];
    }
}
