using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Indexing;

/// <summary>Documents inverted by several threads, in memory that holds all of them or few at a time.</summary>
public sealed class ParallelWriterTests
{
    private const int DocCount = 250;

    public static TheoryData<int, long> Options => new() { { 1, 1L << 30 }, { 1, 1L << 19 }, { 2, 1L << 30 }, { 2, 1L << 19 }, { 3, 1L << 21 }, { 3, 1L << 14 }, { 7, 1L << 10 } };

    [Theory]
    [MemberData(nameof(Options))]
    public void A_rebuild_gives_the_same_bytes_with_any_number_of_threads_and_any_budget(int threads, long budgetBytes)
    {
        var alone = Rebuild(1, 1L << 30, repeated: false);

        var index = Rebuild(threads, budgetBytes, repeated: false);

        Assert.Equal(alone.Content(Assert.Single(Segments(alone))), index.Content(Assert.Single(Segments(index))));
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void The_same_documents_and_options_give_the_same_files_also_where_documents_are_replaced(int threads, long budgetBytes)
    {
        var first = Rebuild(threads, budgetBytes, repeated: true);
        var second = Rebuild(threads, budgetBytes, repeated: true);

        Assert.Equal(Segments(first), Segments(second));
        Assert.All(Segments(first), segment => Assert.Equal(first.Content(segment), second.Content(segment)));
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void A_writer_that_is_given_up_in_the_middle_of_its_work_leaves_no_thread_and_no_lock(int threads, long budgetBytes)
    {
        var directory = new FaultyDirectory();
        using (var writer = Open(directory, threads, budgetBytes)) Add(writer, repeated: false);

        using var next = Open(directory, threads, budgetBytes);
        next.Commit();

        Assert.Empty(Segments(directory));
    }

    [Fact]
    public void A_document_that_does_not_fit_is_refused_at_once_and_those_around_it_stay()
    {
        var directory = new FaultyDirectory();
        using (var writer = Open(directory, 3, 1 << 12))
        {
            writer.Add(SampleSchema.Document("a", "title", "text"));
            var wrong = SampleSchema.Document("b", "title", "text");
            wrong.AddText("unknown", "text");
            Assert.Throws<ArgumentException>(() => writer.Add(wrong));
            writer.Add(SampleSchema.Document("c", "title", "text"));
            writer.Commit();
        }

        using var searcher = new SearchIndex(directory).OpenSearcher();
        Assert.Equal((0, -1, 1), (searcher.Find("a"), searcher.Find("b"), searcher.Find("c")));
    }

    private static FaultyDirectory Rebuild(int threads, long budgetBytes, bool repeated)
    {
        var directory = new FaultyDirectory();
        using var writer = Open(directory, threads, budgetBytes);
        Add(writer, repeated);
        writer.Commit();
        return directory;
    }

    private static IndexWriter Open(FaultyDirectory directory, int threads, long budgetBytes) =>
        IndexWriter.Open(directory, SampleSchema.Schema, new WriterOptions("test") { IsRebuild = true, Threads = threads, BudgetBytes = budgetBytes });

    private static void Add(IndexWriter writer, bool repeated)
    {
        var documents = new RandomDocuments(new Random(11));
        for (var i = 0; i < DocCount; i++)
        {
            writer.Add(documents.Next($"key {(repeated ? i * i % 173 : i)}", $"{i}"));
            if (repeated && i % 50 == 49) writer.Delete($"key {i / 2}");
        }
    }

    private static List<string> Segments(FaultyDirectory directory) => [.. directory.Files.Where(file => file.EndsWith(".seg", StringComparison.Ordinal))];
}
