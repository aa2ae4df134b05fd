using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Commits;

/// <summary>Every byte of every kept commit of every generation -> problems, one line each.</summary>
/// <remarks>Takes no lock: what a writer deletes while the check runs is no problem. Files that belong to nothing are remarks.</remarks>
internal sealed class IndexCheck(
    IndexDirectory directory, CommitStore store, Action<string> problem, Action<string> remark, CancellationToken cancellation)
{
    public void Run()
    {
        var generations = store.Generations();
        Guard(CheckCurrent);
        foreach (var generation in generations)
            Guard(() => CheckGeneration(generation));
        foreach (var name in directory.List("").Except([.. generations, IndexNames.Current, WriterLock.FileName]))
            remark($"{directory.PathOf(name)}: not a file of the index");
    }

    private void CheckCurrent()
    {
        var current = store.CurrentGeneration();
        if (current is null)
            problem($"{directory.PathOf(IndexNames.Current)}: missing, so there is no index");
        else if (store.CommitNumbers(current).Count == 0 && store.CurrentGeneration() == current)
            problem($"{directory.PathOf(current)}: {IndexNames.Current} names this generation, but it holds no commit");
    }

    private void CheckGeneration(string generation)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        var checkedFiles = new HashSet<(string Name, uint Checksum, long ByteLength)>();
        foreach (var number in store.CommitNumbers(generation).TakeLast(CommitStore.KeptCommits))
        {
            var name = IndexNames.Commit(generation, number);
            named.Add(name);
            Guard(() =>
            {
                var commit = store.Read(generation, number);
                foreach (var segment in commit.Segments)
                {
                    named.Add(segment.Name);
                    if (checkedFiles.Add((segment.Name, segment.FooterChecksum, segment.ByteLength)))
                        CheckSegment(name, segment);
                }
            }, unlessGone: name);
        }
        foreach (var name in directory.List(generation).Select(file => $"{generation}/{file}").Where(name => !named.Contains(name)))
            remark($"{directory.PathOf(name)}: no kept commit names this file");
    }

    private void CheckSegment(string commit, SegmentEntry segment) => Guard(() =>
    {
        using var file = SectionFile.Open(directory, segment);
        foreach (var damage in file.Damages(cancellation))
            problem(damage.Message);
    }, unlessGone: commit);

    /// <summary>A failure is a problem, unless the commit that the work was about has been deleted meanwhile.</summary>
    private void Guard(Action work, string? unlessGone = null)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            work();
        }
        catch (FileNotFoundException missing)
        {
            if (unlessGone is null || directory.Exists(unlessGone))
                problem($"{missing.FileName}: missing, {unlessGone} names it");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem(error is IndexFormatException ? error.Message : $"{directory.PathOf(unlessGone ?? "")}: {error.Message}");
        }
    }
}
