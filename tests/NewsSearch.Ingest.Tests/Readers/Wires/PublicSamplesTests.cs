using System.Diagnostics;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Ingest.Tests.Readers.Wires;

/// <summary>Samples of news formats that others publish, kept beside the project: how many articles and rejections each folder gives.</summary>
public sealed class PublicSamplesTests(PublicSamplesTests.Unpacked samples) : IClassFixture<PublicSamplesTests.Unpacked>
{
    [SamplesTheory]
    [InlineData("superdesk/nitf", 24, 0)]
    [InlineData("superdesk/newsml-g2", 23, 13)]
    [InlineData("superdesk/newsml-1.x", 2, 0)]
    [InlineData("superdesk/ninjs-json", 10, 7)]
    [InlineData("superdesk/rss-wxr", 7, 0)]
    [InlineData("feeds-trafilatura/feed1.atom", 2, 0)]
    [InlineData("feeds-trafilatura/feed2.rss", 1, 0)]
    [InlineData("pressmint-historical/PressMint-LV/Sources/jazi1911n014_mets.xml", 8, 0)]
    [InlineData("alto-mets-chronam/ocr.xml", 1, 0)]
    public void Each_folder_gives_its_articles(string name, int articles, int rejections)
    {
        var found = Read(Path.Combine(samples.Folder, name));

        Assert.Equal((articles, rejections), (found.Articles, found.Rejections));
    }

    [SamplesFact]
    public void Of_the_feeds_at_least_99_in_100_give_all_their_entries()
    {
        int whole = 0, all = 0;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(samples.Folder, "feeds-feedparser"), "*.xml", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(path);
            var entries = System.Text.RegularExpressions.Regex.Count(text, @"<(?:\w+:)?(?:item|entry)[\s>]");
            if (entries == 0) continue;
            all++;
            if (Read(path).Articles >= entries) whole++;
        }

        Assert.True(all > 1000 && whole >= all * 0.99, $"{whole} of {all}");
    }

    private static (int Articles, int Rejections) Read(string path)
    {
        var rejections = new List<Rejection>();
        var articles = SourceFiles.Find([path], rejections.Add).Sum(file => SourceReader.Read(file, new ReadOptions { Reject = rejections.Add }, _ => { }).Count());
        return (articles, rejections.Count);
    }

    private sealed class SamplesFactAttribute : FactAttribute
    {
        public SamplesFactAttribute() => Skip = Unpacked.Reason;
    }

    private sealed class SamplesTheoryAttribute : TheoryAttribute
    {
        public SamplesTheoryAttribute() => Skip = Unpacked.Reason;
    }

    /// <summary>The samples, unpacked for these tests.</summary>
    public sealed class Unpacked : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Unpacked()
        {
            if (Reason is not null) return;
            using var tar = Process.Start("tar", ["-xJf", Archive, "-C", _folder.Path]);
            tar.WaitForExit();
        }

        public static string? Reason => !File.Exists(Archive) ? "needs ../shared/data/formats beside the repository" : OperatingSystem.IsWindows() ? "needs tar with xz" : null;

        public string Folder => Path.Combine(_folder.Path, "formats");

        private static string Archive => Path.Combine(Folders.Repository, "..", "shared", "data", "formats", "formats.tar.xz");

        public void Dispose() => _folder.Dispose();
    }
}
