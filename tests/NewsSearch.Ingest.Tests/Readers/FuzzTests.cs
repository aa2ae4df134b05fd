using System.Text;
using NewsSearch.Ingest.Tests.Archive;

namespace NewsSearch.Ingest.Tests.Readers;

/// <summary>Random and damaged files through the whole pipeline: each gives articles or rejections, and the run ends.</summary>
public sealed class FuzzTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Random_bytes_never_raise()
    {
        var random = new Random(42);
        AssertNeverRaises(300, i =>
        {
            var bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            if (i % 3 == 0) bytes = [.. bytes.Select(b => (byte)(b % 96 + 32))];
            return bytes;
        });
    }

    [Fact]
    public void Damaged_samples_never_raise()
    {
        var random = new Random(43);
        var samples = Directory.GetFiles(Path.Combine(Folders.Repository, "index-data", "corpus")).Select(File.ReadAllBytes).ToList();
        samples.AddRange(Directory.GetFiles(Path.Combine(Folders.Repository, "tests", "NewsSearch.Ingest.Tests", "Samples", "text"), "*.in").Select(File.ReadAllBytes));
        AssertNeverRaises(300, _ => Damaged(random, samples[random.Next(samples.Count)]));
    }

    [Fact]
    public void Damaged_JSON_Lines_never_raise()
    {
        var random = new Random(44);
        AssertNeverRaises(300, i =>
        {
            var lines = string.Concat(Enumerable.Range(0, 5).Select(_ => Encoding.UTF8.GetString(NewsSearch.Archive.ArticleJson.ToUtf8(RandomArticle.Next(random))) + "\n"));
            var damaged = Damaged(random, Encoding.UTF8.GetBytes(i % 2 == 0 ? lines : "[" + lines.ReplaceLineEndings(",") + "]"));
            return i % 5 == 0 ? Damaged(random, SourceReaderTests.Packed(damaged)) : damaged;
        });
    }

    public void Dispose() => _folder.Dispose();

    private void AssertNeverRaises(int files, Func<int, byte[]> content)
    {
        string[] extensions = [".txt", ".jsonl", ".json", ".gz", ""];
        for (var i = 0; i < files; i++) _folder.Write($"{i:000}{extensions[i % extensions.Length]}", content(i));
        long articles = 0, rejected = 0;

        foreach (var article in IngestPipeline.Default.Read([_folder.Path], _ => rejected++))
        {
            articles++;
            Assert.NotEmpty(article.Id);
            Assert.All(article.People.SelectMany(person => person.Mentions), mention => Assert.InRange(mention.End, mention.Start, article.Body.Length));
        }

        Assert.True(articles + rejected > files / 2);
    }

    internal static byte[] Damaged(Random random, byte[] sample)
    {
        var bytes = sample.ToList();
        for (var change = random.Next(1, 8); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            if (random.Next(3) == 0) bytes.RemoveRange(at, Math.Min(random.Next(50), bytes.Count - at));
            else if (random.Next(2) == 0) bytes[at] = (byte)random.Next(256);
            else bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(200), bytes.Count - at)));
        }
        return [.. bytes];
    }
}
