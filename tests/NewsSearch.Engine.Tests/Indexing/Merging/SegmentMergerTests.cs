using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Indexing;
using NewsSearch.Engine.Indexing.Merging;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Indexing.Merging;

public sealed class SegmentMergerTests
{
    private readonly FaultyDirectory _directory = new();

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Merged_segments_are_byte_for_byte_the_segment_built_at_once(int seed)
    {
        var random = new Random(seed);
        var documents = Documents(random, 400);
        var parts = new List<(SegmentReader, DocSet?)>();
        for (var at = 0; at < documents.Count;)
        {
            var count = Math.Min(random.Next(1, 200), documents.Count - at);
            parts.Add((Build($"part {parts.Count}", documents.GetRange(at, count)), null));
            at += count;
        }

        Build("whole", documents);
        Merge("merged", parts);

        Assert.Equal(_directory.Content("whole"), _directory.Content("merged"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_its_deleted_documents_a_merge_differs_from_a_segment_without_them_in_totals_and_languages_alone(int seed)
    {
        var random = new Random(seed);
        var documents = Documents(random, 300);
        var deleted = new DocSet(300);
        for (var doc = 0; doc < 300; doc++)
        {
            if (random.Next(3) == 0) deleted.Add(doc);
        }

        var reader = Build("all", documents);
        using var living = SectionFile.Open(_directory, BuildFile("living", documents.Where((_, doc) => !deleted.Contains(doc))));
        using var merged = SectionFile.Open(_directory, Merge("merged", [(reader, deleted)]));

        Assert.Equal(living.SectionNames, merged.SectionNames);
        foreach (var name in living.SectionNames.Where(name => name != SegmentSections.Info))
            Assert.True(Bytes(living.Section(name)).SequenceEqual(Bytes(merged.Section(name))), $"seed {seed}: section {name} differs");
    }

    private static ReadOnlySpan<byte> Bytes(ByteRegion region) => region.Span(0, (int)region.ByteLength);

    private static List<IndexDocument> Documents(Random random, int count)
    {
        var documents = new RandomDocuments(random);
        return [.. Enumerable.Range(0, count).Select(i => documents.Next($"key {i}", $"{i}"))];
    }

    private SegmentReader Build(string name, List<IndexDocument> documents) =>
        new(SectionFile.Open(_directory, BuildFile(name, documents)), SampleSchema.Schema, documents.Count);

    private string BuildFile(string name, IEnumerable<IndexDocument> documents)
    {
        var builder = new SegmentBuilder(SampleSchema.Schema);
        builder.Add([.. documents]);
        return Write(name, builder.Write);
    }

    private string Merge(string name, IReadOnlyList<(SegmentReader Reader, DocSet? Deleted)> segments) =>
        Write(name, new SegmentMerger(SampleSchema.Schema, segments, new MergeEffort(Threads: 3, TermsPerRange: 40)).Write);

    private string Write(string name, Action<SectionFileWriter> write)
    {
        using var file = new SectionFileWriter(_directory, name);
        write(file);
        file.Finish();
        return name;
    }
}
