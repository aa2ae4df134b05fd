using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Indexing;

/// <summary>Writes a segment that lasts: its sections, the pairs of its frequent words, the footer. A file that is not finished is deleted.</summary>
internal static class SegmentFile
{
    /// <param name="directory">Where.</param>
    /// <param name="schema">What it holds.</param>
    /// <param name="name">The file.</param>
    /// <param name="docCount">Its documents.</param>
    /// <param name="threads">How many share the work; the bytes do not depend on it.</param>
    /// <param name="writeSections">Writes all sections but the pairs.</param>
    public static SegmentEntry Write(IndexDirectory directory, IndexSchema schema, string name, int docCount, int threads, Action<SectionFileWriter> writeSections)
    {
        var isDone = false;
        try
        {
            using var file = new SectionFileWriter(directory, name);
            writeSections(file);
            PairWriter.Write(file, schema, docCount, threads);
            file.Finish();
            isDone = true;
            return new SegmentEntry(name, docCount, file.ByteLength, [], file.FooterChecksum);
        }
        finally
        {
            if (!isDone) directory.TryDelete(name);
        }
    }
}
