using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Tests.Bits;
using NewsSearch.Engine.Tests.Commits;

namespace NewsSearch.Engine.Tests.Segments;

public sealed class SpillSinkTests
{
    private const string Name = "gen-0001/000009.seg.terms.tmp";

    [Theory]
    [InlineData(1000)]
    [InlineData(100_000)]
    [InlineData(int.MaxValue)]
    public void What_was_written_comes_back_and_the_file_goes(int keptBytes)
    {
        var directory = new FaultyDirectory();
        var random = new Random(3);
        var expected = new List<byte>();
        var copy = new MemorySink();
        using (var sink = new SpillSink(directory, Name, keptBytes))
        {
            for (var i = 0; i < 200; i++)
            {
                var bytes = new byte[random.Next(3000)];
                random.NextBytes(bytes);
                sink.Write(bytes);
                expected.AddRange(bytes);
                Assert.Equal(expected.Count, sink.Position);
            }

            Assert.Equal(keptBytes < expected.Count, directory.Exists(Name));
            sink.CopyTo(copy);
        }

        Assert.True(MemoryRegion.Of(copy).Span(0, expected.Count).SequenceEqual(expected.ToArray()));
        Assert.Empty(directory.Files);
    }

    [Fact]
    public void What_a_crash_left_is_deleted_unless_its_segment_is_being_written()
    {
        var directory = new FaultyDirectory();
        var store = SampleIndex.Build(directory);
        foreach (var name in (string[])[Name, "gen-0001/000008.seg.positions.tmp", "gen-0001/notes.seg.tmp"]) directory.Create(name).Dispose();

        store.RemoveUnused("gen-0001", ["gen-0001/000009.seg"]);

        Assert.Equal([Name, "gen-0001/notes.seg.tmp"], directory.Files.Where(file => file.EndsWith(".tmp", StringComparison.Ordinal)));
    }
}
