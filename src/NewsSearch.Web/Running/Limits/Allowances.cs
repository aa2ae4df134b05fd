namespace NewsSearch.Web.Running.Limits;

/// <summary>Clients -> what each may still ask for: a bucket that fills with time and that the cost of requests is taken from.</summary>
/// <remarks>
/// Invariant: at most <paramref name="mostClients"/> buckets. One that is full again is forgotten, as it is the same as none; where
/// there are too many others, newcomers share one. A bucket may go into debt, at most as deep as it can be filled.
/// </remarks>
/// <param name="limit">How fast a bucket fills, and how much it holds; null for no limit.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="mostClients">Most clients that are told apart.</param>
internal sealed class Allowances(RequestLimit? limit, TimeProvider clock, int mostClients = 50_000)
{
    /// <summary>How often full buckets are looked for at most.</summary>
    private static readonly TimeSpan SweepPause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<ClientNetwork, Bucket> _buckets = [];
    private readonly Bucket _shared = new() { Level = limit?.Burst ?? 0, At = clock.GetTimestamp() };
    private long? _swept;

    /// <summary>Clients that are remembered now.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _buckets.Count;
        }
    }

    /// <summary>Takes the least cost of a request; where nothing is left, returns how long to wait.</summary>
    public TimeSpan? Take(ClientNetwork client, double cost)
    {
        if (limit is null) return null;
        lock (_lock)
        {
            var bucket = Of(client, limit);
            if (bucket.Level <= 0) return TimeSpan.FromSeconds(Math.Ceiling((cost - bucket.Level) / limit.PerSecond));
            bucket.Level -= cost;
            return null;
        }
    }

    /// <summary>Takes what a request cost beyond that, or gives back what it did not.</summary>
    public void Charge(ClientNetwork client, double cost)
    {
        if (limit is null) return;
        lock (_lock)
        {
            var bucket = Of(client, limit);
            bucket.Level = Math.Clamp(bucket.Level - cost, -limit.Burst, limit.Burst);
        }
    }

    private Bucket Of(ClientNetwork client, RequestLimit limit)
    {
        var now = clock.GetTimestamp();
        if (!_buckets.TryGetValue(client, out var bucket))
        {
            if (_buckets.Count >= mostClients) Sweep(now, limit);
            bucket = _shared;
            if (_buckets.Count < mostClients) _buckets.Add(client, bucket = new Bucket { Level = limit.Burst, At = now });
        }

        bucket.Level = LevelAt(bucket, now, limit);
        bucket.At = now;
        return bucket;
    }

    private void Sweep(long now, RequestLimit limit)
    {
        if (_swept is { } before && clock.GetElapsedTime(before, now) < SweepPause) return;
        _swept = now;
        foreach (var (client, bucket) in _buckets)
        {
            if (LevelAt(bucket, now, limit) >= limit.Burst) _buckets.Remove(client);
        }
    }

    private double LevelAt(Bucket bucket, long now, RequestLimit limit) =>
        Math.Min(limit.Burst, bucket.Level + (clock.GetElapsedTime(bucket.At, now).TotalSeconds * limit.PerSecond));

    private sealed class Bucket
    {
        public double Level { get; set; }

        public long At { get; set; }
    }
}
