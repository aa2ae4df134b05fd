using System.Globalization;
using System.IO.Compression;
using System.Text;
using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;

namespace NewsSearch.Ingest.Tests.Rebuilding;

/// <summary>A rebuild that is interrupted and goes on ends as one that was left alone.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _notes = [];

    private string Sources => Path.Combine(_folder.Path, "sources");

    private string Index => Path.Combine(_folder.Path, "index");

    private string Spool => Path.Combine(Index, "rebuild.spool");

    private string Journal => Path.Combine(Index, "rebuild.journal");

    [Fact]
    public void Interrupted_anywhere_and_any_number_of_times_it_ends_as_if_left_alone()
    {
        WriteSources(seed: 81);
        var expected = Outcome.Of(Run(goesOn: false));
        Assert.True(expected is { Articles.Count: > 150, Rejections.Count: > 20 });
        var random = new Random(82);
        for (var round = 0; round < 12; round++)
        {
            var interruptions = 0;
            for (var goesOn = false; ; goesOn = true)
            {
                var run = Run(goesOn, interruptAfter: random.Next(round < 6 ? 100 : 400), checkpointBytes: random.Next(1, 20_000));
                if (run.Report is not null)
                {
                    expected.AssertSame(Outcome.Of(run));
                    break;
                }
                interruptions++;
                Assert.Equal(File.Exists(Journal), File.Exists(Spool)); // neither, where it was interrupted before anything was read
            }
            if (round == 0) Assert.True(interruptions > 0);
            Assert.False(File.Exists(Journal) || File.Exists(Spool));
        }
    }

    [Fact]
    public void A_spool_or_journal_that_was_cut_or_damaged_falls_back_to_what_is_whole()
    {
        WriteSources(seed: 83);
        var expected = Outcome.Of(Run(goesOn: false));
        var random = new Random(84);
        for (var round = 0; round < 24; round++)
        {
            Run(goesOn: false, interruptAfter: 150, checkpointBytes: 3000);
            var path = round % 2 == 0 ? Spool : Journal;
            var bytes = File.ReadAllBytes(path);
            var at = random.Next(bytes.Length);
            if (round % 4 < 2) bytes = bytes[..at];
            else bytes[at] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(path, bytes);

            expected.AssertSame(Outcome.Of(Run(goesOn: true)));
        }
    }

    [Fact]
    public void What_was_read_is_not_read_again()
    {
        WriteSources(seed: 85);
        var uninterrupted = Run(goesOn: false).Made;
        Run(goesOn: false, interruptAfter: 200);

        var run = Run(goesOn: true);

        Assert.InRange(run.Made, 1, uninterrupted - 100);
        Assert.StartsWith("Going on after ", Assert.Single(_notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_that_changed_since_are_read_again_and_the_note_says_so()
    {
        WriteSources(seed: 86);
        Run(goesOn: false, interruptAfter: 200, checkpointBytes: 2000);
        var changed = Path.Combine(Sources, "part2.jsonl");
        File.WriteAllText(changed, File.ReadAllText(changed).Replace("harbour", "bridge", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(Sources, "part3b.txt"), "A new file about the harbour, which came in between.");

        var resumed = Run(goesOn: true);

        Assert.Equal(["Some of the sources are not as they were; these and all after them are read again.", "Going on after "], _notes.Select(note => note[..Math.Min(note.Length, note.StartsWith('G') ? 15 : 200)]));
        Outcome.Of(Run(goesOn: false)).AssertSame(Outcome.Of(resumed));
        Assert.Contains(resumed.Writer.Articles, article => article.Body.Contains("bridge", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_settings_or_none_to_go_on_with_begin_anew_and_the_note_says_so()
    {
        WriteSources(seed: 87);
        var expected = Outcome.Of(Run(goesOn: true));
        Assert.StartsWith("There is no unfinished rebuild", Assert.Single(_notes), StringComparison.Ordinal);
        Run(goesOn: false, interruptAfter: 100);

        _notes.Clear();
        expected.AssertSame(Outcome.Of(Run(goesOn: false)));
        Assert.StartsWith("There is an unfinished rebuild, which --resume", Assert.Single(_notes), StringComparison.Ordinal);

        Run(goesOn: false, interruptAfter: 100);
        _notes.Clear();
        expected.AssertSame(Outcome.Of(Run(goesOn: true, map: FieldMap.Parse(["section=rubric"]))));
        Assert.StartsWith("The unfinished rebuild had other sources or settings", Assert.Single(_notes), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private RunOutcome Run(bool goesOn, int interruptAfter = int.MaxValue, int checkpointBytes = 1 << 20, FieldMap? map = null)
    {
        using var interruption = new CancellationTokenSource();
        var entities = new CountingExtractor(interruptAfter, interruption);
        var pipeline = new IngestPipeline(entities, FixedClock.Spring2024, workers: 2).With(map ?? FieldMap.Empty);
        var (writer, rejections) = (new ListWriter(), new List<Rejection>());
        try
        {
            var report = Rebuild.Run(pipeline, [Sources], writer, Index, rejections.Add, new RebuildOptions { GoesOn = goesOn, Note = _notes.Add, CheckpointBytes = checkpointBytes }, cancellation: interruption.Token);
            return new RunOutcome(report, writer, rejections, entities.Count);
        }
        catch (OperationCanceledException)
        {
            return new RunOutcome(null, writer, rejections, entities.Count);
        }
    }

    /// <summary>Files of several formats: articles, some again, some changed, some with an id that is taken, lines that are none, empty ones, boilerplate.</summary>
    private void WriteSources(int seed)
    {
        if (Directory.Exists(Sources)) Directory.Delete(Sources, recursive: true);
        Directory.CreateDirectory(Sources);
        var random = new Random(seed);
        for (var part = 0; part < 5; part++)
        {
            var lines = string.Concat(Enumerable.Range(0, 60).Select(_ => Line(random) + "\n"));
            File.WriteAllText(Path.Combine(Sources, $"part{part}.jsonl"), lines);
        }
        using (var packed = new GZipStream(File.Create(Path.Combine(Sources, "part3a.jsonl.gz")), CompressionLevel.Fastest))
            packed.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20).Select(_ => Line(random) + "\n"))).AsSpan(5));
        foreach (var (name, pages) in (ReadOnlySpan<(string, int)>)[("part1a.warc", 25), ("part2a.warc", 40)])
            File.WriteAllText(Path.Combine(Sources, name), string.Concat(Enumerable.Range(0, pages).Select(_ => WarcRecord(random.Next(40)))));
        for (var number = 0; number < 8; number++) File.WriteAllText(Path.Combine(Sources, $"part3c{number}.txt"), number % 3 == 0 ? " " : $"Harbour opens again {number}\n\nThe harbour opened again on day {random.Next(1000)}, said everyone.");
    }

    private static string Line(Random random)
    {
        var number = random.Next(150);
        var version = random.Next(3);
        return random.Next(12) switch
        {
            0 => "{ nonsense",
            1 => "{\"title\":\"\",\"body\":\"\"}",
            2 => "",
            < 6 => string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{number}}","body":"The harbour of town {{number}} opened.\n\nVersion {{version}}."}"""),
            _ => string.Create(CultureInfo.InvariantCulture, $$"""{"url":"https://example.org/{{number}}?utm_source={{version}}","title":"Report {{(char)('A' + number % 26)}}x{{number}}","body":"Street {{number}} was new {{version}}.\n\nSubscribe to The Tide!","outlet":"The Tide","date":"2024-02-{{1 + ((number + version) % 20):00}}","section":"World"}"""),
        };
    }

    /// <summary>The same page often comes again, in the same archive and in the other.</summary>
    private static string WarcRecord(int number)
    {
        var answer = $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head><title>Tower {number}</title></head><body><article><h1>Tower {number}</h1><p>The tower of town {number} was built again, and all who live there came to see how high it had become since spring.</p></article></body></html>";
        return string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/tower/{number}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {answer.Length}\r\n\r\n{answer}\r\n\r\n");
    }

    private sealed record RunOutcome(RebuildReport? Report, ListWriter Writer, List<Rejection> Rejections, int Made);

    /// <summary>All that a rebuild leaves behind, as text that can be compared.</summary>
    private sealed record Outcome(List<string> Articles, List<string> Shown, List<Rejection> Rejections, string Counts, string Repetitions, string Learned)
    {
        public static Outcome Of(RunOutcome run)
        {
            var report = run.Report!;
            return new Outcome(
                run.Writer.Articles.ConvertAll(article => Encoding.UTF8.GetString(ArticleJson.ToUtf8(article))),
                run.Writer.Shown,
                [.. run.Rejections.OrderBy(rejection => rejection.ToString(), StringComparer.Ordinal)], // readers are ahead of the articles, by how much is chance
                string.Join('\n', [report.Articles, report.Rejected, report.OutletCount, report.Boilerplate, report.BoilerplateRemoved, .. report.Counts.Formats, .. report.Counts.Skipped, .. report.Outlets, .. report.Years]),
                string.Join('\n', [report.Repetitions.Same, report.Repetitions.Newer, report.Repetitions.Older, report.Repetitions.Renamed, .. report.Repetitions.First]),
                string.Join('\n', run.Writer.Learned.Boilerplate));
        }

        public void AssertSame(Outcome other)
        {
            Assert.Equal(Articles, other.Articles);
            Assert.Equal(Shown, other.Shown);
            Assert.Equal(Rejections, other.Rejections);
            Assert.Equal((Counts, Repetitions, Learned), (other.Counts, other.Repetitions, other.Learned));
        }
    }

    /// <summary>Finds nothing; interrupts the run at some article.</summary>
    private sealed class CountingExtractor(int interruptAfter, CancellationTokenSource interruption) : IEntityExtractor
    {
        private int _count;

        public int Count => _count;

        public EntityMentions Extract(Article article)
        {
            if (Interlocked.Increment(ref _count) > interruptAfter) interruption.Cancel();
            return EntityMentions.None;
        }
    }
}
