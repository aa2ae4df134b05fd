namespace NewsSearch.Ingest.Rebuilding;

/// <summary>Repeated ids as they come -> their counts and the first of them.</summary>
internal sealed class RepetitionTally
{
    private const int MostListed = 1000;

    private readonly long[] _counts = new long[Enum.GetValues<Repetition>().Length];
    private readonly List<RepeatedId> _first = [];

    public void Count(RepeatedId? repeated)
    {
        if (repeated is null) return;
        _counts[(int)repeated.Kind]++;
        if (_first.Count < MostListed) _first.Add(repeated);
    }

    public Repetitions Sum() => new(_counts[(int)Repetition.Same], _counts[(int)Repetition.Newer], _counts[(int)Repetition.Older], _counts[(int)Repetition.Renamed], _first);
}
