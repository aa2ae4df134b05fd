using System.Text;
using NewsSearch.Engine.Tests.Commits;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Indexing;

/// <summary>Merges beside the writer: what is committed, deleted and searched meanwhile, and what happens when they fail.</summary>
public sealed class BackgroundMergeTests : IDisposable
{
    private readonly FaultyDirectory _directory = new();
    private readonly ManualResetEventSlim _mayMerge = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly SearchIndex _index;

    public BackgroundMergeTests() => _index = new SearchIndex(_directory);

    public void Dispose()
    {
        _index.Dispose();
        _mayMerge.Dispose();
    }

    [Fact]
    public void Commits_go_on_during_a_merge_and_deletions_that_come_meanwhile_hold()
    {
        using var writer = Open();
        _directory.BeforeEach = () => Beside(_mayMerge.Wait);
        for (var i = 0; i < 8; i++) Add(writer, $"key {i}", "first");
        Assert.Equal(8, Segments());

        Add(writer, "key 3", "second");
        Assert.True(writer.Delete("key 5"));
        Add(writer, "key 8", "first");
        Assert.Equal("0 first, 1 first, 2 first, 4 first, 6 first, 7 first, 3 second, 8 first", Living());

        _mayMerge.Set();
        writer.FinishMerges();

        Assert.Equal(3, Segments());
        Assert.Equal("0 first, 1 first, 2 first, 4 first, 6 first, 7 first, 3 second, 8 first", Living());
        Assert.Empty(SampleIndex.Problems(_directory));
        Assert.True(writer.Delete("key 3"));
        Assert.False(writer.Delete("key 5"));
    }

    [Fact]
    public void A_merge_that_fails_is_told_once_by_the_next_call_and_nothing_is_lost()
    {
        using var writer = Open(Timeout.InfiniteTimeSpan);
        _directory.BeforeEach = () => Beside(() => throw new IOException("the disk says no"));
        for (var i = 0; i < 8; i++) Add(writer, $"key {i}", "first");
        Assert.Equal(8, Segments());

        Assert.Equal("the disk says no", Assert.Throws<IOException>(() => writer.Delete("key 1")).Message);
        _directory.BeforeEach = null;
        Assert.True(writer.Delete("key 1"));
        writer.Commit();

        Assert.Equal(1, Segments());
        Assert.Equal("0 first, 2 first, 3 first, 4 first, 5 first, 6 first, 7 first", Living());
        Assert.Empty(SampleIndex.Problems(_directory));
    }

    [Fact]
    public void A_writer_that_is_disposed_gives_a_merge_up_and_leaves_nothing_of_it()
    {
        var writer = Open();
        _directory.BeforeEach = () => Beside(_mayMerge.Wait);
        for (var i = 0; i < 8; i++) Add(writer, $"key {i}", "first");

        _mayMerge.Set();
        writer.Dispose();
        _directory.BeforeEach = null;
        using (var next = Open(Timeout.InfiniteTimeSpan)) next.Commit();

        Assert.Equal(1, Segments());
        Assert.Equal("0 first, 1 first, 2 first, 3 first, 4 first, 5 first, 6 first, 7 first", Living());
    }

    [Fact]
    public void All_documents_may_be_deleted_during_a_merge_and_before_one()
    {
        using var writer = Open();
        _directory.BeforeEach = () => Beside(_mayMerge.Wait);
        for (var i = 0; i < 8; i++) Add(writer, $"key {i}", "first");
        for (var i = 0; i < 8; i++) Assert.True(writer.Delete($"key {i}"));
        writer.Commit();
        Assert.Equal("", Living());

        _mayMerge.Set();
        writer.FinishMerges();

        Assert.Equal(("", 0), (Living(), Segments()));
        Add(writer, "key 1", "again");
        Assert.Equal("1 again", Living());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Searches_during_commits_and_merges_see_whole_commits(int threads)
    {
        using var folder = new TemporaryFolder();
        var options = new WriterOptions("a test") { Threads = threads, MergeWait = TimeSpan.Zero };
        using (var writer = SearchIndex.OpenWriter(folder.Path, SampleSchema.Schema, options)) Add(writer, "key 0", "0");
        using var index = SearchIndex.Open(folder.Path);
        var isDone = false;
        var searching = Task.Run(() =>
        {
            for (var last = 0L; !Volatile.Read(ref isDone);)
            {
                using var searcher = index.OpenSearcher();
                var answer = searcher.Search(SampleSchema.All with { Count = 1000 });
                Assert.Equal(answer.Total, searcher.DocCount);
                Assert.InRange(answer.Total, Math.Max(last, 1), 90);
                foreach (var hit in answer.Hits) Assert.Equal(hit.Doc, int.Parse(Text(searcher, hit.Doc), System.Globalization.CultureInfo.InvariantCulture));
                last = answer.Total;
            }
        });

        using (var writer = SearchIndex.OpenWriter(folder.Path, SampleSchema.Schema, options))
        {
            for (var i = 1; i < 90; i++) Add(writer, $"key {i}", $"{i}");
            writer.FinishMerges();
        }

        Volatile.Write(ref isDone, true);
        await searching;
        using var after = index.OpenSearcher();
        Assert.Equal(90, after.DocCount);
        Assert.InRange(after.Commit.SegmentCount, 1, 30);
    }

    [Fact]
    public void A_stream_of_small_commits_writes_at_most_six_times_the_final_index()
    {
        var documents = new RandomDocuments(new Random(2));
        using (var writer = Open(Timeout.InfiniteTimeSpan))
        {
            for (var i = 0; i < 8_000; i++)
            {
                writer.Add(documents.Next($"key {i}", $"{i}"));
                if (i % 50 == 49) writer.Commit();
            }
        }

        using var searcher = _index.OpenSearcher();
        Assert.InRange(_directory.SegmentBytesWritten / (double)searcher.Commit.ByteLength, 1, 6);
    }

    private IndexWriter Open(TimeSpan wait = default) => IndexWriter.Open(_directory, SampleSchema.Schema, new WriterOptions("a test") { MergeWait = wait });

    /// <summary>Does something on every thread but the test's own.</summary>
    private void Beside(Action work)
    {
        if (Environment.CurrentManagedThreadId != _thread) work();
    }

    private static void Add(IndexWriter writer, string key, string text)
    {
        writer.Add(SampleSchema.Document(key, "title", text));
        writer.Commit();
    }

    private int Segments()
    {
        using var searcher = _index.OpenSearcher();
        return searcher.Commit.SegmentCount;
    }

    private string Living()
    {
        using var searcher = _index.OpenSearcher();
        var answer = searcher.Search(SampleSchema.All with { Count = 1000 });
        return string.Join(", ", answer.Hits.Select(hit => $"{Encoding.UTF8.GetString(searcher.Stored(hit.Doc, "head"))[4..]} {Text(searcher, hit.Doc)}"));
    }

    private static string Text(Searcher searcher, int doc) => Encoding.UTF8.GetString(searcher.Stored(doc, "whole"));
}
