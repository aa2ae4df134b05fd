using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Tests.Readers.Wires;

namespace NewsSearch.Ingest.Tests.Rebuilding;

/// <summary>A folder of public samples and corpora: what the report counts is what is in the files, counted here without any reader.</summary>
public sealed class OwnCountsTests(PublicSamplesTests.Unpacked samples) : IClassFixture<PublicSamplesTests.Unpacked>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Sources => Path.Combine(_folder.Path, "sources");

    [CorporaFact]
    public void The_counts_of_the_report_are_the_files_own()
    {
        foreach (var name in (string[])["warc/example.warc", "feeds-trafilatura/feed2.rss", "superdesk/rss-wxr/wordpress_wxr.xml"]) Copy(Path.Combine(samples.Folder, name), Path.GetFileName(name));
        foreach (var path in Directory.EnumerateFiles(Path.Combine(samples.Folder, "pressmint-historical", "PressMint-LV", "Sources"), "*.xml")) Copy(path, Path.Combine("issue", Path.GetFileName(path)));
        foreach (var corpus in (string[])["fakebr", "basil-triples", "giveme5w1h-news-cluster"]) Copy(Path.Combine(CorporaFactAttribute.Data, corpus, "docs.jsonl.gz"), corpus + ".jsonl.gz");
        var rejections = new List<Rejection>();

        var report = Rebuild.Run(new IngestPipeline(new NameExtractor(), FixedClock.Spring2024, workers: 2), [Sources], new ListWriter(), Path.Combine(_folder.Path, "index"), rejections.Add);

        Assert.Empty(rejections);
        Assert.Equal(
            new SortedDictionary<string, long>
            {
                ["JSON Lines"] = Files("*.jsonl.gz").Sum(LinesIn),
                ["METS"] = Matches("*_mets.xml", "<[^<>]*TYPE=\"ARTICLE\""),
                ["RSS"] = Matches("*.rss", "<item>") + Matches("wordpress*", "<item>"),
                ["WARC"] = Matches("*.warc", "\nWARC-Type: response\r"),
            },
            new SortedDictionary<string, long>(report.Counts.Formats.ToDictionary(count => count.Format, count => count.Articles)));
        Assert.Equal(
            new SortedDictionary<string, long>
            {
                ["advertisement in a newspaper issue"] = Matches("*_mets.xml", "<[^<>]*TYPE=\"ADVERTISEMENT\""),
                ["ALTO page, read with its issue"] = Files("*_alto.xml").Count(),
                ["WARC request"] = Matches("*.warc", "\nWARC-Type: request\r"),
                ["WARC revisit"] = Matches("*.warc", "\nWARC-Type: revisit\r"),
                ["WARC warcinfo"] = Matches("*.warc", "\nWARC-Type: warcinfo\r"),
            },
            new SortedDictionary<string, long>(report.Counts.Skipped.ToDictionary()));
        Assert.Equal(report.Counts.Formats.Sum(count => count.Articles), report.Articles + report.Repetitions.Same + report.Repetitions.Newer + report.Repetitions.Older);
    }

    public void Dispose() => _folder.Dispose();

    private void Copy(string from, string name)
    {
        var to = Path.Combine(Sources, name);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }

    private IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Sources, pattern, SearchOption.AllDirectories);

    private long Matches(string files, string pattern) => Files(files).Sum(path => (long)Regex.Count(File.ReadAllText(path, Encoding.Latin1), pattern));

    private static long LinesIn(string path)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        long count = 0;
        while (lines.ReadLine() is { } line) count += string.IsNullOrWhiteSpace(line) ? 0 : 1;
        return count;
    }

    private sealed class CorporaFactAttribute : FactAttribute
    {
        public CorporaFactAttribute() => Skip = PublicSamplesTests.Unpacked.Reason ?? (Directory.Exists(Path.Combine(Data, "fakebr")) ? null : "needs ../shared/data beside the repository");

        public static string Data => Path.Combine(Folders.Repository, "..", "shared", "data");
    }
}
