using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Indexing.Inversion;

/// <summary>What one thread has gathered of a list, its terms in byte order. Read by any number of threads.</summary>
internal sealed class InvertedTerms(TermHash terms, OccurrenceLog log, PostingsShape shape)
{
    private readonly int[] _ids = terms.Sorted();

    public int Count => _ids.Length;

    public ITermCursor Cursor() => new TermOrder(terms, _ids);

    /// <summary>The occurrences of the term of an ordinal, from its first document on.</summary>
    public OccurrenceLog.Reader Open(int ordinal)
    {
        var occurrences = log.Read(terms[_ids[ordinal]].Occurrences);
        occurrences.Next();
        return occurrences;
    }

    /// <summary>Writes the documents below <paramref name="end"/>, and leaves the occurrences on the first behind them.</summary>
    public void WriteTo(PostingsWriter writer, ref OccurrenceLog.Reader occurrences, DocId end)
    {
        if (shape.HasPositions) WritePositions(writer, ref occurrences, end);
        else WriteFrequencies(writer, ref occurrences, end);
    }

    private static void WritePositions(PostingsWriter writer, ref OccurrenceLog.Reader occurrences, DocId end)
    {
        while (occurrences.Doc < end)
        {
            var doc = occurrences.Doc;
            writer.Start(doc);
            do
            {
                writer.AddGap(occurrences.Datum);
                occurrences.Next();
            }
            while (occurrences.Doc == doc);
        }
    }

    private void WriteFrequencies(PostingsWriter writer, ref OccurrenceLog.Reader occurrences, DocId end)
    {
        Span<int> frequencies = (stackalloc int[2])[..shape.SourceCount];
        while (occurrences.Doc < end)
        {
            var doc = occurrences.Doc;
            frequencies.Clear();
            do
            {
                if (shape.SourceCount > 0) frequencies[(int)occurrences.Datum]++;
                occurrences.Next();
            }
            while (occurrences.Doc == doc);
            writer.Add(doc, frequencies);
        }
    }

    private sealed class TermOrder(TermHash terms, int[] ids) : ITermCursor
    {
        public ReadOnlySpan<byte> Term => terms.Bytes(ids[Ordinal]);

        public int Ordinal { get; private set; } = -1;

        public bool Next()
        {
            if (Ordinal + 1 >= ids.Length) return false;
            Ordinal++;
            return true;
        }

        public bool SeekCeiling(ReadOnlySpan<byte> term)
        {
            var (from, to) = (0, ids.Length);
            while (from < to)
            {
                var middle = (from + to) / 2;
                if (terms.Bytes(ids[middle]).SequenceCompareTo(term) < 0) from = middle + 1;
                else to = middle;
            }

            if (from == ids.Length) return false;
            Ordinal = from;
            return true;
        }

        public void SeekOrdinal(int ordinal) => Ordinal = ordinal;
    }
}
