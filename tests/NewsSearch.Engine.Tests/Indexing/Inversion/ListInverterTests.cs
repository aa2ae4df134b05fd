using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Indexing.Inversion;
using NewsSearch.Engine.Indexing.Merging;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Terms;
using NewsSearch.Engine.Tests.Bits;

namespace NewsSearch.Engine.Tests.Indexing.Inversion;

/// <summary>The inverter beside a sorted dictionary that does the same.</summary>
public sealed class ListInverterTests
{
    private const int RunLength = 3;
    private static readonly PostingsShape[] Shapes = [new(0, false), new(1, false), new(1, true), new(2, false)];

    public static TheoryData<int, int, int> Lists => new()
    {
        { 0, 300, 2000 }, { 1, 300, 2000 }, { 2, 300, 2000 }, { 3, 300, 2000 }, // many terms
        { 0, 40_000, 3 }, { 1, 40_000, 3 }, { 2, 40_000, 3 }, { 3, 40_000, 3 }, // long chains, wide gaps
        { 0, 1, 1 }, { 2, 1, 1 }, { 2, 0, 1 },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Lists_hold_what_was_added_in_byte_order_of_the_terms(int shapeNumber, int docCount, int termCount)
    {
        foreach (var laneCount in (ReadOnlySpan<int>)[1, 2, 3]) AssertLists(shapeNumber, docCount, termCount, laneCount);
    }

    private static void AssertLists(int shapeNumber, int docCount, int termCount, int laneCount)
    {
        var shape = Shapes[shapeNumber];
        var random = new Random(docCount + shapeNumber);
        byte[][] terms = [.. Enumerable.Range(0, termCount).Select(_ => Term(random))];
        ListInverter[] lanes = [.. Enumerable.Range(0, laneCount).Select(_ => new ListInverter(shape))];
        var expected = new SortedDictionary<string, SortedDictionary<int, List<int>>>(StringComparer.Ordinal);
        for (var doc = 0; doc < docCount; doc++)
        {
            var position = 0;
            for (var count = random.Next(termCount > 3 ? 60 : 4); count > 0; count--)
            {
                // Far places of documents and positions take the long form of a word.
                var (rank, from) = (Math.Min(random.Next(termCount), random.Next(termCount)), random.Next(20));
                if (rank > 0 && termCount <= 3 && doc % 20_000 != 17) continue;
                position += random.Next(500) == 0 ? 100_000 : random.Next(3);
                var datum = shape.HasPositions ? position : random.Next(Math.Max(1, shape.SourceCount));
                lanes[doc / RunLength % laneCount].Add([.. terms[rank], .. new byte[from]], terms[rank].Length, doc, datum);
                var documents = Entry(expected, Convert.ToHexString(terms[rank]));
                if (!documents.TryGetValue(doc, out var data)) documents[doc] = data = [];
                data.Add(datum);
            }
        }

        var (dictionary, postings, positions) = (new MemorySink(), new MemorySink(), new MemorySink());
        var lists = LaneTerms.Of(lanes, shape);
        var merger = new TermIndexMerger(lists, new MergeEffort(laneCount, TermsPerRange: 100));
        merger.Merge(dictionary, postings, positions, [.. Enumerable.Range(0, shape.SourceCount).Select(_ => new byte[docCount])]);
        var plain = (new MemorySink(), new MemorySink(), new MemorySink());
        WritePlainly(expected, shape, plain, docCount);

        Assert.Equal(expected.Count, merger.TermCount);
        Assert.Equal(Bytes(plain.Item1), Bytes(dictionary));
        Assert.Equal(Bytes(plain.Item2), Bytes(postings));
        Assert.Equal(Bytes(plain.Item3), Bytes(positions));
        if (shape.SourceCount == 0) AssertOrdinals(lists.Ordinals(docCount, merger.NewOrdinals), expected, docCount);
    }

    private static SortedDictionary<int, List<int>> Entry(SortedDictionary<string, SortedDictionary<int, List<int>>> terms, string term)
    {
        if (!terms.TryGetValue(term, out var documents)) terms[term] = documents = [];
        return documents;
    }

    /// <summary>Of every length, with beginnings in common and zeros at the end.</summary>
    private static byte[] Term(Random random)
    {
        var term = new byte[random.Next(1, random.Next(3) == 0 ? 40 : 10)];
        for (var i = 0; i < term.Length; i++) term[i] = (byte)(i < 15 && random.Next(4) > 0 ? 'a' : i == term.Length - 1 ? 0 : random.Next(256));
        return term;
    }

    private static void WritePlainly(
        SortedDictionary<string, SortedDictionary<int, List<int>>> terms, PostingsShape shape, (MemorySink Terms, MemorySink Postings, MemorySink Positions) to, int docCount)
    {
        var termsWriter = new TermsWriter(to.Terms);
        var writer = new PostingsWriter(shape, to.Postings, shape.HasPositions ? to.Positions : null, [.. Enumerable.Range(0, shape.SourceCount).Select(_ => new byte[docCount])]);
        foreach (var (term, documents) in terms)
        {
            foreach (var (doc, data) in documents)
            {
                int[] frequencies = [.. Enumerable.Range(0, shape.SourceCount).Select(source => shape.HasPositions ? data.Count : data.Count(datum => datum == source))];
                writer.Add(doc, frequencies);
                if (shape.HasPositions) data.ForEach(writer.AddPosition);
            }

            termsWriter.Add(Convert.FromHexString(term), writer.FinishTerm());
        }

        termsWriter.Finish();
    }

    private static void AssertOrdinals(OrdinalTable table, SortedDictionary<string, SortedDictionary<int, List<int>>> expected, int docCount)
    {
        var documents = expected.Values.ToList();
        var byDoc = Enumerable.Range(0, docCount).Select(_ => new List<int>()).ToList();
        for (var ordinal = 0; ordinal < documents.Count; ordinal++)
        {
            foreach (var doc in documents[ordinal].Keys) byDoc[doc].Add(ordinal);
        }

        Assert.Equal(docCount, table.DocCount);
        for (var doc = 0; doc < docCount; doc++) Assert.True(table[doc].SequenceEqual(byDoc[doc].ToArray()));
        Assert.Equal(byDoc.All(ordinals => ordinals.Count <= 1), table.IsSingle);
    }

    private static byte[] Bytes(MemorySink sink) => MemoryRegion.Of(sink).Span(0, (int)sink.Position).ToArray();
}
