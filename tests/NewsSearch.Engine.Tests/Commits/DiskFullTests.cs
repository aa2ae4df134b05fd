using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Commits;

/// <summary>A disk that is full after any number of bytes: in the middle of a segment, a merge, a commit.</summary>
public sealed class DiskFullTests
{
    private const int Committed = 9;

    public static TheoryData<int, long, bool> Options => new() { { 1, 1L << 20, false }, { 3, 1, false }, { 2, 1L << 20, true }, { 1, 1, true } };

    [Theory]
    [MemberData(nameof(Options))]
    public void What_was_committed_stays_and_the_writer_goes_on_when_there_is_room_again(int threads, long budgetBytes, bool isRebuild)
    {
        var (before, room) = Sizes(threads, budgetBytes, isRebuild);
        for (var capacity = before; capacity < before + room; capacity += 1 + (room / 40))
        {
            var directory = Start();
            directory.Capacity = capacity;
            using (var writer = Open(directory, threads, budgetBytes, isRebuild))
            {
                var commit = Record.Exception(() => Change(writer));
                var merge = Record.Exception(() => writer.Delete("absent")); // one that failed is told by the next call

                var full = Assert.IsType<IOException>(commit ?? merge);
                Assert.StartsWith("No space left on device : 'memory/", full.Message, StringComparison.Ordinal);
                Assert.Equal(commit is null ? Keys(0, 20) : Keys(0, Committed), Living(directory));
                directory.Capacity = long.MaxValue;
                Change(writer);
                Assert.Equal(isRebuild ? Keys(Committed, 20) : Keys(0, 20), Living(directory));
            }

            Assert.Empty(SampleIndex.Problems(directory));
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void A_writer_that_is_disposed_on_a_full_disk_leaves_an_index_for_the_next(int threads, long budgetBytes, bool isRebuild)
    {
        var (before, room) = Sizes(threads, budgetBytes, isRebuild);
        var directory = Start();
        directory.Capacity = before + (room / 2);
        using (var writer = Open(directory, threads, budgetBytes, isRebuild)) Assert.Throws<IOException>(() => Change(writer));

        directory.Capacity = long.MaxValue;

        using (var writer = Open(directory, threads, budgetBytes, isRebuild: false))
        {
            Assert.Equal(Keys(0, Committed), Living(directory));
            Change(writer);
        }

        Assert.Equal(Keys(0, 20), Living(directory));
        Assert.Empty(SampleIndex.Problems(directory));
    }

    private static FaultyDirectory Start()
    {
        var directory = new FaultyDirectory();
        using var writer = Open(directory, 1, 1 << 20, isRebuild: false);
        for (var i = 0; i < Committed; i++) writer.Add(SampleSchema.Document($"key {i:00}", "title", $"text {i}"));
        writer.Commit();
        return directory;
    }

    /// <summary>Bytes before a change, and at most used during it.</summary>
    private static (long Before, long Room) Sizes(int threads, long budgetBytes, bool isRebuild)
    {
        var directory = Start();
        long before = Size(), most = before;
        directory.BeforeEach = () => most = Math.Max(most, Size());
        using var writer = Open(directory, threads, budgetBytes, isRebuild);
        Change(writer);
        return (before, most - before);

        long Size() => directory.Files.Sum(file => (long)directory.Content(file).Length);
    }

    private static void Change(IndexWriter writer)
    {
        for (var i = Committed; i < 20; i++) writer.Add(SampleSchema.Document($"key {i:00}", "title", $"text {i}"));
        writer.Commit();
    }

    private static IndexWriter Open(FaultyDirectory directory, int threads, long budgetBytes, bool isRebuild) => IndexWriter.Open(
        directory, SampleSchema.Schema, new WriterOptions("test") { Threads = threads, BudgetBytes = budgetBytes, IsRebuild = isRebuild, MergeWait = Timeout.InfiniteTimeSpan });

    private static IEnumerable<string> Keys(int first, int end) => Enumerable.Range(first, end - first).Select(i => $"key {i:00}");

    private static IEnumerable<string> Living(FaultyDirectory directory)
    {
        using var index = new SearchIndex(directory);
        using var searcher = index.OpenSearcher();
        var hits = searcher.Search(SampleSchema.All with { Count = 1000 }).Hits;
        return [.. hits.Select(hit => System.Text.Encoding.UTF8.GetString(searcher.Stored(hit.Doc, "head"))).Order(StringComparer.Ordinal)];
    }
}
