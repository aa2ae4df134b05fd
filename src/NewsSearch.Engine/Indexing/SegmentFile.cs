using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Indexing;

/// <summary>Writes a segment that lasts: its sections, the pairs of its frequent words, the footer. A file that is not finished is deleted.</summary>
internal static class SegmentFile
{
    public static SegmentEntry Write(IndexDirectory directory, IndexSchema schema, string name, int docCount, Action<SectionFileWriter> writeSections)
    {
        var isDone = false;
        try
        {
            using var file = new SectionFileWriter(directory, name);
            writeSections(file);
            PairWriter.Write(file, schema, docCount);
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
