using System.Text;
using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Tests.Archive;

namespace NewsSearch.Ingest.Tests;

public sealed class IngestPipelineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Rejection> _rejections = [];

    [Fact]
    public void An_export_is_read_back_without_a_change()
    {
        var first = Read(Path.Combine(Folders.Repository, "index-data", "corpus"));
        var export = _folder.Write("export.jsonl", string.Concat(first.Select(article => Encoding.UTF8.GetString(ArticleJson.ToUtf8(article)) + "\n")));

        var second = Read(export);

        Assert.Equal(4, first.Count);
        Assert.Equivalent(first, second, strict: true);
    }

    [Fact]
    public void Any_article_with_marks_of_our_own_is_left_alone()
    {
        var random = new Random(5);
        var articles = Enumerable.Range(0, 200).Select(i => RandomArticle.Next(random) with { Id = $"x{i}", TitleFrom = "none", Source = "s" }).ToList();
        var export = _folder.Write("export.jsonl", string.Concat(articles.Select(article => Encoding.UTF8.GetString(ArticleJson.ToUtf8(article)) + "\n")));

        Assert.Equivalent(articles, Read(export), strict: true);
        Assert.Empty(_rejections);
    }

    [Fact]
    public void Fields_of_JSON_Lines_are_taken_as_given_and_the_body_is_cleaned()
    {
        var path = _folder.Write("in.jsonl", """
            {"id":"7","url":"https://www.example.org/2019/05/06/a","title":" The title ","body":"Håkon Lie spoke to Anna Lind in Oslo.\r\n\r\nLeave a Reply","outlet":"nytimes.com","people":["Given Name"],"agencies":["Associated Press"],"lang":"en"}
            """);

        var article = Assert.Single(Read(path));

        Assert.Equal("7", article.Id);
        Assert.Equal(("The title", "given"), (article.Title, article.TitleFrom));
        Assert.Equal(("The New York Times", "given: nytimes.com"), (article.Outlet, article.OutletFrom));
        Assert.Equal(("2019-05-06", "url"), (article.Published?.Text, article.PublishedBy));
        Assert.Equal("example.org", article.Host);
        Assert.Equal("Håkon Lie spoke to Anna Lind in Oslo.", article.Body);
        Assert.Equal("comment-form", Assert.Single(article.Removed).Rule);
        Assert.Equal(["Given Name"], article.People.Select(person => person.Name));
        Assert.Equal(["Oslo"], article.Places.Select(place => place.Name));
        Assert.Equal(["AP"], article.Agencies);
        Assert.Equal("in.jsonl#1", article.Source);
    }

    [Fact]
    public void Folders_are_read_to_their_depth_in_ordinal_order()
    {
        _folder.Write("b/2.txt", "Second text.");
        _folder.Write("b/10.txt", "First text.");
        _folder.Write("a.txt", "Zeroth text.");
        _folder.Write("B.txt", "Capital text.");
        _folder.Write(".hidden", "Hidden text.");
        _folder.Write("c/empty.txt", "");

        var articles = Read(_folder.Path);

        var folder = Path.GetFileName(_folder.Path);
        Assert.Equal([$"{folder}/B.txt", $"{folder}/a.txt", $"{folder}/b/10.txt", $"{folder}/b/2.txt"], articles.Select(article => article.Source));
        Assert.Equal("The file is empty.", Assert.Single(_rejections).Reason);
    }

    [Fact]
    public void Links_that_lead_nowhere_or_in_circles_are_rejected()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "dangling.txt"), Path.Combine(_folder.Path, "nothing"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "circle"), _folder.Path);

        Assert.Empty(Read(_folder.Path));

        Assert.Equal(["circle", "dangling.txt"], _rejections.Select(rejection => Path.GetFileName(rejection.Source)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_article_without_text_is_rejected_by_its_line()
    {
        var path = _folder.Write("in.jsonl", "{\"id\":\"1\"}\n{\"id\":\"2\",\"body\":\"Leave a Reply\"}\n{\"id\":\"3\",\"title\":\"T\"}\n");

        Assert.Equal("3", Assert.Single(Read(path)).Id);

        Assert.Equal(
            [("line 1", "There is no text in it."), ("line 2", "There is no text in it but what cleaning takes out.")],
            _rejections.Select(rejection => (rejection.Place, rejection.Reason)));
    }

    [Fact]
    public void A_source_that_does_not_exist_is_the_callers_mistake()
    {
        var problem = Assert.Throws<ArgumentException>(() => IngestPipeline.Default.Read([Path.Combine(_folder.Path, "nothing")], _rejections.Add));

        Assert.Contains("is neither a file nor a folder.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Workers_change_nothing_and_progress_ends_at_the_whole()
    {
        var random = new Random(6);
        var lines = string.Concat(Enumerable.Range(0, 300).Select(i => $$"""{"id":"{{i}}","body":"Anna Lind met {{random.Next()}} people in Oslo."}""" + "\n"));
        var path = _folder.Write("in.jsonl", lines);
        var last = new LastReport();

        var alone = new IngestPipeline(new NameExtractor(), FixedClock.Spring2024).Read([path], _rejections.Add).ToList();
        var together = new IngestPipeline(new NameExtractor(), FixedClock.Spring2024, workers: 7).Read([path], _rejections.Add, last).ToList();

        Assert.Equivalent(alone, together, strict: true);
        var size = new FileInfo(path).Length;
        Assert.Equal(new IngestProgress(300, 0, size, size), last.Value);
    }

    [Fact]
    public void Cancellation_ends_the_run()
    {
        var path = _folder.Write("in.jsonl", string.Concat(Enumerable.Range(0, 1000).Select(i => $$"""{"id":"{{i}}","body":"x y."}""" + "\n")));
        using var source = new CancellationTokenSource();
        var count = 0;

        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var article in IngestPipeline.Default.Read([path], _rejections.Add, null, source.Token))
            {
                if (++count == 10) source.Cancel();
            }
        });
        Assert.InRange(count, 10, 999);
    }

    [Fact]
    public void Cancellation_ends_a_run_that_finds_nothing_but_bad_lines()
    {
        var path = _folder.Write("in.jsonl", string.Concat(Enumerable.Repeat("nonsense\n", 1000)));
        using var source = new CancellationTokenSource();
        var count = 0;

        Assert.Throws<OperationCanceledException>(() => IngestPipeline.Default.Read([path], _ => CancelAtTenth(), null, source.Token).ToList());
        Assert.Equal(10, count);

        void CancelAtTenth()
        {
            if (++count == 10) source.Cancel();
        }
    }

    [Fact]
    public void A_date_that_cannot_be_read_is_said_unless_another_is_found()
    {
        var path = _folder.Write("in.jsonl", """
            {"id":"1","body":"a b.","date":"some day"}
            {"id":"2","body":"a b.","date":"some day","url":"https://example.org/2024/02/20/x"}
            """);

        Assert.Equal(
            [(null, "unreadable: some day"), ("2024-02-20", "url")],
            Read(path).Select(article => (article.Published?.Text, article.PublishedBy)));
    }

    public void Dispose() => _folder.Dispose();

    private List<Article> Read(string source) => [.. IngestPipeline.Default.Read([source], _rejections.Add)];

    private sealed class LastReport : IProgress<IngestProgress>
    {
        public IngestProgress? Value { get; private set; }

        public void Report(IngestProgress value) => Value = value;
    }
}
