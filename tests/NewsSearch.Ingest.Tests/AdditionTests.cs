using NewsSearch.Archive;

namespace NewsSearch.Ingest.Tests;

public sealed class AdditionTests : IDisposable
{
    private const string Notice = "Subscribe to The Tide!";
    private readonly TemporaryFolder _folder = new();
    private readonly string _index;

    public AdditionTests()
    {
        _index = Path.Combine(_folder.Path, "index");
        var lines = Enumerable.Range(1, 8).Select(number =>
            $$"""{"url":"https://example.org/{{number}}","title":"Report {{(char)('A' + number)}}aa","body":"What street {{number}} said was new.\n\n{{Notice}}","outlet":"The Tide","date":"2024-02-0{{number}}"}""");
        Rebuild.Run(IngestPipeline.Default, [_folder.Write("first.jsonl", string.Join('\n', lines))], _index, "test", 64 << 20, _ => { });
    }

    [Fact]
    public void What_the_rebuild_learned_is_applied_and_nothing_is_learned_anew()
    {
        var report = Add(string.Join('\n', Enumerable.Range(1, 20).Select(number =>
            $$"""{"id":"new {{number}}","title":"News {{(char)('A' + number)}}aa","body":"Street {{number}} is new.\n\n{{Notice}}\n\nSent from my desk.","outlet":"THE TIDE","date":"2024-02-20"}""")));

        Assert.Equal((20, 20), (report.Added, report.BoilerplateRemoved));
        using var archive = ArticleArchive.Open(_index);
        Assert.Equal("Street 7 is new.\n\nSent from my desk.", archive.Find("new 7")?.Body);
        Assert.Equal(Notice, Assert.Single(archive.Boilerplate()).Text);
    }

    [Fact]
    public void Of_two_versions_the_newer_stays_whichever_is_added_later()
    {
        var report = Add("""
            {"url":"http://m.example.org/1/","title":"Report Baa","body":"What street 1 said was wrong.","outlet":"The Tide","date":"2024-02-20"}
            {"url":"https://example.org/2?utm_medium=x","title":"Report Caa","body":"What street 2 may say.","outlet":"The Tide","date":"2024-01-20"}
            {"url":"https://example.org/3","title":"Report Daa","body":"What street 3 said was new.\n\nSubscribe to The Tide!","outlet":"The Tide","date":"2024-02-03","section":"Streets"}
            {"url":"https://example.org/9","title":"Report Jaa","body":"What street 9 said was new.","outlet":"The Tide"}
            {"url":"https://example.org/9","title":"Report Jaa","body":"What street 9 said was old.","outlet":"The Tide"}
            {"url":"https://example.org/9","title":"Report Jaa","body":"What street 9 said was new.","outlet":"The Tide"}
            """);

        Assert.Equal((1, 2, 2, 1), (report.Added, report.Repetitions.Same, report.Repetitions.Newer, report.Repetitions.Older));
        using var archive = ArticleArchive.Open(_index);
        Assert.Equal(9, archive.Stats().Articles);
        var bodies = archive.Export(new SearchRequest { Query = "" }).ToDictionary(article => article.Title!, article => (article.Body, article.Section));
        Assert.Equal("What street 1 said was wrong.", bodies["Report Baa"].Body);
        Assert.Equal("What street 2 said was new.", bodies["Report Caa"].Body);
        Assert.Equal(("What street 3 said was new.", "Streets"), bodies["Report Daa"]);
        Assert.Equal("What street 9 said was old.", bodies["Report Jaa"].Body);
    }

    public void Dispose() => _folder.Dispose();

    private AdditionReport Add(string lines)
    {
        using var writer = ArticleArchive.OpenWriter(_index, "test", 64 << 20);
        using var live = ArticleArchive.Open(_index);
        var report = Addition.Run(IngestPipeline.Default, [_folder.Write("more.jsonl", lines)], writer, live.Find, rejection => Assert.Fail(rejection.Reason));
        writer.Commit();
        return report;
    }
}
