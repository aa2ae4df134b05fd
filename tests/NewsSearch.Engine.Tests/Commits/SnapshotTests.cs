using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Segments;
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

        Assert.Throws<IndexFormatException>(() => new CommitStore(directory).OpenLatest(commit => Snapshot.Open(directory, commit)));

        Assert.DoesNotContain(folder.Path, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
    }
}
