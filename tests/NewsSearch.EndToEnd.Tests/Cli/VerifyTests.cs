using System.Text.Json;
using NewsSearch.Archive;

namespace NewsSearch.EndToEnd.Tests.Cli;

[Collection(SampleIndexUsers.Name)]
public sealed class VerifyTests(SampleIndex samples)
{
    private const int EveryNthByte = 23;

    [Fact]
    public void A_whole_index_is_0_with_a_sentence()
    {
        var verify = samples.Run("verify");

        Assert.Equal((0, ""), (verify.ExitCode, verify.Errors));
        Assert.Contains("is whole", verify.Output, StringComparison.Ordinal);
        Assert.Equal("""{"whole":true,"problems":[]}""", samples.Run("verify", "--json").Output.Trim());
    }

    [Fact]
    public void Flipped_bytes_all_over_every_file_are_found()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in Copy(samples.Index, folder.Path))
        {
            var path = folder[name];
            var bytes = File.ReadAllBytes(path);
            for (var at = 0; at < bytes.Length; at += EveryNthByte)
            {
                Flip(path, bytes, at);
                Assert.True(IsNamed(name, folder.Path), $"byte {at} of {name}");
                Flip(path, bytes, at);
            }
        }
    }

    [Fact]
    public void One_flipped_byte_is_3_and_names_the_file()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in Copy(samples.Index, folder.Path))
        {
            var path = folder[name];
            var bytes = File.ReadAllBytes(path);
            foreach (var at in new HashSet<int> { 0, bytes.Length / 3, bytes.Length / 2, bytes.Length - 1 })
            {
                Flip(path, bytes, at);
                var verify = NewsSearchProcess.Run("verify", "--index", folder.Path);
                Flip(path, bytes, at);

                Assert.True(verify.ExitCode == 3, $"{name}, byte {at}: exit code {verify.ExitCode}: {verify.Output}{verify.Errors}");
                Assert.Contains(Path.GetFileName(name), verify.Errors, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_rebuild_makes_a_damaged_index_whole()
    {
        var files = Directory.EnumerateFiles(samples.Index, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(samples.Index, path)).Where(name => name != "lock");
        Assert.All(files, name =>
        {
            using var folder = new TemporaryFolder();
            Copy(samples.Index, folder.Path);
            Flip(folder[name], File.ReadAllBytes(folder[name]), at: 9);

            var rebuild = NewsSearchProcess.Run("rebuild", SampleIndex.Corpus, "--index", folder.Path);

            Assert.Equal(0, rebuild.ExitCode); // a slow machine prints its progress besides
            Assert.Equal(0, NewsSearchProcess.Run("verify", "--index", folder.Path).ExitCode);
        });
    }

    [Fact]
    public void A_file_that_is_gone_is_3_and_named()
    {
        using var folder = new TemporaryFolder();
        var segment = Copy(samples.Index, folder.Path).First(name => name.EndsWith(".seg", StringComparison.Ordinal));
        File.Delete(folder[segment]);

        var verify = NewsSearchProcess.Run("verify", "--index", folder.Path);
        var search = NewsSearchProcess.Run("search", "putin", "--index", folder.Path);

        Assert.Equal((3, 3), (verify.ExitCode, search.ExitCode));
        Assert.Contains(Path.GetFileName(segment), verify.Errors, StringComparison.Ordinal);
        Assert.Contains("rebuild", search.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_about_the_index_are_printed_as_text_and_as_json()
    {
        var stats = JsonDocument.Parse(samples.Run("stats", "--json").Output).RootElement;

        Assert.Equal(4, stats.GetProperty("articles").GetInt64());
        Assert.True(stats.GetProperty("byteLength").GetInt64() > 0);
        Assert.True(stats.GetProperty("values").GetProperty("person").GetInt64() >= 5);
        Assert.Contains("articles:  4\n", samples.Run("stats").Output, StringComparison.Ordinal);
    }

    private static bool IsNamed(string name, string index)
    {
        try
        {
            return ArticleArchive.Verify(index).Any(problem => problem.Contains(Path.GetFileName(name), StringComparison.Ordinal));
        }
        catch (ArchiveException damage)
        {
            return damage.Message.Contains(Path.GetFileName(name), StringComparison.Ordinal);
        }
    }

    /// <summary>Copies the folder; the names of all files but the lock.</summary>
    private static List<string> Copy(string from, string to)
    {
        var names = Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(from, path)).Where(name => name != "lock").ToList();
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, name))!);
            File.Copy(Path.Combine(from, name), Path.Combine(to, name));
        }
        return names;
    }

    private static void Flip(string path, byte[] bytes, int at)
    {
        bytes[at] ^= 0x10;
        File.WriteAllBytes(path, bytes);
    }
}
