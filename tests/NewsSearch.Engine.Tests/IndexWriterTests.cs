using System.Text;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Tests.Commits;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests;

public sealed class IndexWriterTests : IDisposable
{
    private readonly FaultyDirectory _directory = new();
    private readonly SearchIndex _index;

    public IndexWriterTests() => _index = new SearchIndex(_directory);

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(1 << 20)]
    public void A_document_replaces_the_one_with_its_key_within_a_segment_and_across_segments(int budgetBytes)
    {
        using (var writer = Open(budgetBytes))
        {
            writer.Add(Document("a", "old"));
            writer.Add(Document("b", "other"));
            writer.Add(Document("a", "new"));
            writer.Commit();
            writer.Add(Document("b", "newer"));
            writer.Commit();
        }

        Assert.Equal(["a new", "b newer"], Living());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1 << 20)]
    public void Deleting_tells_whether_there_was_one(int budgetBytes)
    {
        using var writer = Open(budgetBytes);
        writer.Add(Document("a", "one"));
        writer.Add(Document("b", "two"));

        Assert.True(writer.Delete("a"));
        Assert.False(writer.Delete("a"));
        Assert.False(writer.Delete("c"));
        writer.Commit();
        Assert.Equal(["b two"], Living());
        Assert.True(writer.Delete("b"));
        writer.Commit();
        Assert.Empty(Living());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1 << 20)]
    public void What_was_not_committed_is_dropped_and_its_names_are_free_again(int budgetBytes)
    {
        Write(Document("a", "one"));
        using (var writer = Open(budgetBytes))
        {
            writer.Add(Document("a", "never"));
            writer.Add(Document("b", "never"));
        }

        Assert.Equal(["a one"], Living());
        using (var writer = Open(budgetBytes))
        {
            writer.Add(Document("b", "two"));
            writer.Commit();
        }

        Assert.Equal(["a one", "b two"], Living());
        Assert.Empty(SampleIndex.Problems(_directory));
    }

    [Fact]
    public void A_second_writer_hears_who_holds_the_lock_and_a_reader_is_not_disturbed()
    {
        Write(Document("a", "one"));
        using var writer = Open();

        var refused = Assert.Throws<IndexLockedException>(() => Open());

        Assert.Contains("a test", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["a one"], Living());
    }

    [Fact]
    public void Another_schema_is_refused_and_lets_the_lock_go()
    {
        Write(Document("a", "one"));
        var other = SampleSchema.Schema with { Numbers = [] };

        Assert.Throws<IndexFormatException>(() => IndexWriter.Open(_directory, other, new WriterOptions("another")));
        using var writer = Open();
    }

    [Fact]
    public void A_rebuild_may_change_the_schema_and_switches_over_at_its_first_commit()
    {
        Write(Document("a", "one"), Document("b", "two"));
        using var old = _index.OpenSearcher();
        using (var writer = IndexWriter.Open(_directory, SampleSchema.Schema with { Numbers = [] }, new WriterOptions("a rebuild") { IsRebuild = true }))
        {
            writer.Add(Document("c", "three"));
            Assert.Equal(["a one", "b two"], Living());
            writer.Commit();
            Assert.Equal(["c three"], Living());
            writer.Add(Document("d", "four"));
            writer.Commit();
        }

        Assert.Equal(["c three", "d four"], Living());
        Assert.Equal(2, old.Search(SampleSchema.All).Total);
        Assert.Equal("one", Encoding.UTF8.GetString(old.Stored(old.Find("a"), "whole")));
        Assert.Empty(SampleIndex.Problems(_directory));
    }

    [Fact]
    public void A_rebuild_that_is_given_up_leaves_the_index_as_it_was()
    {
        Write(Document("a", "one"));
        using (var writer = Open(1, isRebuild: true)) writer.Add(Document("b", "two"));
        using (var writer = Open(1, isRebuild: true))
        {
            writer.Add(Document("c", "three"));
            Assert.Equal(["a one"], Living());
        }

        Write(Document("d", "four"));
        Assert.Equal(["a one", "d four"], Living());
    }

    [Fact]
    public void Attachments_and_values_stay_through_commits_until_they_are_changed()
    {
        using (var writer = Open())
        {
            writer.Attachments["learned"] = [1, 2, 3];
            writer.Values = new ValueMap(new Dictionary<string, IReadOnlyDictionary<string, string?>> { ["outlet"] = new Dictionary<string, string?> { ["a"] = "b", ["c"] = null } });
            writer.Commit();
        }

        Write(Document("a", "one"));
        using (var searcher = _index.OpenSearcher())
        {
            Assert.Equal([1, 2, 3], searcher.Attachment("learned")!.Value.ToArray());
            Assert.Null(searcher.Attachment("absent"));
            Assert.Equal("b", searcher.Shown("outlet", "a"));
            Assert.Null(searcher.Shown("outlet", "c"));
            Assert.Equal("a", searcher.Shown("person", "a"));
        }

        using (var writer = Open())
        {
            writer.Attachments.Remove("learned");
            writer.Commit();
        }

        using var after = _index.OpenSearcher();
        Assert.Null(after.Attachment("learned"));
    }

    [Fact]
    public void A_document_without_a_key_or_with_two_is_refused_and_changes_nothing()
    {
        using var writer = Open();
        writer.Add(Document("a", "one"));
        var two = Document("a", "two");
        two.AddKeyword("id", "b");

        Assert.Throws<ArgumentException>(() => writer.Add(new IndexDocument()));
        Assert.Throws<ArgumentException>(() => writer.Add(two));
        writer.Commit();
        Assert.Equal(["a one"], Living());
    }

    [Fact]
    public void Many_commits_leave_few_segments()
    {
        using var writer = Open();
        for (var i = 0; i < 100; i++)
        {
            writer.Add(Document($"key {i:000}", $"text {i}"));
            writer.Commit();
        }

        using var searcher = _index.OpenSearcher();
        Assert.InRange(searcher.Commit.SegmentCount, 1, 21);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"key {i:000} text {i}"), Living());
        Assert.Equal(100, searcher.Commit.Number);
    }

    private IndexWriter Open(long budgetBytes = 1 << 20, bool isRebuild = false) =>
        IndexWriter.Open(_directory, SampleSchema.Schema, new WriterOptions("a test") { BudgetBytes = budgetBytes, IsRebuild = isRebuild });

    private void Write(params IndexDocument[] documents)
    {
        using var writer = Open();
        foreach (var document in documents) writer.Add(document);
        writer.Commit();
    }

    private static IndexDocument Document(string key, string text) => SampleSchema.Document(key, $"title of {text}", text);

    /// <summary>Key and text of every document, in order.</summary>
    private List<string> Living()
    {
        using var searcher = _index.OpenSearcher();
        var answer = searcher.Search(SampleSchema.All with { Count = 1000 });
        Assert.Equal(answer.Total, searcher.DocCount);
        return [.. answer.Hits.Select(hit => $"{Text(hit.Doc, "head")} {Text(hit.Doc, "whole")}")];

        string Text(int doc, string field) => Encoding.UTF8.GetString(searcher.Stored(doc, field));
    }
}
