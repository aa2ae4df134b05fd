namespace NewsSearch.Bench.Comparing;

/// <summary>What to compare, and how long.</summary>
internal sealed record ComparisonPlan(string Docs, string Queries, int Rounds, double Seconds, double WarmUp);

/// <summary>Both engines in turn over the same documents and queries -> the figures of every round.</summary>
internal sealed class Comparison(Contestant ours, Contestant peer, ComparisonPlan plan, Action<string> report)
{
    public long Docs { get; private set; }

    /// <summary>One round after the other; within each the engines take turns at every step.</summary>
    public async Task<IReadOnlyList<PairedRound>> RunAsync(CancellationToken stopped)
    {
        var rounds = new List<PairedRound>();
        for (var number = 1; number <= plan.Rounds; number++) rounds.Add(await RoundAsync($"round {number} of {plan.Rounds}: ", stopped).ConfigureAwait(false));
        return rounds;
    }

    private async Task<PairedRound> RoundAsync(string prefix, CancellationToken stopped)
    {
        Contestant[] engines = [ours, peer];
        var indexed = new IndexedRuns[engines.Length];
        // The index of one thread comes last and is the one that is queried: its documents stand in the order of the file.
        for (var i = 0; i < engines.Length; i++)
        {
            report(prefix + engines[i].Name + " indexes with two threads");
            indexed[i] = new IndexedRuns(await engines[i].IndexAsync(plan.Docs, 2, stopped).ConfigureAwait(false), default);
        }

        for (var i = 0; i < engines.Length; i++)
        {
            report(prefix + engines[i].Name + " indexes with one thread");
            indexed[i] = indexed[i] with { OfOne = await engines[i].IndexAsync(plan.Docs, 1, stopped).ConfigureAwait(false) };
        }

        CheckDocs(indexed[0].OfOne.Figures.Docs, indexed[1].OfOne.Figures.Docs);
        var rounds = new Round[engines.Length];
        for (var i = 0; i < engines.Length; i++)
        {
            report(prefix + engines[i].Name + " answers queries");
            var (figures, run) = await engines[i].QueryAsync(plan.Queries, plan.Seconds, plan.WarmUp, stopped).ConfigureAwait(false);
            rounds[i] = new Round
            {
                IndexCpuSeconds = indexed[i].OfOne.Run.CpuSeconds,
                IndexWallSeconds = indexed[i].OfTwo.Figures.MergedSeconds,
                IndexBytes = engines[i].IndexBytes(),
                IndexPairBytes = indexed[i].OfOne.Figures.PairBytes,
                IndexPeakBytes = Math.Max(indexed[i].OfOne.Run.PeakBytes, indexed[i].OfTwo.Run.PeakBytes),
                QueryPeakBytes = run.PeakBytes,
                QueryAnonymousBytes = run.PeakAnonymousBytes,
                Queries = figures,
            };
        }

        return new PairedRound(rounds[0], rounds[1]);
    }

    private void CheckDocs(long oursCount, long peerCount)
    {
        if (oursCount != peerCount) throw new BenchException($"{ours.Name} indexed {oursCount} documents, {peer.Name} {peerCount}: that is not the same work.");
        Docs = oursCount;
    }

    /// <summary>An index run of two threads and one of one thread.</summary>
    private readonly record struct IndexedRuns((IndexFigures Figures, MeasuredRun Run) OfTwo, (IndexFigures Figures, MeasuredRun Run) OfOne);
}
