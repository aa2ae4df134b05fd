using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Indexing;

/// <summary>Adds the pairs of frequent words to a segment whose lists are written: reads them back, joins them, writes three sections a list.</summary>
internal static class PairWriter
{
    private static readonly PostingsShape Shape = new(1, true);

    /// <summary>Requires: all lists and lengths of the segment stand in the file.</summary>
    /// <param name="file">The segment's.</param>
    /// <param name="schema">Its lists.</param>
    /// <param name="docCount">Documents of the segment.</param>
    /// <param name="threads">So many runs of documents are joined side by side; the bytes do not depend on it.</param>
    public static void Write(SectionFileWriter file, IndexSchema schema, int docCount, int threads)
    {
        if (docCount < PairFormat.LeastDocs) return;
        using var written = file.MapWritten();
        foreach (var list in schema.Lists)
        {
            if (!list.HasPositions) continue;
            var terms = new TermsReader(written.Section(SegmentSections.Terms(list.Name)));
            var postings = new PostingsReader(Shape, written.Section(SegmentSections.Postings(list.Name)), written.Section(SegmentSections.Positions(list.Name)), docCount);
            var lengthCodes = written.Section(SegmentSections.Lengths(list.Texts[0])).Span(0, docCount).ToArray();
            var words = MostFrequent(terms, docCount);
            if (words.Count == 0) continue;
            var collectors = Collected(words, postings, docCount, threads, written.Forget);
            TermIndexWriter.Write(
                file, SegmentSections.PairPostings(list.Name), SegmentSections.Pairs(list.Name), SegmentSections.PairPositions(list.Name),
                (table, pairs, positions) => Write(words, collectors, table, new PostingsWriter(Shape, pairs, positions, [lengthCodes])));
        }
    }

    /// <summary>A collector for each run of documents, in their order.</summary>
    private static PairCollector[] Collected(List<Word> words, PostingsReader postings, int docCount, int threads, Action forget)
    {
        var collectors = new PairCollector[threads];
        var length = (docCount + threads - 1) / threads;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, run =>
        {
            collectors[run] = new PairCollector([.. words.Select(word => postings.Open(word.Entry))]);
            collectors[run].Collect(Math.Min(run * length, docCount), Math.Min((run + 1) * length, docCount), forget);
        });
        return collectors;
    }

    private static void Write(List<Word> words, PairCollector[] collectors, ByteSink into, PostingsWriter writer)
    {
        var table = new ByteBuffer();
        table.Write((byte)words.Count);
        foreach (var word in words)
        {
            table.WriteVarInt(word.Term.Length);
            table.Write(word.Term);
        }

        for (var pair = 0; pair < words.Count * words.Count; pair++)
        {
            var isThere = false;
            foreach (var collector in collectors) isThere |= collector.WriteTo(writer, pair / words.Count, pair % words.Count);
            var entry = isThere ? writer.FinishTerm() : default;
            table.WriteUInt32((uint)entry.DocCount);
            table.WriteUInt64((ulong)entry.Postings);
            table.WriteUInt64((ulong)entry.Positions);
        }

        into.Write(table.Written);
    }

    /// <summary>The words in most documents, in byte order.</summary>
    private static List<Word> MostFrequent(TermsReader terms, int docCount)
    {
        var most = new PriorityQueue<Word, int>();
        var least = Math.Max(PairFormat.LeastDocs, docCount / PairFormat.OneIn);
        for (var cursor = terms.Cursor(); cursor.Next();)
        {
            if (cursor.Entry.DocCount < least) continue;
            most.Enqueue(new Word(cursor.Term.ToArray(), cursor.Entry), cursor.Entry.DocCount);
            if (most.Count > PairFormat.MaxWords) most.Dequeue();
        }

        return [.. most.UnorderedItems.Select(item => item.Element).OrderBy(word => word.Entry.Postings)];
    }

    private sealed record Word(byte[] Term, TermEntry Entry);
}
