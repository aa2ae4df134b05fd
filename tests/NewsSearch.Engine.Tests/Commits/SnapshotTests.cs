using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Commits;

public sealed class SnapshotTests
{
    [LinuxFact]
    public void A_snapshot_that_cannot_be_opened_leaves_no_file_mapped()
    {
        using var folder = new TemporaryFolder();
        var directory = new FileIndexDirectory(folder.Path);
        SampleIndex.Build(directory); // its segments are whole, but have other sections

        Assert.Throws<IndexFormatException>(() => new CommitStore(directory).OpenLatest(commit => Snapshot.Open(directory, commit with { Schema = SchemaJson.Write(SampleSchema.Schema) })));

        Assert.DoesNotContain(folder.Path, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_costs_the_same_however_many_documents_and_terms_there_are()
    {
        var few = BytesToOpen(docs: 300, areSomeDeleted: false);
        var many = BytesToOpen(docs: 3000, areSomeDeleted: false);
        var manyDeleted = BytesToOpen(docs: 3000, areSomeDeleted: true);

        Assert.InRange(many, 0, few + 512); // digits of the numbers in names
        Assert.InRange(manyDeleted, 0, few + 512 + (3 * 3000 / 8)); // the commit is read whole, and holds a bit a document
    }

    /// <summary>What opening such an index allocates: reading is of mapped files, so whatever it kept of them would show.</summary>
    private static long BytesToOpen(int docs, bool areSomeDeleted)
    {
        using var folder = new TemporaryFolder();
        var directory = new FileIndexDirectory(folder.Path);
        using (var writer = IndexWriter.Open(directory, SampleSchema.Schema, new WriterOptions("test")))
        {
            for (var doc = 0; doc < docs; doc++) writer.Add(SampleSchema.Document($"key{doc}", $"title{doc}", $"body{doc} word{doc % 7}"));
            writer.Commit();
            if (areSomeDeleted) writer.Delete("key1");
            writer.Commit();
        }

        Open().Dispose(); // what is made once a process
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var opened = Open();
        return GC.GetAllocatedBytesForCurrentThread() - before;

        Snapshot Open() => new CommitStore(directory).OpenLatest(commit => Snapshot.Open(directory, commit));
    }
}
