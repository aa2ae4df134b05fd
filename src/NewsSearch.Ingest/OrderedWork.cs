namespace NewsSearch.Ingest;

/// <summary>Work on all cores over items that come one after the other: results come in the same order, while items go on being read.</summary>
internal static class OrderedWork
{
    /// <summary>Maps batches side by side. So many are begun ahead of the one that is asked for; no more are in memory.</summary>
    /// <param name="batches">Taken on the caller's thread.</param>
    /// <param name="map">Runs on any thread; what it throws comes out where its result would.</param>
    /// <param name="ahead">How many run side by side, at least 1.</param>
    public static IEnumerable<TResult> Map<TBatch, TResult>(IEnumerable<TBatch> batches, Func<TBatch, TResult> map, int ahead)
    {
        var begun = new Queue<Task<TResult>>();
        try
        {
            foreach (var batch in batches)
            {
                if (begun.Count == ahead) yield return begun.Dequeue().GetAwaiter().GetResult();
                begun.Enqueue(Task.Run(() => map(batch)));
            }

            while (begun.TryDequeue(out var next)) yield return next.GetAwaiter().GetResult();
        }
        finally
        {
            Task.WhenAll(begun).ContinueWith(_ => { }, TaskScheduler.Default).Wait(); // nothing runs on behind the caller's back
        }
    }

    /// <summary>Items -> batches: each ends with the item that makes it long or heavy enough.</summary>
    public static IEnumerable<List<T>> Batches<T>(IEnumerable<T> items, int mostItems, long enoughWeight, Func<T, long> weigh)
    {
        var batch = new List<T>();
        var weight = 0L;
        foreach (var item in items)
        {
            batch.Add(item);
            weight += weigh(item);
            if (batch.Count < mostItems && weight < enoughWeight) continue;
            yield return batch;
            (batch, weight) = ([], 0);
        }

        if (batch.Count > 0) yield return batch;
    }
}
