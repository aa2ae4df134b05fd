using NewsSearch.Archive;

namespace NewsSearch.Ingest.Tests.Rebuilding;

public sealed class RebuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ListWriter _writer = new();
    private readonly List<Rejection> _rejections = [];

    [Fact]
    public void Articles_come_newest_first_undated_last_and_otherwise_as_read()
    {
        Run("""
            {"id":"none1","body":"a b."}
            {"id":"day","body":"a b.","date":"2024-02-20"}
            {"id":"year","body":"a b.","date":"2024"}
            {"id":"time","body":"a b.","date":"2024-02-20T14:05+09:00"}
            {"id":"old","body":"a b.","date":"1815-06-18"}
            {"id":"day2","body":"a b.","date":"2024-02-20"}
            {"id":"none2","body":"a b."}
            """);

        Assert.Equal(["time", "day", "day2", "year", "old", "none1", "none2"], _writer.Articles.Select(article => article.Id));
        Assert.True(_writer.IsCommitted);
    }

    [Fact]
    public void The_report_counts_articles_rejections_repeats_outlets_and_years()
    {
        var report = Run("""
            {"id":"1","body":"a b.","outlet":"A","date":"2024"}
            {"id":"1","body":"a b.","outlet":"A","date":"2024"}
            {"id":"1","body":"other.","outlet":"A","date":"2023-01-02"}
            {"id":"1","body":"third.","outlet":"B"}
            nonsense
            {"id":"1#2","body":"fourth."}
            """);

        Assert.Equal((4, 1, 1, 3), (report.Articles, report.Rejected, report.Repetitions.Same, report.Repetitions.Renamed));
        Assert.Equal(["1", "1#2", "1#3", "1#2#2"], _writer.Articles.Select(article => article.Id).OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal));
        Assert.Equal([("1", null), ("1", "1#2"), ("1", "1#3"), ("1#2", "1#2#2")], report.Repetitions.First.Select(repeated => (repeated.Id, repeated.KeptAs)));
        Assert.Equal("in.jsonl#2", report.Repetitions.First[0].Source);
        Assert.Equal([("A", 2L), ("(none)", 1L), ("B", 1L)], report.Outlets.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([("(none)", 2L), ("2023", 1L), ("2024", 1L)], report.Years.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal("line 5", Assert.Single(_rejections).Place);
    }

    [Fact]
    public void The_same_article_fetched_twice_is_one_in_its_newest_version()
    {
        var report = Run("""
            {"url":"https://www.example.org/a/?utm_source=x","body":"first version.","outlet":"A","date":"2024-02-20"}
            {"url":"http://m.example.org/a#top","body":"second version.","outlet":"B","date":"2024-02-21"}
            {"url":"https://amp.example.org/a/amp/","body":"an early version.","outlet":"C","date":"2024-02-19"}
            {"url":"https://example.org/a?fbclid=y","body":"second version.","outlet":"B","date":"2024-02-21"}
            """);

        Assert.Equal((1, 1, 1, 1, 0), (report.Articles, report.Repetitions.Same, report.Repetitions.Newer, report.Repetitions.Older, report.Repetitions.Renamed));
        Assert.Equal("second version.", Assert.Single(_writer.Articles).Body);
        Assert.Equal(["in.jsonl#2", "in.jsonl#3", "in.jsonl#4"], report.Repetitions.First.Select(repeated => repeated.Source));
        Assert.Equal([("B", 1L)], report.Outlets.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void The_boilerplate_of_an_outlet_is_learned_and_removed_and_a_rule_that_is_off_removes_nothing()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 8).Select(number =>
            $$"""{"id":"{{number}}","title":"Report {{(char)('A' + number)}}aa","body":"What street {{number}} said today was new.\n\nSubscribe to The Tide!","outlet":"The Tide","date":"2024-02-0{{number}}"}"""));

        var report = Run(lines);

        var rule = Assert.Single(_writer.Learned.Boilerplate);
        Assert.Equal(("Subscribe to The Tide!", 8, 1, 8), (rule.Text, rule.Articles, report.Boilerplate, report.BoilerplateRemoved));
        Assert.All(_writer.Articles, article => Assert.Equal([new Removal(rule.Text, article.Body.Length, rule.Rule)], article.Removed));
        Assert.Equal("What street 8 said today was new.", _writer.Articles[0].Body);

        _writer.Articles.Clear();
        var pipeline = new IngestPipeline(new NewsSearch.Ingest.Entities.NameExtractor(), FixedClock.Spring2024, decisions: NewsSearch.Archive.Curation.Decisions.None with { RulesOff = new HashSet<string> { rule.Rule } });
        report = Rebuild.Run(pipeline, [Path.Combine(_folder.Path, "in.jsonl")], _writer, SpoolFolder, _rejections.Add);
        Assert.Equal((1, 0), (report.Boilerplate, report.BoilerplateRemoved));
        Assert.EndsWith("Subscribe to The Tide!", _writer.Articles[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_most_frequent_writing_of_a_name_is_learned()
    {
        Run("""
            {"id":"1","body":"a b.","people":["Kim Jong Un","Hawa Abdi"],"outlet":"The Example"}
            {"id":"2","body":"a b.","people":["Kim Jong Un","George W. Bush"],"outlet":"The Example"}
            {"id":"3","body":"a b.","people":["Kim Jong-un","George Bush"],"outlet":"THE EXAMPLE","places":["São Paulo"]}
            {"id":"4","body":"a b.","people":["Donald J. Trump","George W. Bush"],"places":["Sao Paulo"],"authors":["Anna  Lind"]}
            {"id":"5","body":"a b.","people":["Donald Trump"],"organisations":["AFL-CIO"],"authors":["Anna Lind","anna lind"]}
            {"id":"6","body":"a b.","people":["Donald Trump"],"organisations":["A.F.L. CIO"],"authors":["Anna Lind"]}
            """);

        var shown = _writer.Learned.ShownValues;
        Assert.Equal(["author", "org", "outlet", "person", "place"], shown.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new Dictionary<string, string> { ["Kim Jong-un"] = "Kim Jong Un", ["Donald J. Trump"] = "Donald Trump" }, shown["person"]);
        Assert.Equal(new Dictionary<string, string> { ["THE EXAMPLE"] = "The Example" }, shown["outlet"]);
        Assert.Equal(new Dictionary<string, string> { ["São Paulo"] = "Sao Paulo" }, shown["place"]);
        Assert.Equal(new Dictionary<string, string> { ["A.F.L. CIO"] = "AFL-CIO" }, shown["org"]);
        Assert.Equal(new Dictionary<string, string> { ["anna lind"] = "Anna Lind" }, shown["author"]);
    }

    [Fact]
    public void The_spool_is_gone_afterwards_also_when_the_run_was_cancelled_before_anything_was_read()
    {
        Run("{\"id\":\"1\",\"body\":\"a b.\"}");
        Assert.Empty(Directory.GetFiles(SpoolFolder));

        using var source = new CancellationTokenSource();
        source.Cancel();
        var path = _folder.Write("in.jsonl", "{\"id\":\"1\",\"body\":\"a b.\"}");
        Assert.Throws<OperationCanceledException>(() =>
            Rebuild.Run(IngestPipeline.Default, [path], _writer, SpoolFolder, _rejections.Add, cancellation: source.Token));
        Assert.Empty(Directory.GetFiles(SpoolFolder));
    }

    [Fact]
    public void A_rebuild_of_an_index_leaves_the_articles_and_no_spool_behind()
    {
        Directory.CreateDirectory(SpoolFolder);
        File.WriteAllText(Path.Combine(SpoolFolder, "rebuild.spool"), "{");

        var report = Rebuild.Run(IngestPipeline.Default, [Path.Combine(Folders.Repository, "index-data", "corpus")], SpoolFolder, "test", ArticleArchive.DefaultMemoryBytes, _rejections.Add);

        Assert.Empty(Directory.GetFiles(SpoolFolder, "rebuild.*"));
        using var archive = ArticleArchive.Open(SpoolFolder);
        Assert.Equal((4, 4), (report.Articles, archive.Stats().Articles));
        Assert.Equal(2, archive.Search(new SearchRequest { Query = "\"Aurus Senat\"" }).Total);
    }

    [Fact]
    public void Articles_pass_the_spool_without_loss()
    {
        var corpus = Path.Combine(Folders.Repository, "index-data", "corpus");

        Rebuild.Run(IngestPipeline.Default, [corpus], _writer, SpoolFolder, _rejections.Add);

        var read = IngestPipeline.Default.Read([corpus], _rejections.Add).OrderBy(article => article.Id, StringComparer.Ordinal);
        Assert.Equivalent(read, _writer.Articles.OrderBy(article => article.Id, StringComparer.Ordinal), strict: true);
        Assert.Equal(["2024-02-20", "2024-02-20", "2024", null], _writer.Articles.Select(article => article.Published?.Text));
    }

    [Fact]
    public void Progress_goes_through_the_stages_in_order()
    {
        var stages = new List<RebuildStage>();

        Run("{\"id\":\"1\",\"body\":\"a b.\"}", new StageProgress(stages));

        Assert.Equal([RebuildStage.Extract, RebuildStage.Learn, RebuildStage.Index, RebuildStage.Commit], stages.Distinct());
    }

    public void Dispose() => _folder.Dispose();

    private string SpoolFolder => Path.Combine(_folder.Path, "index");

    private RebuildReport Run(string lines, IProgress<RebuildProgress>? progress = null) =>
        Rebuild.Run(IngestPipeline.Default, [_folder.Write("in.jsonl", lines)], _writer, SpoolFolder, _rejections.Add, progress: progress);

    private sealed class StageProgress(List<RebuildStage> stages) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => stages.Add(value.Stage);
    }
}
