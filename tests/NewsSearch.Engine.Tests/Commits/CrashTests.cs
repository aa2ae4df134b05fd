using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Commits;

/// <summary>One run of builds, commits, merges and switches, ended at every single operation in every way.</summary>
public sealed class CrashTests
{
    private const string NoIndex = "";
    private const int RandomCuts = 25;

    /// <summary>What a reader sees before the first step and after each.</summary>
    private static readonly List<string> States = [NoIndex];

    private static readonly int OperationsOfWholeRun = RunWhole();

    [Fact]
    public void The_run_has_enough_steps_to_be_worth_ending()
    {
        Assert.True(States.Distinct().Count() >= 8);
        Assert.True(OperationsOfWholeRun >= 100);
    }

    [Fact]
    public void Between_any_two_operations_readers_see_the_last_commit_or_the_one_in_flight()
    {
        var directory = new FaultyDirectory();
        var finished = 0;
        directory.BeforeEach = () => AssertWhole(directory, finished, $"before operation {directory.Operations}");

        Run(directory, () => finished++);

        Assert.Equal(States.Count - 1, finished);
    }

    [Fact]
    public void After_a_power_cut_at_any_operation_the_last_commit_or_the_one_in_flight_is_whole()
    {
        for (var operation = 0; operation < OperationsOfWholeRun; operation++)
        {
            Check(operation, Survival.Nothing, seed: 0);
            Check(operation, Survival.Everything, seed: 0);
            for (var seed = 1; seed <= RandomCuts; seed++)
                Check(operation, Survival.Anything, seed);
        }

        static void Check(int operation, Survival survival, int seed)
        {
            var directory = new FaultyDirectory { FailAt = operation, FailsForGood = true };
            var finished = RunUntilItFails(directory);
            directory.CutPower(survival, new Random(seed));
            AssertWholeAndUsable(directory, finished, $"power cut at operation {operation}, {survival}, seed {seed}");
        }
    }

    [Fact]
    public void After_a_kill_or_a_full_disk_at_any_operation_the_last_commit_or_the_one_in_flight_is_whole()
    {
        for (var operation = 0; operation < OperationsOfWholeRun; operation++)
        {
            var directory = new FaultyDirectory { FailAt = operation, FailsForGood = true };

            var finished = RunUntilItFails(directory);

            directory.Repair();
            AssertWholeAndUsable(directory, finished, $"killed at operation {operation}");
        }
    }

    [Fact]
    public void After_a_single_failure_of_any_operation_the_last_commit_or_the_one_in_flight_is_whole()
    {
        var stopped = 0;
        for (var operation = 0; operation < OperationsOfWholeRun; operation++)
        {
            var directory = new FaultyDirectory { FailAt = operation };

            var finished = RunUntilItFails(directory);

            stopped += finished < States.Count - 1 ? 1 : 0;
            directory.Repair();
            AssertWholeAndUsable(directory, finished, $"operation {operation} failed once");
        }
        // The others are the deletes: those that fail are left for the next commit.
        Assert.InRange(stopped, 1, OperationsOfWholeRun - 1);
    }

    [Fact]
    public void A_failure_followed_by_a_power_cut_loses_no_finished_commit()
    {
        for (var operation = 0; operation < OperationsOfWholeRun; operation++)
        {
            var directory = new FaultyDirectory { FailAt = operation };

            var finished = RunUntilItFails(directory);

            directory.CutPower(Survival.Anything, new Random(operation));
            AssertWholeAndUsable(directory, finished, $"operation {operation} failed once, then a power cut");
        }
    }

    [Fact]
    public void After_a_kill_and_then_a_power_cut_of_the_next_writer_nothing_finished_is_lost()
    {
        var random = new Random(5);
        for (var kill = 0; kill < OperationsOfWholeRun; kill++)
        {
            var isCut = true;
            for (var cut = 0; isCut; cut++)
            {
                var directory = new FaultyDirectory { FailAt = kill, FailsForGood = true };
                var finished = RunUntilItFails(directory);
                directory.Repair();
                var allowed = new List<string> { States[finished], States[Math.Min(finished + 1, States.Count - 1)] };

                directory.FailAt = directory.Operations + cut;
                isCut = RunAgainUntilItFails(directory, allowed);

                directory.CutPower(Survival.Anything, random);
                Assert.Contains(Read(directory), allowed);
                if (Read(directory) != NoIndex)
                    Assert.Equal((kill, cut, ""), (kill, cut, string.Join('\n', SampleIndex.Problems(directory))));
            }
        }
    }

    [Fact]
    public void A_generation_is_not_removed_before_the_switch_away_from_it_is_durable()
    {
        var directory = new FaultyDirectory();
        var store = SampleIndex.Build(directory);
        store.Write(SampleIndex.CommitOf("gen-0002", 1, SampleIndex.WriteSegment(directory, "gen-0002", 1)));
        directory.FailAt = directory.Operations + 6; // delete, create, write, flush, flush of the folder, rename, flush of the folder
        Assert.Throws<IOException>(() => store.SwitchTo("gen-0002", keepOld: true));
        Assert.Equal("gen-0002", store.CurrentGeneration());

        store.RemoveGeneration("gen-0001");

        directory.CutPower(Survival.Nothing, new Random(0));
        Assert.Equal("gen-0002", store.ReadLatest()!.Generation);
    }

    [Fact]
    public void A_switch_that_is_made_again_after_a_failure_is_durable()
    {
        var directory = new FaultyDirectory();
        var store = SampleIndex.Build(directory);
        store.Write(SampleIndex.CommitOf("gen-0002", 1, SampleIndex.WriteSegment(directory, "gen-0002", 1)));
        directory.FailAt = directory.Operations + 6;
        Assert.Throws<IOException>(() => store.SwitchTo("gen-0002", keepOld: true));

        store.SwitchTo("gen-0002", keepOld: true);

        directory.CutPower(Survival.Nothing, new Random(0));
        Assert.Equal("gen-0002", store.ReadLatest()!.Generation);
    }

    /// <summary>Seven commits in three generations; the second generation keeps the first, the third removes both.</summary>
    private static void Run(IndexDirectory directory, Action stepDone)
    {
        var store = new CommitStore(directory);
        var first = Build(1);
        store.SwitchTo(first, keepOld: false);
        stepDone();
        var segments = store.ReadLatest()!.Segments;
        Write(2, first, segments[0] with { Deleted = [1, 2] }, SampleIndex.WriteSegment(directory, first, 2)); // add and delete
        Write(3, first, SampleIndex.WriteSegment(directory, first, 3)); // a merge: one segment for the two
        Write(4, first, SampleIndex.WriteSegment(directory, first, 4));
        var second = Build(11);
        store.SwitchTo(second, keepOld: true);
        stepDone();
        Write(2, second, SampleIndex.WriteSegment(directory, second, 12));
        store.SwitchTo(Build(21), keepOld: false);
        stepDone();

        string Build(long segment)
        {
            var generation = store.NewGeneration();
            Write(1, generation, SampleIndex.WriteSegment(directory, generation, segment));
            return generation;
        }

        void Write(long number, string generation, params SegmentEntry[] entries)
        {
            store.Write(SampleIndex.CommitOf(generation, number, entries));
            stepDone();
        }
    }

    private static int RunWhole()
    {
        var directory = new FaultyDirectory();
        Run(directory, () => States.Add(Read(directory)));
        return directory.Operations;
    }

    /// <summary>Steps that reported success.</summary>
    private static int RunUntilItFails(FaultyDirectory directory)
    {
        var finished = 0;
        try
        {
            Run(directory, () => finished++);
        }
        catch (IOException)
        {
            // The writer gives up, as it should.
        }
        return finished;
    }

    /// <summary>A later writer: a generation of two commits. What may be seen after a crash is kept up to date in <paramref name="allowed"/>.</summary>
    /// <returns>Whether it failed.</returns>
    private static bool RunAgainUntilItFails(FaultyDirectory directory, List<string> allowed)
    {
        directory.FailsForGood = true;
        var store = new CommitStore(directory);
        try
        {
            var generation = store.NewGeneration();
            var entry = SampleIndex.WriteSegment(directory, generation, 1);
            store.Write(SampleIndex.CommitOf(generation, 1, entry));
            allowed.Add(Text(1));
            store.SwitchTo(generation, keepOld: false);
            allowed.RemoveRange(0, allowed.Count - 1);
            allowed.Add(Text(2));
            store.Write(SampleIndex.CommitOf(generation, 2, entry));
            allowed.RemoveAt(0);
            return directory.Operations > directory.FailAt;

            string Text(long number) => SampleIndex.TextOf(directory, SampleIndex.CommitOf(generation, number, entry));
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static void AssertWhole(FaultyDirectory directory, int finished, string what)
    {
        var seen = Read(directory);
        var isExpected = seen == States[finished] || (finished + 1 < States.Count && seen == States[finished + 1]);
        Assert.True(isExpected, $"{what}: after {finished} finished steps a reader sees\n{seen}");
        if (seen != NoIndex)
            Assert.Equal((what, ""), (what, string.Join('\n', SampleIndex.Problems(directory))));
    }

    /// <summary>And the next writer can carry on, and clears away everything that the crash left.</summary>
    private static void AssertWholeAndUsable(FaultyDirectory directory, int finished, string what)
    {
        AssertWhole(directory, finished, what);
        var store = new CommitStore(directory);
        var generation = store.NewGeneration();
        var entry = SampleIndex.WriteSegment(directory, generation, 1);
        store.Write(SampleIndex.CommitOf(generation, 1, entry));
        store.SwitchTo(generation, keepOld: false);
        store.Write(SampleIndex.CommitOf(generation, 2, entry));

        string[] expected = ["CURRENT", $"{generation}/000001.seg", $"{generation}/commit-000001", $"{generation}/commit-000002"];
        Assert.Equal((what, string.Join(' ', expected)), (what, string.Join(' ', directory.Files)));
        Assert.Equal((what, ""), (what, string.Join('\n', SampleIndex.Problems(directory))));
        Assert.Equal((generation, 2), (store.ReadLatest()!.Generation, store.ReadLatest()!.Number));
    }

    private static string Read(IndexDirectory directory) =>
        new CommitStore(directory).ReadLatest() is null ? NoIndex : SampleIndex.Read(directory);
}
