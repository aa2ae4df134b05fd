using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Commits;

/// <summary>The commits of an index: which one is current, the next one, and what may go (FORMAT.md, "Order of writes").</summary>
/// <remarks>
/// Reading takes no lock and may run beside a writer in any process. The members that change anything need the
/// <see cref="WriterLock"/>; they may be called from one thread at a time.
/// </remarks>
internal sealed class CommitStore(IndexDirectory directory)
{
    /// <summary>So that a reader that has just read a commit finds its files while the next one is written.</summary>
    public const int KeptCommits = 2;

    /// <summary>The newest commit of the current generation; null if there is no index.</summary>
    public Commit? ReadLatest()
    {
        while (CurrentGeneration() is { } generation)
        {
            var number = NewestCommit(generation);
            try
            {
                if (number >= 0)
                    return Read(generation, number);
            }
            catch (FileNotFoundException) when (HasChanged(generation, number))
            {
                continue;
            }
            if (!HasChanged(generation, number))
                throw new IndexFormatException(directory.PathOf(generation), -1, $"{IndexNames.Current} names this generation, but it holds no commit");
        }
        return null;
    }

    /// <summary>Opens the newest commit's files with <paramref name="open"/>; if one is gone because a newer commit was written meanwhile, opens that one.</summary>
    /// <exception cref="FileNotFoundException">There is no index.</exception>
    public T OpenLatest<T>(Func<Commit, T> open)
    {
        while (true)
        {
            var commit = ReadLatest() ?? throw new FileNotFoundException($"There is no index in {directory.Path}.", directory.PathOf(IndexNames.Current));
            try
            {
                return open(commit);
            }
            catch (FileNotFoundException missing)
            {
                if (!HasChanged(commit))
                    throw new IndexFormatException(missing.FileName ?? directory.Path, -1, $"commit {commit.Number} of {commit.Generation} names this file, but it is missing");
            }
        }
    }

    /// <summary>Whether there is a newer commit than this, or another generation. Cheap: reads CURRENT and the names in one folder.</summary>
    public bool HasChanged(Commit seen) => HasChanged(seen.Generation, seen.Number);

    /// <summary>Makes a commit durable, then deletes what no kept commit names.</summary>
    /// <param name="commit">Its number is higher than all in its generation; all its segments are finished.</param>
    /// <param name="unfinished">Names of segments that are being written and belong to a later commit: not deleted.</param>
    /// <remarks>An <see cref="IOException"/> leaves the last commit or this one as the latest, either of them whole: read again.</remarks>
    public void Write(Commit commit, IReadOnlyCollection<string>? unfinished = null)
    {
        var bytes = CommitFormat.Encode(commit);
        if (NewestCommit(commit.Generation) >= commit.Number)
            throw new InvalidOperationException($"{commit.Generation} already has commit {commit.Number} or a later one.");
        Publish(commit.Generation, IndexNames.Commit(commit.Generation, commit.Number), bytes);
        RemoveUnused(commit.Generation, unfinished);
    }

    /// <summary>The name for a generation to build: higher than all there are. The folder is made with its first file.</summary>
    /// <remarks>Generations that were begun and never got a commit are deleted here, to make room.</remarks>
    public string NewGeneration()
    {
        var name = IndexNames.Generation(Generations().Select(IndexNames.GenerationNumber).LastOrDefault() + 1);
        RemoveUnfinishedGenerations(name);
        return name;
    }

    /// <summary>Generations with a folder, oldest first: the current one, the one kept, one being built, ones that were given up.</summary>
    public IReadOnlyList<string> Generations() =>
        [.. directory.List("").Where(name => IndexNames.GenerationNumber(name) >= 0).OrderBy(IndexNames.GenerationNumber)];

    /// <summary>The generation that readers open; null if there is no index.</summary>
    public string? CurrentGeneration()
    {
        try
        {
            return CurrentFormat.Decode(directory.PathOf(IndexNames.Current), directory.ReadAll(IndexNames.Current, CurrentFormat.AtMostBytes));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Moves readers over to a generation in one step, then deletes all others, with <paramref name="keepOld"/> all but the last one.</summary>
    public void SwitchTo(string generation, bool keepOld)
    {
        if (NewestCommit(generation) < 0)
            throw new InvalidOperationException($"{generation} holds no commit.");
        var old = UndamagedCurrentGeneration(out var isDamaged);
        if (old == generation)
        {
            directory.FlushFolder(""); // The switch may have been made by one that did not live to flush it.
            return;
        }
        Publish("", IndexNames.Current, CurrentFormat.Encode(generation));
        if (isDamaged)
            return; // Nothing is deleted whose role is not known; the next switch tidies up.
        foreach (var other in Generations())
        {
            if (other != generation && !(keepOld && other == old))
                RemoveGeneration(other);
        }
    }

    /// <summary>Deletes a generation that is not the current one.</summary>
    /// <remarks>
    /// At each flush those of its commits that are left have all their files: whatever a crash leaves is either a whole generation or one
    /// without a commit, never one that looks damaged.
    /// </remarks>
    public void RemoveGeneration(string generation)
    {
        if (generation == CurrentGeneration())
            throw new InvalidOperationException($"{generation} is the current generation.");
        Try(() =>
        {
            directory.FlushFolder(""); // A CURRENT that no power cut brings back to this generation.
            var numbers = CommitNumbers(generation);
            DeleteCommits(numbers.SkipLast(KeptCommits));
            DeleteCommits(numbers.TakeLast(KeptCommits));
            directory.DeleteFolder(generation);
        });

        void DeleteCommits(IEnumerable<long> numbers)
        {
            foreach (var number in numbers)
                directory.Delete(IndexNames.Commit(generation, number));
            directory.FlushFolder(generation);
        }
    }

    /// <summary>Deletes what a crash or a refused delete left behind: in this generation, and other generations without any commit.</summary>
    /// <param name="generation">The generation being written.</param>
    /// <param name="unfinished">As for <see cref="Write"/>.</param>
    public void RemoveUnused(string generation, IReadOnlyCollection<string>? unfinished = null)
    {
        Try(() => RemoveUnusedFiles(generation, unfinished ?? []));
        RemoveUnfinishedGenerations(generation);
    }

    /// <summary>Checks every byte of every kept commit of every generation; see <see cref="IndexCheck"/>.</summary>
    public void Verify(Action<string> problem, Action<string> remark, CancellationToken cancellation) =>
        new IndexCheck(directory, this, problem, remark, cancellation).Run();

    /// <summary>Reads one commit. <see cref="FileNotFoundException"/> if there is none of that number.</summary>
    public Commit Read(string generation, long number)
    {
        var name = IndexNames.Commit(generation, number);
        return CommitFormat.Decode(directory.PathOf(name), directory.ReadAll(name, CommitFormat.AtMostBytes), generation, number);
    }

    /// <summary>Ascending.</summary>
    public IReadOnlyList<long> CommitNumbers(string generation) =>
        [.. directory.List(generation).Select(IndexNames.CommitNumber).Where(number => number >= 0).Order()];

    /// <remarks>If a kept commit is damaged, what it names is not known: reading it fails here, and nothing is deleted.</remarks>
    private void RemoveUnusedFiles(string generation, IReadOnlyCollection<string> unfinished)
    {
        var kept = CommitNumbers(generation).TakeLast(KeptCommits).Select(number => Read(generation, number)).ToList();
        var keptNumbers = kept.Select(commit => commit.Number).ToHashSet();
        var keptSegments = kept.SelectMany(commit => commit.Segments).Select(segment => segment.Name).Concat(unfinished).ToHashSet(StringComparer.Ordinal);
        // Commits before segments, so that whoever misses a segment can see that its commit is no longer kept.
        foreach (var file in directory.List(generation).OrderBy(file => IndexNames.SegmentNumber(file) >= 0))
        {
            var name = $"{generation}/{file}";
            var isUnusedSegment = IndexNames.SegmentNumber(file) >= 0 && !keptSegments.Contains(name);
            var isUnusedPart = IndexNames.SegmentOfPart(file) is { } segment && !keptSegments.Contains($"{generation}/{segment}");
            if (isUnusedSegment || isUnusedPart || IsUnusedCommit(file, keptNumbers))
                TryDelete(name);
        }
    }

    private void RemoveUnfinishedGenerations(string exceptFor) => Try(() =>
    {
        var current = CurrentGeneration();
        foreach (var other in Generations())
        {
            if (other != exceptFor && other != current && NewestCommit(other) < 0)
                RemoveGeneration(other);
        }
    });

    private static bool IsUnusedCommit(string file, HashSet<long> keptNumbers) =>
        file.EndsWith(IndexNames.Unfinished, StringComparison.Ordinal)
            ? IndexNames.CommitNumber(file[..^IndexNames.Unfinished.Length]) >= 0
            : IndexNames.CommitNumber(file) is >= 0 and var number && !keptNumbers.Contains(number);

    private long NewestCommit(string generation) => CommitNumbers(generation) is [.., var newest] ? newest : -1;

    private bool HasChanged(string generation, long number) => CurrentGeneration() != generation || NewestCommit(generation) != number;

    private string? UndamagedCurrentGeneration(out bool isDamaged)
    {
        try
        {
            isDamaged = false;
            return CurrentGeneration();
        }
        catch (IndexFormatException)
        {
            isDamaged = true;
            return null;
        }
    }

    /// <summary>Gives bytes a name in one step: whoever finds the name finds all of them, also after a power cut.</summary>
    private void Publish(string folder, string name, byte[] bytes)
    {
        var unfinished = name + IndexNames.Unfinished;
        directory.Delete(unfinished); // left by a crash
        using (var file = directory.Create(unfinished))
        {
            file.Write(bytes);
            file.Flush();
        }
        directory.FlushFolder(folder); // the names of the segments (or of the generation) before the name that relies on them
        directory.Rename(unfinished, name);
        directory.FlushFolder(folder);
    }

    private void TryDelete(string name) => Try(() => directory.Delete(name));

    /// <summary>Tidying up may fail (Windows refuses to delete what a reader has open): the next commit tries again.</summary>
    private static void Try(Action tidy)
    {
        try
        {
            tidy();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Left for the next commit.
        }
    }
}
