using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests;

/// <summary>The way in, on a real folder; and documents that are hard to index.</summary>
public sealed class SearchIndexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Opening_what_is_no_index_says_so()
    {
        Assert.False(SearchIndex.Exists(_folder.Path));
        Assert.Throws<FileNotFoundException>(() => SearchIndex.Open(_folder.Path));
    }

    [Fact]
    public void An_index_without_any_document_is_searched_without_hits()
    {
        Write();

        Assert.True(SearchIndex.Exists(_folder.Path));
        using var index = SearchIndex.Open(_folder.Path);
        using var searcher = index.OpenSearcher();
        foreach (var query in (string[])["", "word", "\"a phrase\"", "lux*", "-word", "outlet:x", "date:2024", "a~"])
        {
            var answer = searcher.Search(SampleSchema.Query(query) with { Facets = [new FacetRequest("outlet", 10, FacetOrder.Count, [null, "x"])], Filters = [new KeywordFilter("outlet", ["x", null], [])] });
            Assert.Equal(0, answer.Total);
            Assert.Equal([new FacetCount("x", 0), new FacetCount(null, 0)], answer.Facets["outlet"]);
        }

        Assert.Equal(-1, searcher.Find("a"));
        Assert.Equal(0, searcher.CountValues("outlet"));
    }

    [Fact]
    public void A_searcher_keeps_its_snapshot_and_a_new_one_sees_the_new_commit()
    {
        Write(SampleSchema.Document("a", "one", ""));
        using var index = SearchIndex.Open(_folder.Path);
        using var before = index.OpenSearcher();
        Write(SampleSchema.Document("b", "one", ""), SampleSchema.Document("c", "two", ""));
        using var after = index.OpenSearcher();

        Assert.Equal(1, before.Search(SampleSchema.Query("one")).Total);
        Assert.Equal(2, after.Search(SampleSchema.Query("one")).Total);
        Assert.Equal(before.Commit.Number + 1, after.Commit.Number);
    }

    [Fact]
    public void Searchers_outlive_the_index_that_opened_them()
    {
        Write(SampleSchema.Document("a", "one", ""));
        Searcher searcher;
        using (var index = SearchIndex.Open(_folder.Path)) searcher = index.OpenSearcher();

        Assert.Equal(1, searcher.Search(SampleSchema.Query("one")).Total);
        searcher.Dispose();
        searcher.Dispose();
    }

    [Fact]
    public void Verify_is_content_with_a_whole_index_and_names_a_damaged_file()
    {
        Write(SampleSchema.Document("a", "one", "text"));
        var problems = new List<string>();
        SearchIndex.Verify(_folder.Path, problems.Add, problems.Add, CancellationToken.None);
        Assert.Empty(problems);
        var segment = Directory.GetFiles(_folder.Path, "*.seg", SearchOption.AllDirectories).Single();
        var bytes = File.ReadAllBytes(segment);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(segment, bytes);

        SearchIndex.Verify(_folder.Path, problems.Add, _ => { }, CancellationToken.None);

        Assert.Contains(problems, problem => problem.Contains(segment, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cancelled_search_stops()
    {
        Write(SampleSchema.Document("a", "one", ""));
        using var index = SearchIndex.Open(_folder.Path);
        using var searcher = index.OpenSearcher();

        Assert.Throws<OperationCanceledException>(() => searcher.Search(SampleSchema.Query("one"), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Many_threads_search_while_commits_go_on()
    {
        Write(SampleSchema.Document("0", "word", ""));
        using var index = SearchIndex.Open(_folder.Path);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var last = 0L;
            while (!stop.IsCancellationRequested)
            {
                using var searcher = index.OpenSearcher();
                var answer = searcher.Search(SampleSchema.Query("word") with { Facets = [new FacetRequest("outlet", 100, FacetOrder.Count, [])] });
                Assert.Equal(searcher.DocCount, answer.Total);
                Assert.Equal(answer.Total - 1, answer.Facets["outlet"].Where(count => count.Value is not null).Sum(count => count.Count));
                Assert.True(answer.Total >= last);
                last = answer.Total;
            }
        })).ToList();
        for (var i = 1; i < 30; i++)
        {
            var document = SampleSchema.Document($"{i}", "word", "");
            document.AddKeyword("outlet", $"outlet {i}");
            Write(document);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public void Hard_documents_are_indexed_and_found()
    {
        var longWord = new string('x', 100_000);
        var manyTokens = string.Join(' ', Enumerable.Range(0, 300_000).Select(i => i % 1000 == 999 ? "seldom" : $"w{i % 50}"));
        Write(
            Document("no text"),
            SampleSchema.Document("long word", longWord, $"before {longWord} behind"),
            SampleSchema.Document("many tokens", "", manyTokens),
            SampleSchema.Document(new string('k', 8192), "long key", ""),
            SampleSchema.Document("lone surrogate \uD800", "\uDC00 lone \uD800", ""));
        using var index = SearchIndex.Open(_folder.Path);
        using var searcher = index.OpenSearcher();

        Assert.Equal(5, searcher.Search(SampleSchema.All).Total);
        Assert.Equal([1], Hits(searcher, $"\"before {longWord[..300]} behind\""));
        Assert.Equal([2], Hits(searcher, "\"w48 seldom w0\""));
        Assert.Equal([2], Hits(searcher, "\"seldom w1\"~1"));
        Assert.Equal([4], Hits(searcher, "lone"));
        Assert.Equal(0, searcher.Find("no text"));
        Assert.Equal(3, searcher.Find(new string('k', 8192)));
        Assert.Empty(searcher.Stored(0, "whole"));
    }

    [Theory]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(1000)]
    public void One_term_in_every_document_is_found_in_all_and_a_thousandth_alone(int count)
    {
        Write([.. Enumerable.Range(0, count).Select(i => SampleSchema.Document($"{i}", "same", $"all alike number{i}"))]);
        using var index = SearchIndex.Open(_folder.Path);
        using var searcher = index.OpenSearcher();

        Assert.Equal(Enumerable.Range(0, count), Hits(searcher, "same"));
        Assert.Equal(Enumerable.Range(0, count), Hits(searcher, "\"all alike\""));
        Assert.Equal([count - 1], Hits(searcher, $"\"alike number{count - 1}\""));
        Assert.Equal(Enumerable.Range(0, count - 1), Hits(searcher, $"same -number{count - 1}"));
    }

    [Fact]
    public void All_documents_deleted_and_merged_away_leave_an_empty_index_that_grows_again()
    {
        Write(SampleSchema.Document("a", "one", ""), SampleSchema.Document("b", "two", ""));
        using (var writer = SearchIndex.OpenWriter(_folder.Path, SampleSchema.Schema, new WriterOptions("test")))
        {
            writer.Delete("a");
            writer.Delete("b");
            writer.Commit();
        }

        using var index = SearchIndex.Open(_folder.Path);
        using (var searcher = index.OpenSearcher())
        {
            Assert.Equal((0, 0, 0), (searcher.DocCount, searcher.DeletedCount, searcher.Commit.SegmentCount));
            Assert.Empty(Hits(searcher, "one"));
        }

        Write(SampleSchema.Document("a", "one", ""));
        using var after = index.OpenSearcher();
        Assert.Equal([0], Hits(after, "one"));
    }

    [Fact]
    public void Equal_documents_tie_and_stand_in_order_whatever_segment_they_are_in()
    {
        using (var writer = SearchIndex.OpenWriter(_folder.Path, SampleSchema.Schema, new WriterOptions("test")))
        {
            for (var i = 0; i < 60; i++)
            {
                var others = i % 3 == 0 ? "alpha" : i % 3 == 1 ? "gamma delta" : "delta delta alpha beta";
                writer.Add(i % 4 == 3 ? SampleSchema.Document($"{i}", "", "alpha beta gamma delta") : SampleSchema.Document($"{i}", "", others));
                if (i % 10 == 9) writer.Commit();
            }
        }

        using var index = SearchIndex.Open(_folder.Path);
        using var searcher = index.OpenSearcher();
        Assert.True(searcher.Commit.SegmentCount > 1);
        foreach (var query in (string[])["alpha OR beta OR gamma OR delta", "alpha beta gamma delta"])
        {
            var equal = searcher.Search(SampleSchema.Query(query) with { Count = 100 }).Hits.Where(hit => hit.Doc % 4 == 3).ToList();
            Assert.Equal(15, equal.Count);
            Assert.Single(equal.Select(hit => hit.Key).Distinct());
            Assert.Equal(equal.Select(hit => hit.Doc).Order(), equal.Select(hit => hit.Doc));
        }
    }

    [Fact]
    public void A_language_written_as_und_is_an_unknown_one()
    {
        var document = Document("a");
        document.Language = "und";
        document.AddText("body", "limousines");
        Write(document);
        using var index = SearchIndex.Open(_folder.Path);
        using var searcher = index.OpenSearcher();

        Assert.Equal([0], Hits(searcher, "limousine"));
    }

    private static IndexDocument Document(string key)
    {
        var document = new IndexDocument();
        document.AddKeyword("id", key);
        return document;
    }

    private void Write(params IndexDocument[] documents)
    {
        using var writer = SearchIndex.OpenWriter(_folder.Path, SampleSchema.Schema, new WriterOptions("test"));
        foreach (var document in documents) writer.Add(document);
        writer.Commit();
    }

    private static IEnumerable<int> Hits(Searcher searcher, string query) =>
        searcher.Search(SampleSchema.Query(query) with { Count = 2000 }).Hits.Select(hit => hit.Doc).Order();
}
