using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Indexing;

public sealed class PairWriterTests
{
    private static readonly string[] Words = ["a", "b", "c", "d", "rare", "seldom"];
    private readonly Random _random = new(9);

    [Fact]
    public void Every_place_of_two_frequent_words_side_by_side_is_in_their_list()
    {
        var texts = Texts(300);
        var directory = new FaultyDirectory();
        using var reader = Write(directory, texts);
        var pairs = reader.Lists[1].Pairs!;
        foreach (var first in Words)
        {
            foreach (var second in Words)
            {
                var isFrequent = first.Length == 1 && second.Length == 1;
                Assert.Equal(isFrequent, pairs.TryFind(TermBytes.Exact(first), TermBytes.Exact(second), out var entry));
                if (isFrequent) Assert.Equal(Expected(texts, first, second), entry.DocCount == 0 ? [] : Places(pairs.Postings.Open(entry)));
            }
        }
    }

    [Fact]
    public void A_segment_of_few_documents_has_no_pairs()
    {
        using var reader = Write(new FaultyDirectory(), Texts(PairFormat.LeastDocs - 1));

        Assert.Null(reader.Lists[1].Pairs);
    }

    private List<string[]> Texts(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, _random.Next(20)).Select(_ => Words[_random.Next(50) == 0 ? _random.Next(4, 6) : _random.Next(4)]).ToArray())];

    private static SegmentReader Write(FaultyDirectory directory, List<string[]> texts)
    {
        using (var writer = IndexWriter.Open(directory, SampleSchema.Schema, new WriterOptions("test")))
        {
            for (var i = 0; i < texts.Count; i++) writer.Add(SampleSchema.Document($"{i}", "", string.Join(' ', texts[i])));
            writer.Commit();
        }

        var name = directory.Files.Single(file => file.EndsWith(".seg", StringComparison.Ordinal));
        return new SegmentReader(SectionFile.Open(directory, name), SampleSchema.Schema, texts.Count);
    }

    private static List<(int Doc, int Position)> Expected(List<string[]> texts, string first, string second) =>
        [.. from doc in Enumerable.Range(0, texts.Count) from at in Enumerable.Range(0, Math.Max(0, texts[doc].Length - 1)) where texts[doc][at] == first && texts[doc][at + 1] == second select (doc, at)];

    private static List<(int Doc, int Position)> Places(PostingsCursor cursor)
    {
        List<(int, int)> places = [];
        while (cursor.Next() != PostingsFormat.NoMoreDocs)
        {
            foreach (var position in cursor.Positions()) places.Add((cursor.Doc, position));
        }

        return places;
    }
}
