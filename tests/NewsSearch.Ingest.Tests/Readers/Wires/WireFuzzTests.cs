namespace NewsSearch.Ingest.Tests.Readers.Wires;

/// <summary>Damaged files of every news format: each gives articles or rejections, and nothing is raised.</summary>
public sealed class WireFuzzTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> SampleNames() =>
        ["rss-2.xml", "rss-1.xml", "wordpress.xml", "atom.xml", "nitf.xml", "newsml-g2.xml", "newsml-1.xml", "ninjs-1.json", "ninjs-3.json", "issue/mets.xml", "issue/page1.xml", "alto-alone.xml"];

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_damaged_file_never_raises(string name)
    {
        var sample = File.ReadAllBytes(Path.Combine(WireSampleTests.Samples, name.Replace('/', Path.DirectorySeparatorChar)));
        var random = new Random(name.Sum(c => c));
        foreach (var page in (string[])["page1.xml", "alto/page2.xml"]) _folder.Write(page, Damaged(random, File.ReadAllBytes(Path.Combine(WireSampleTests.Samples, "issue", page.Replace('/', Path.DirectorySeparatorChar)))));
        for (var round = 0; round < 300; round++)
        {
            var damaged = Damaged(random, sample);
            var (articles, rejections) = WireSampleTests.Read(_folder.Write(Path.GetFileName(name), damaged));

            Assert.True(articles.Count + rejections.Count > 0, $"round {round} vanished");
            Assert.All(articles, article => Assert.NotNull(article.Given.Body));
        }
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_file_that_ends_too_early_never_raises(string name)
    {
        var sample = File.ReadAllBytes(Path.Combine(WireSampleTests.Samples, name.Replace('/', Path.DirectorySeparatorChar)));
        for (var length = 0; length < sample.Length; length += 1 + sample.Length / 150)
        {
            var (articles, rejections) = WireSampleTests.Read(_folder.Write("cut-" + Path.GetFileName(name), sample[..length]));

            Assert.True(articles.Count + rejections.Count > 0, $"{length} bytes vanished");
        }
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Damaged(Random random, byte[] sample)
    {
        var bytes = sample.ToList();
        for (var change = random.Next(1, 6); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(60), bytes.Count - at);
            switch (random.Next(4))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes[at] = (byte)"<>&;\"'/{}[]:,"[random.Next(13)]; break;
                default: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
            }
        }
        return [.. bytes];
    }
}
