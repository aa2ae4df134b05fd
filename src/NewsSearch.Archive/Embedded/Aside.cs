namespace NewsSearch.Archive.Embedded;

/// <summary>Work that is done in its order on another thread, while the caller goes on.</summary>
/// <remarks>What waits to be done is bounded by weight, then the caller waits. What fails is raised by a later call, and nothing is done after it. For one caller at a time.</remarks>
/// <param name="mostWeight">So much may wait, and one piece of work more.</param>
internal sealed class Aside(long mostWeight)
{
    private readonly Queue<(Task Done, long Weight)> _waiting = [];
    private Task _last = Task.CompletedTask;
    private long _weight;

    /// <summary>Hands over a piece of work.</summary>
    public void Do(Action work, long weight)
    {
        while (_waiting.TryPeek(out var first) && (_weight > mostWeight || first.Done.IsCompleted)) End();
        _last = _last.ContinueWith(
            before =>
            {
                before.GetAwaiter().GetResult();
                work();
            },
            TaskScheduler.Default);
        _waiting.Enqueue((_last, weight));
        _weight += weight;
    }

    /// <summary>Waits until all is done.</summary>
    public void Finish()
    {
        while (_waiting.Count > 0) End();
    }

    /// <summary>Waits for the first that is not done yet.</summary>
    private void End()
    {
        var (done, weight) = _waiting.Dequeue();
        _weight -= weight;
        done.GetAwaiter().GetResult();
    }
}
