using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.EndToEnd.Tests.Cli;

namespace NewsSearch.EndToEnd.Tests.Readings;

/// <summary>A page of articles so long that several threads mark them.</summary>
public sealed class LongArticlesTests : IDisposable
{
    private const int Articles = 8;

    private readonly TemporaryFolder _folder = new();

    public LongArticlesTests()
    {
        using var writer = ArticleArchive.OpenWriter(_folder["index"], "test");
        for (var number = 0; number < Articles; number++) writer.Add(new Article { Id = $"long{number}", Title = $"The harbour, part {number}", Body = Body(number) });
        writer.Commit();
    }

    [Fact]
    public void Hits_are_marked_side_by_side_as_they_are_one_at_a_time()
    {
        using var archive = ArticleArchive.Open(_folder["index"]);
        var request = new SearchRequest { Query = "\"harbour bridge\" (ferry OR pilot)", Explain = true };

        var page = archive.Search(request with { Size = Articles }).Hits;
        var single = Enumerable.Range(1, Articles).Select(number => Assert.Single(archive.Search(request with { Size = 1, Page = number }).Hits)).ToList();

        Assert.Equal(Articles, page.Count);
        Assert.All(page, hit => Assert.Contains("<mark>harbour bridge</mark>", string.Concat(hit.Snippets), StringComparison.Ordinal));
        Assert.Equal(single.Select(hit => JsonSerializer.Serialize(hit)), page.Select(hit => JsonSerializer.Serialize(hit)));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>700,000 characters: the first article alone is what one thread reads of a page.</summary>
    private static string Body(int seed)
    {
        var (random, body) = (new Random(seed), new StringBuilder());
        string[] words = ["harbour", "bridge", "ferry", "pilot", "tide", "quay", "crane", "rope"];
        while (body.Length < 700_000)
        {
            body.Append(CultureInfo.InvariantCulture, $"{words[random.Next(words.Length)]} w{random.Next(5000)} ");
            if (random.Next(200) == 0) body.Append("the harbour bridge\n\n");
        }

        return body.ToString();
    }
}
