using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Commits;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Readers_and_Verify_never_fail_beside_a_writer_that_commits_prunes_and_switches()
    {
        var directory = new FileIndexDirectory(_folder.Path);
        var store = SampleIndex.Build(directory);
        using var written = new CancellationTokenSource();
        using var firstReads = new CountdownEvent(3);
        var readers = Enumerable.Range(0, firstReads.InitialCount)
            .Select(_ => Task.Factory.StartNew(ReadUntilWritten, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        firstReads.Wait(TimeSpan.FromSeconds(30));

        for (var round = 0; round < 20; round++)
        {
            var generation = store.NewGeneration();
            for (var number = 1; number <= 4; number++)
            {
                var entry = SampleIndex.WriteSegment(directory, generation, number);
                store.Write(SampleIndex.CommitOf(generation, number, entry));
                if (number == 2)
                    store.SwitchTo(generation, keepOld: round % 2 == 0);
            }
        }
        await written.CancelAsync();

        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 1));

        // Each snapshot is of one commit: what stands in the segment can be told from the commit's number.
        int ReadUntilWritten()
        {
            var reads = 0;
            for (var last = (Generation: "", Number: 0L); !written.IsCancellationRequested; reads++)
            {
                last = store.OpenLatest(commit =>
                {
                    var files = SectionFile.OpenAll(directory, commit.Segments);
                    if (commit.Generation != "gen-0001")
                        Assert.Equal(SampleIndex.LongContent(commit.Number), files[0].Section("long").SpanUpTo(0, 1000));
                    foreach (var file in files)
                        file.Dispose();
                    Assert.True(string.CompareOrdinal(last.Generation, commit.Generation) <= 0);
                    Assert.True(last.Generation != commit.Generation || last.Number <= commit.Number);
                    return (commit.Generation, commit.Number);
                });
                Assert.Empty(SampleIndex.Problems(directory));
                if (reads == 0)
                    firstReads.Signal();
            }
            return reads;
        }
    }
}
