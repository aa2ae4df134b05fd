using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Tests.Commits;

namespace NewsSearch.Engine.Tests.Segments;

public sealed class SectionFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FileIndexDirectory _directory;

    public SectionFileTests() => _directory = new FileIndexDirectory(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sections_come_back_as_they_were_written()
    {
        var entry = SampleIndex.WriteSegment(_directory, "gen-0001", 7);

        using var file = SectionFile.Open(_directory, entry);

        Assert.Equal(["empty", "short", "long"], file.SectionNames);
        Assert.Equal(0, file.Section("empty").ByteLength);
        Assert.Equal(SampleIndex.ShortContent(7), Bytes(file.Section("short")));
        Assert.Equal(SampleIndex.LongContent(7), Bytes(file.Section("long")));
        Assert.True(file.Has("short"));
        Assert.False(file.Has("other"));
        Assert.Throws<IndexFormatException>(() => file.Section("other"));
        file.Verify(CancellationToken.None);
    }

    [Fact]
    public void Sections_longer_than_every_buffer_come_back_as_they_were_written()
    {
        var content = new byte[3_000_001];
        new Random(1).NextBytes(content);
        using (var writer = new SectionFileWriter(_directory, "a.seg"))
        {
            var sink = writer.Begin("all");
            var at = 0;
            for (var length = 1; at < content.Length; at += length, length = Math.Min(length * 3, content.Length - at))
            {
                Assert.Equal(at, sink.Position);
                sink.Write(content.AsSpan(at, length));
            }
            writer.End();
            writer.Finish();
            Assert.Equal(new FileInfo(_directory.PathOf("a.seg")).Length, writer.ByteLength);
        }

        using var file = SectionFile.Open(_directory, "a.seg");

        Assert.Equal(content, Bytes(file.Section("all")));
        file.Verify(CancellationToken.None);
    }

    [Fact]
    public void Every_section_starts_at_a_multiple_of_64_bytes()
    {
        using var file = SectionFile.Open(_directory, SampleIndex.WriteSegment(_directory, "gen-0001", 7));

        Assert.All(file.SectionNames, name => Assert.Equal(0, file.Section(name).Start % 64));
    }

    [Fact]
    public void A_file_without_sections_is_whole()
    {
        using (var writer = new SectionFileWriter(_directory, "a.seg", "other"))
            writer.Finish();

        using var file = SectionFile.Open(_directory, "a.seg", "other");

        Assert.Empty(file.SectionNames);
        Assert.Throws<IndexFormatException>(() => SectionFile.Open(_directory, "a.seg"));
    }

    [Fact]
    public void An_unfinished_file_cannot_be_opened()
    {
        using (var writer = new SectionFileWriter(_directory, "a.seg"))
        {
            writer.Begin("short").Write(new byte[1000]);
            writer.End();
        }

        Assert.Throws<IndexFormatException>(() => SectionFile.Open(_directory, "a.seg"));
    }

    [Fact]
    public void A_file_that_stands_in_anothers_place_is_refused()
    {
        var entry = SampleIndex.WriteSegment(_directory, "gen-0001", 1);
        var other = SampleIndex.WriteSegment(_directory, "gen-0001", 2);
        _directory.Rename(other.Name, entry.Name);

        var error = Assert.Throws<IndexFormatException>(() => SectionFile.Open(_directory, entry));

        Assert.Equal(entry.ByteLength, other.ByteLength);
        Assert.Equal(_directory.PathOf(entry.Name), error.Path);
    }

    [Fact]
    public void A_deleted_file_stays_readable_until_its_last_holder_lets_go()
    {
        var file = SectionFile.Open(_directory, SampleIndex.WriteSegment(_directory, "gen-0001", 7));
        file.Acquire();
        file.Dispose();
        file.Dispose();
        _directory.Delete(file.Name);
        var section = file.Section("long");
        Assert.Equal(SampleIndex.LongContent(7), Bytes(section));

        file.Release();

        Assert.Throws<ObjectDisposedException>(() => Bytes(section));
        Assert.Throws<ObjectDisposedException>(file.Acquire);
    }

    [Fact]
    public void Reading_behind_the_end_is_an_error_that_names_file_and_place()
    {
        using var file = SectionFile.Open(_directory, SampleIndex.WriteSegment(_directory, "gen-0001", 7));
        using var mapped = new Holder(_directory.Map(file.Name));

        var error = Assert.Throws<IndexFormatException>(() => Read(mapped.File, mapped.File.ByteLength - 1, 2));

        Assert.Equal((file.Path, file.ByteLength - 1), (error.Path, error.Offset));
        Assert.Throws<IndexFormatException>(() => Read(mapped.File, 0, -1));
        Assert.Throws<IndexFormatException>(() => Read(mapped.File, -1, 1));
        Assert.Throws<IndexFormatException>(() => Read(mapped.File, long.MaxValue, int.MaxValue));
    }

    [Fact]
    public void Verify_stops_when_told_to()
    {
        using var file = SectionFile.Open(_directory, SampleIndex.WriteSegment(_directory, "gen-0001", 7));

        Assert.Throws<OperationCanceledException>(() => file.Verify(new CancellationToken(canceled: true)));
    }

    private static byte[] Bytes(ByteRegion region) => region.Span(0, (int)region.ByteLength).ToArray();

    private static byte Read(MappedFile file, long offset, int byteLength) => file.Span(offset, byteLength)[0];

    private sealed class Holder(MappedFile file) : IDisposable
    {
        public MappedFile File => file;

        public void Dispose() => file.Release();
    }
}
