using System.Text;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Stored;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Commits;

/// <summary>A whole writer's work (add, replace, delete, merge, rebuild), ended at every single operation.</summary>
public sealed class WriterCrashTests
{
    private const string NoIndex = "no index";
    private static readonly string[] Keys = ["a", "b", "c", "d", "z"];

    private static readonly IndexSchema Schema = new(
        [new TextField("text")], [new TermList("text", TermForm.Exact, ["text"], HasPositions: true)],
        [new KeywordField("id")], [new NumberField("version")], [new StoredField("shown", IsHead: true)], KeyField: "id");

    /// <summary>What a reader sees before the first commit and after each.</summary>
    private static readonly string[] States = [NoIndex, "a1 b1 c1", "a1 b2 c1", "b2 c1", "b3 d1", "a4 b3 d1"];

    /// <summary>One thread and room for all documents; or three, and a budget that sends each document to the disk on its own.</summary>
    public static TheoryData<int, long> Options => new() { { 1, 1L << 20 }, { 3, 1 } };

    [Theory]
    [MemberData(nameof(Options))]
    public void After_a_kill_at_any_operation_the_index_is_at_the_last_commit_and_the_next_writer_carries_on(int threads, long budgetBytes)
    {
        var options = Of(threads, budgetBytes);
        var operations = OperationsOfWholeRun(options);
        for (var operation = 0; operation < operations; operation++)
        {
            var directory = new FaultyDirectory { FailAt = operation, FailsForGood = true };

            var finished = RunUntilItFails(directory, options);

            directory.Repair();
            AssertWholeAndUsable(directory, finished, $"killed at operation {operation}");
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void After_a_power_cut_at_any_operation_the_index_is_at_the_last_commit_and_the_next_writer_carries_on(int threads, long budgetBytes)
    {
        var options = Of(threads, budgetBytes);
        var operations = OperationsOfWholeRun(options);
        for (var operation = 0; operation < operations; operation++)
        {
            foreach (var survival in Enum.GetValues<Survival>())
            {
                var directory = new FaultyDirectory { FailAt = operation, FailsForGood = true };

                var finished = RunUntilItFails(directory, options);

                directory.CutPower(survival, new Random(operation));
                AssertWholeAndUsable(directory, finished, $"power cut at operation {operation}, {survival}");
            }
        }
    }

    [Fact]
    public void A_rebuild_replaces_a_damaged_CURRENT()
    {
        var directory = new FaultyDirectory();
        Run(directory, Of(1, 1L << 20), () => { });
        directory.Replace("CURRENT", "gen-0001"u8);

        Commit(directory, Of(1, 1L << 20) with { IsRebuild = true }, writer => Add(writer, "a", 9));

        Assert.Equal("a9", Read(directory));
    }

    [Fact]
    public void The_run_merges_a_segment_away()
    {
        var directory = new FaultyDirectory();
        var segments = new List<string>();

        Run(directory, Of(1, 1L << 20), () => segments.Add(string.Join(' ', new CommitStore(directory).ReadLatest()!.Segments.Select(segment => segment.Name[9..15]))));

        Assert.Equal(["000001", "000001 000002", "000003 000002", "000001", "000001 000002"], segments);
    }

    private static WriterOptions Of(int threads, long budgetBytes) => new("test") { Threads = threads, BudgetBytes = budgetBytes };

    private static void Run(IndexDirectory directory, WriterOptions options, Action committed)
    {
        Step(false, writer =>
        {
            Add(writer, "a", 1);
            Add(writer, "b", 1);
            Add(writer, "c", 1);
        });
        Step(false, writer => Add(writer, "b", 2));
        Step(false, writer => writer.Delete("a")); // with b, most of the first segment: it is merged away
        Step(true, writer =>
        {
            Add(writer, "d", 1);
            Add(writer, "b", 3);
        });
        Step(false, writer => Add(writer, "a", 4));

        void Step(bool isRebuild, Action<IndexWriter> change)
        {
            Commit(directory, options with { IsRebuild = isRebuild }, change);
            committed();
        }
    }

    private static void Commit(IndexDirectory directory, WriterOptions options, Action<IndexWriter> change)
    {
        using var writer = IndexWriter.Open(directory, Schema, options);
        change(writer);
        writer.Commit();
    }

    private static void Add(IndexWriter writer, string key, int version)
    {
        var document = new IndexDocument { Language = "en" };
        document.AddKeyword("id", key);
        document.AddText("text", $"Text {version} of {key}.");
        document.SetNumber("version", version);
        document.SetStored("shown", Encoding.UTF8.GetBytes($"{key}{version}"));
        writer.Add(document);
    }

    private static int OperationsOfWholeRun(WriterOptions options)
    {
        var directory = new FaultyDirectory();
        var states = new List<string> { NoIndex };
        Run(directory, options, () => states.Add(Read(directory)));
        Assert.Equal(States, states);
        return directory.Operations;
    }

    private static int RunUntilItFails(FaultyDirectory directory, WriterOptions options)
    {
        var finished = 0;
        try
        {
            Run(directory, options, () => finished++);
        }
        catch (IOException)
        {
            // The writer gives up, as it should.
        }
        return finished;
    }

    private static void AssertWholeAndUsable(FaultyDirectory directory, int finished, string what)
    {
        var seen = Read(directory);
        Assert.True(seen == States[finished] || seen == States[Math.Min(finished + 1, States.Length - 1)], $"{what}: {finished} commits, a reader sees {seen}");
        if (seen != NoIndex)
            Assert.Equal((what, ""), (what, string.Join('\n', SampleIndex.Problems(directory))));

        Commit(directory, Of(1, 1L << 20), writer => Add(writer, "z", 1));

        Assert.Equal((what, seen == NoIndex ? "z1" : $"{seen} z1"), (what, Read(directory)));
        Assert.Equal((what, ""), (what, string.Join('\n', SampleIndex.Problems(directory))));
    }

    /// <summary>The stored text of every live document, in the order of their keys.</summary>
    private static string Read(IndexDirectory directory)
    {
        var store = new CommitStore(directory);
        return store.ReadLatest() is null ? NoIndex : store.OpenLatest(commit =>
        {
            using var snapshot = Snapshot.Open(directory, commit);
            return string.Join(' ', Keys.SelectMany(key => Live(snapshot, key)));
        });
    }

    private static IEnumerable<string> Live(Snapshot snapshot, string key)
    {
        foreach (var segment in snapshot.Segments)
        {
            var doc = KeyLookup.Find(segment.Reader, 0, KeywordBytes.Of(key), segment.Deleted);
            if (doc >= 0)
                yield return Stored(segment.Reader, doc);
        }
    }

    private static string Stored(SegmentReader reader, int doc) =>
        StoredRecord.TryRead(reader.Stored.Head(doc), 0, out var text) ? Encoding.UTF8.GetString(text) : "nothing stored";
}
