using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Commits;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Commits;

public sealed class CommitStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FileIndexDirectory _directory;
    private readonly CommitStore _store;

    public CommitStoreTests()
    {
        _directory = new FileIndexDirectory(Path.Join(_folder.Path, "new", "index"));
        _store = new CommitStore(_directory);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_without_CURRENT_is_no_index()
    {
        Assert.Null(_store.ReadLatest());
        Assert.Throws<FileNotFoundException>(() => _store.OpenLatest(commit => commit));
        Assert.False(Directory.Exists(_directory.Path));
    }

    [Fact]
    public void A_commit_comes_back_as_it_was_written()
    {
        SampleIndex.Build(_directory);

        Assert.Equal("gen-0001 420b22f5\n", File.ReadAllText(_directory.PathOf("CURRENT"))); // as in FORMAT.md
        Assert.Equal(Expected(), SampleIndex.Read(_directory));
        Assert.Empty(SampleIndex.Problems(_directory));

        static string Expected() =>
            $"""
            gen-0001 2 2024-02-20T14:05:00.0000000+00:00 3 1000 {"{}"}
            learned=gen-0001 2
            gen-0001/000002.seg 10 0500
            empty 
            short {Convert.ToHexString(SampleIndex.ShortContent(2))}
            long {Convert.ToHexString(SampleIndex.LongContent(2))}
            gen-0001/000003.seg 10 
            empty 
            short {Convert.ToHexString(SampleIndex.ShortContent(3))}
            long {Convert.ToHexString(SampleIndex.LongContent(3))}

            """;
    }

    [Fact]
    public void The_last_two_commits_and_their_segments_are_kept()
    {
        SampleIndex.Build(_directory);
        Assert.Equal(["000001.seg", "000002.seg", "000003.seg", "commit-000001", "commit-000002"], _directory.List("gen-0001"));

        _store.Write(SampleIndex.CommitOf("gen-0001", 3, _store.ReadLatest()!.Segments[1]));

        Assert.Equal(["000002.seg", "000003.seg", "commit-000002", "commit-000003"], _directory.List("gen-0001"));
    }

    [Fact]
    public void What_no_commit_names_goes_with_the_next_commit_unless_it_is_still_being_written()
    {
        SampleIndex.Build(_directory);
        var orphan = SampleIndex.WriteSegment(_directory, "gen-0001", 8);
        var unfinished = SampleIndex.WriteSegment(_directory, "gen-0001", 9);
        _directory.Create("gen-0001/commit-000003.tmp").Dispose();
        _directory.Create("gen-0001/notes.txt").Dispose();

        _store.Write(SampleIndex.CommitOf("gen-0001", 3, _store.ReadLatest()!.Segments), [unfinished.Name]);

        Assert.False(_directory.Exists(orphan.Name));
        Assert.True(_directory.Exists(unfinished.Name));
        Assert.False(_directory.Exists("gen-0001/commit-000003.tmp"));
        Assert.True(_directory.Exists("gen-0001/notes.txt"));
    }

    [Fact]
    public void Commits_grow()
    {
        SampleIndex.Build(_directory);

        Assert.Throws<InvalidOperationException>(() => _store.Write(SampleIndex.CommitOf("gen-0001", 2)));
    }

    [Fact]
    public void A_commit_that_could_not_be_read_back_is_not_written()
    {
        var wrong = new SegmentEntry[]
        {
            new("gen-0002/000001.seg", 1, 1, [], 0), // of another generation
            new("gen-0001/001000.seg", 1, 1, [], 0), // not below NextSegment
            new("gen-0001/../x.seg", 1, 1, [], 0),
            new("gen-0001/000001.seg", -1, 1, [], 0),
            new("gen-0001/000001.seg", 9, 1, [0], 0), // a bitmap too short
            new("gen-0001/000001.seg", 9, 1, [0, 2], 0), // a bit behind the last document
        };

        Assert.All(wrong, entry => Assert.Throws<ArgumentException>(() => _store.Write(SampleIndex.CommitOf("gen-0001", 1, entry))));
        Assert.Empty(_directory.List("gen-0001"));
    }

    [Fact]
    public void A_switch_removes_the_other_generations_and_keeps_the_last_one_if_asked()
    {
        SampleIndex.Build(_directory);
        var first = BuildGeneration(keepOld: true);
        Assert.Equal("gen-0002", first);
        Assert.Equal(["gen-0001", "gen-0002"], _store.Generations());
        Assert.Empty(SampleIndex.Problems(_directory));

        BuildGeneration(keepOld: true);
        Assert.Equal(["gen-0002", "gen-0003"], _store.Generations());

        BuildGeneration(keepOld: false);
        Assert.Equal(["gen-0004"], _store.Generations());
        Assert.Equal("gen-0004", _store.ReadLatest()!.Generation);
    }

    [Fact]
    public void A_generation_that_was_never_committed_goes_with_the_next_one_that_is_begun()
    {
        SampleIndex.Build(_directory);
        SampleIndex.WriteSegment(_directory, "gen-0002", 1);

        Assert.Equal("gen-0003", _store.NewGeneration());

        Assert.Equal(["gen-0001"], _store.Generations());
    }

    [Fact]
    public void Only_a_generation_with_a_commit_can_become_the_current_one()
    {
        SampleIndex.Build(_directory);
        SampleIndex.WriteSegment(_directory, "gen-0002", 1);

        Assert.Throws<InvalidOperationException>(() => _store.SwitchTo("gen-0002", keepOld: false));
        Assert.Throws<InvalidOperationException>(() => _store.RemoveGeneration("gen-0001"));
    }

    [Fact]
    public void A_change_is_a_new_commit_or_another_generation()
    {
        SampleIndex.Build(_directory);
        var first = _store.ReadLatest()!;
        Assert.False(_store.HasChanged(first));

        _store.Write(SampleIndex.CommitOf("gen-0001", 3, first.Segments));
        var second = _store.ReadLatest()!;
        Assert.True(_store.HasChanged(first));
        Assert.False(_store.HasChanged(second));

        BuildGeneration(keepOld: false);
        Assert.True(_store.HasChanged(second));
    }

    [Fact]
    public void A_reader_whose_file_vanished_opens_the_newer_commit()
    {
        SampleIndex.Build(_directory);
        var seen = new List<string>();

        var latest = _store.OpenLatest(commit =>
        {
            seen.Add($"{commit.Generation} {commit.Number}");
            if (seen.Count == 1)
            {
                _store.Write(SampleIndex.CommitOf("gen-0001", 3, commit.Segments[0]));
                _store.Write(SampleIndex.CommitOf("gen-0001", 4, commit.Segments[0]));
            }
            if (seen.Count == 2)
                BuildGeneration(keepOld: false);
            foreach (var file in SectionFile.OpenAll(_directory, commit.Segments))
                file.Dispose();
            return commit;
        });

        Assert.Equal(["gen-0001 2", "gen-0001 4", "gen-0002 1"], seen);
        Assert.Equal("gen-0002", latest.Generation);
    }

    [Fact]
    public void A_file_that_the_newest_commit_names_and_that_is_gone_is_damage()
    {
        SampleIndex.Build(_directory);
        _directory.Delete("gen-0001/000003.seg");

        var error = Assert.Throws<IndexFormatException>(() => SampleIndex.Read(_directory));

        Assert.Equal(_directory.PathOf("gen-0001/000003.seg"), error.Path);
        Assert.Equal([$"{error.Path}: missing, gen-0001/commit-000002 names it"], SampleIndex.Problems(_directory));
    }

    [Fact]
    public void A_damaged_newest_commit_is_an_error_and_not_a_step_back()
    {
        SampleIndex.Build(_directory);
        File.WriteAllText(_directory.PathOf("gen-0001/commit-000003"), "");

        var error = Assert.Throws<IndexFormatException>(() => SampleIndex.Read(_directory));

        Assert.Equal(_directory.PathOf("gen-0001/commit-000003"), error.Path);
    }

    [Fact]
    public void A_generation_without_a_commit_is_damage_if_CURRENT_names_it()
    {
        SampleIndex.Build(_directory);
        _directory.DeleteFolder("gen-0001");

        Assert.Throws<IndexFormatException>(() => SampleIndex.Read(_directory));
        Assert.Single(SampleIndex.Problems(_directory));
    }

    [Fact]
    public void A_rebuild_replaces_a_damaged_CURRENT_and_deletes_nothing_else()
    {
        SampleIndex.Build(_directory);
        File.WriteAllText(_directory.PathOf("CURRENT"), "gen-0001");
        Assert.Throws<IndexFormatException>(() => SampleIndex.Read(_directory));

        BuildGeneration(keepOld: false);

        Assert.Equal("gen-0002", _store.ReadLatest()!.Generation);
        Assert.Equal(["gen-0001", "gen-0002"], _store.Generations());
        Assert.Empty(SampleIndex.Problems(_directory));
    }

    [Fact]
    public void Verify_remarks_on_files_that_belong_to_nothing()
    {
        SampleIndex.Build(_directory);
        WriterLock.Take(_directory, "test").Dispose();
        var orphan = SampleIndex.WriteSegment(_directory, "gen-0001", 9);
        _directory.Create("notes.txt").Dispose();
        var (problems, remarks) = (new List<string>(), new List<string>());

        _store.Verify(problems.Add, remarks.Add, CancellationToken.None);

        Assert.Empty(problems);
        Assert.Equal(
            [$"{_directory.PathOf(orphan.Name)}: no kept commit names this file", $"{_directory.PathOf("notes.txt")}: not a file of the index"],
            remarks);
    }

    private string BuildGeneration(bool keepOld)
    {
        var generation = _store.NewGeneration();
        _store.Write(SampleIndex.CommitOf(generation, 1, SampleIndex.WriteSegment(_directory, generation, 5)));
        _store.SwitchTo(generation, keepOld);
        return generation;
    }
}
