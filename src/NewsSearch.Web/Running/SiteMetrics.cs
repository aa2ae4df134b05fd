namespace NewsSearch.Web.Running;

/// <summary>Requests -> how many there were by route and status, how long they took by route, and what was sent.</summary>
internal sealed class SiteMetrics
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<(string Route, int Status), long> _answers = [];
    private readonly SortedDictionary<string, Durations> _durations = new(StringComparer.Ordinal);
    private long _bytes;
    private int _underWay;

    /// <summary>Upper ends of the classes of durations, in seconds; 15 and 60 ms are what pages are held to.</summary>
    public static IReadOnlyList<double> Bounds { get; } = [0.001, 0.0025, 0.005, 0.01, 0.015, 0.025, 0.06, 0.1, 0.25, 0.5, 1, 2.5, 10];

    public void Begin()
    {
        lock (_lock) _underWay++;
    }

    public void End(string route, int status, TimeSpan elapsed, long byteLength)
    {
        lock (_lock)
        {
            _underWay--;
            _bytes += byteLength;
            _answers[(route, status)] = _answers.GetValueOrDefault((route, status)) + 1;
            if (!_durations.TryGetValue(route, out var durations)) _durations.Add(route, durations = new Durations());
            durations.Add(elapsed.TotalSeconds);
        }
    }

    /// <summary>All counts of one moment.</summary>
    public Counts Read()
    {
        lock (_lock) return new Counts([.. _answers.Select(pair => (pair.Key.Route, pair.Key.Status, pair.Value))], [.. _durations.Select(pair => (pair.Key, (long[])pair.Value.Counts.Clone(), pair.Value.Seconds))], _bytes, _underWay);
    }

    /// <param name="Answers">Route and status -> answers.</param>
    /// <param name="Durations">Route -> answers in each class of <see cref="Bounds"/> and above all, and seconds in all.</param>
    /// <param name="Bytes">Sent.</param>
    /// <param name="UnderWay">Requests that are not answered yet.</param>
    internal sealed record Counts(IReadOnlyList<(string Route, int Status, long Count)> Answers, IReadOnlyList<(string Route, long[] Classes, double Seconds)> Durations, long Bytes, int UnderWay);

    private sealed class Durations
    {
        public long[] Counts { get; } = new long[Bounds.Count + 1];

        public double Seconds { get; private set; }

        public void Add(double seconds)
        {
            var place = 0;
            while (place < Bounds.Count && seconds > Bounds[place]) place++;
            Counts[place]++;
            Seconds += seconds;
        }
    }
}
