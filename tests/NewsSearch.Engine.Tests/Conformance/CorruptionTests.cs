using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Conformance;

/// <summary>Segments of a small index with any byte changed or cut off anywhere: refused or searched, never a hang or another exception.</summary>
/// <remarks>Changes inside sections are found by Verify alone, so that opening does not read everything: until then answers may be wrong.</remarks>
public sealed class CorruptionTests
{
    private const int ChangesPerSegment = 700;

    private readonly FaultyDirectory _directory = new();

    public CorruptionTests()
    {
        var documents = new RandomDocuments(new Random(1));
        using var writer = IndexWriter.Open(_directory, SampleSchema.Schema, new WriterOptions("test"));
        for (var commit = 0; commit < 2; commit++)
        {
            for (var i = 0; i < 150; i++) writer.Add(documents.Next($"key {i + (100 * commit)}", "head"));
            writer.Commit();
        }
    }

    [Fact]
    public void A_changed_byte_is_refused_or_searched()
    {
        var random = new Random(1);
        foreach (var file in Segments())
        {
            var content = _directory.Content(file);
            for (var change = 0; change < ChangesPerSegment; change++)
            {
                var at = random.Next(content.Length);
                var bits = (byte)(random.Next(2) == 0 ? 1 << random.Next(8) : random.Next(1, 256));
                Damage(file, content, damaged => damaged[at] ^= bits);
                OpenAndSearch($"{file}, byte {at} changed by {bits:x2}");
            }

            _directory.Replace(file, content);
        }
    }

    [Fact]
    public void A_segment_cut_short_is_refused()
    {
        foreach (var file in Segments())
        {
            var content = _directory.Content(file);
            for (var length = 0; length < content.Length; length += length < content.Length - 200 ? 97 : 1)
            {
                _directory.Replace(file, content.AsSpan(0, length));
                Assert.False(OpenAndSearch($"{file}, cut to {length}"));
            }

            _directory.Replace(file, content);
        }

        Assert.True(OpenAndSearch("whole again"));
    }

    private List<string> Segments() => [.. _directory.Files.Where(file => file.EndsWith(".seg", StringComparison.Ordinal))];

    private void Damage(string file, byte[] content, Action<byte[]> change)
    {
        var damaged = content.ToArray();
        change(damaged);
        _directory.Replace(file, damaged);
    }

    /// <summary>Whether it could be opened and searched.</summary>
    private bool OpenAndSearch(string damage)
    {
        try
        {
            using var index = new SearchIndex(_directory);
            using var searcher = index.OpenSearcher();
            foreach (var text in (string[])["limousine", "title:luxury OR cafe", "\"the and\"", "\"well known\"~3", "lux* -run", "\"r?n l*\"", "limosine~", "said:\"us\"", "outlet:example date:2024-01..", ""])
                Search(searcher, SampleSchema.Query(text));
            searcher.Find("key 7");
            return true;
        }
        catch (IndexFormatException)
        {
            return false;
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{damage}: {error}");
            return false;
        }
    }

    private static void Search(Searcher searcher, IndexQuery query)
    {
        var answer = searcher.Search(query with
        {
            Facets = [.. ((string[])["outlet", "person", "month", "lang"]).Select(field => new FacetRequest(field, 10, FacetOrder.Count, [null]))],
            Sort = query.Root is AllNode ? new NumberSort("instant", true) : null,
            Filters = [new KeywordFilter("outlet", [], [null, "News"])],
        });
        foreach (var hit in answer.Hits.Take(2))
        {
            searcher.Stored(hit.Doc, "head");
            searcher.Stored(hit.Doc, "whole");
        }
    }
}
