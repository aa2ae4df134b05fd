using NewsSearch.Ingest.Rebuilding;

namespace NewsSearch.Ingest.Tests.Rebuilding;

public sealed class JournalTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Folders.Repository, "tests", "NewsSearch.Ingest.Tests", "Rebuilding", "Unfinished-1");

    private readonly TemporaryFolder _folder = new();

    /// <summary>Frozen: a change of its meaning is another version and another sample.</summary>
    [Fact]
    public void The_sample_of_version_1_reads_as_it_was_written()
    {
        var lines = Journal.Read(Path.Combine(Sample, "rebuild.journal")).ToList();

        Assert.Equal((1, "00ff"), (lines[0].Version, lines[0].Settings));
        Assert.Equal(new Rejection("in.jsonl", "line 2", "It is not valid JSON, at byte 2."), lines[2].Rejected);
        var last = new Resumption(lines[3].Checkpoint!, lines[3].End);
        Assert.Equivalent(
            new Checkpoint
            {
                Spooled = 2,
                SpoolByteLength = new FileInfo(Path.Combine(Sample, "rebuild.spool")).Length,
                SpoolChecksum = last.Checkpoint.SpoolChecksum,
                File = 0,
                Files = "0123456789abcdef",
                Taken = 2,
                Rejections = 1,
                RejectionsBefore = 0,
                Counts = new CountsState { Articles = new() { ["JSON Lines"] = 2 }, Skipped = new() { ["WARC request"] = 2 } },
            },
            last.Checkpoint,
            strict: true);
        var unfinished = new Unfinished(Sample);
        Assert.Equal(["1", "2"], unfinished.Lines(last).Select(line => new SpooledLine(line.Line, null).Read().Id));
        Assert.Single(unfinished.Rejections(last));
    }

    [Fact]
    public void What_is_written_is_read_up_to_any_damage_and_nothing_is_raised()
    {
        var path = Path.Combine(_folder.Path, "rebuild.journal");
        using (var journal = new Journal(path, 0))
        {
            journal.Begin("settings");
            for (var number = 0; number < 20; number++) journal.Reject(new Rejection("f", $"line {number}", "“reason”\n"));
            journal.Mark(new Checkpoint { Spooled = 3 });
        }
        var (whole, random) = (File.ReadAllBytes(path), new Random(19));
        var lines = Journal.Read(path).ToList();
        Assert.Equal(22, lines.Count);
        for (var round = 0; round < 500; round++)
        {
            var at = random.Next(whole.Length);
            byte[] damaged = round % 3 == 0 ? whole[..at] : [.. whole[..at], (byte)random.Next(256), .. whole[(round % 3 == 1 ? at + 1 : at)..]];
            File.WriteAllBytes(path, damaged);

            var read = Journal.Read(path).ToList();

            if (damaged.AsSpan().SequenceEqual(whole)) continue;
            Assert.Equal(lines.TakeWhile(line => line.End <= at), read.Take(lines.Count(line => line.End <= at)));
            Assert.InRange(read.Count, 0, lines.Count(line => line.End <= at) + 1); // a byte put in before a line feed may be one
        }
    }

    public void Dispose() => _folder.Dispose();
}
