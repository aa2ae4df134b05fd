using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Indexing.Merging;

/// <summary>The same list of several inputs -> one list: terms in order, each with the postings of all.</summary>
/// <remarks>Ranges of terms are merged side by side, in memory, and written in order: the bytes do not depend on the number of threads.</remarks>
internal sealed class TermIndexMerger
{
    /// <summary>How much is merged before the memory of what was read is given back: a merge would else hold all its inputs.</summary>
    private const long ForgottenBytes = 8 << 20;

    private readonly ITermInputs _inputs;
    private readonly MergeEffort _effort;

    public TermIndexMerger(ITermInputs inputs, MergeEffort effort)
    {
        (_inputs, _effort) = (inputs, effort);
        NewOrdinals = [.. Enumerable.Range(0, inputs.Count).Select(input => new int[inputs.TermCount(input)])];
    }

    /// <summary>Ordinal in an input -> ordinal in the merged list, -1 where no living document has the term; known after the merge.</summary>
    public IReadOnlyList<int[]> NewOrdinals { get; }

    public int TermCount { get; private set; }

    public void Merge(ByteSink terms, ByteSink postings, ByteSink? positions, IReadOnlyList<byte[]> lengthCodes)
    {
        var termsWriter = new TermsWriter(terms);
        var idle = new Stack<MergedTerms>();
        var running = new Queue<Task<MergedTerms>>();
        var starts = RangeStarts();
        var forgotten = 0L;
        for (var i = 0; i < starts.Count; i++)
        {
            _effort.Cancellation.ThrowIfCancellationRequested();
            if (running.Count == _effort.Threads) Write();
            var (from, to) = (starts[i], i + 1 < starts.Count ? starts[i + 1] : null);
            var range = idle.TryPop(out var used) ? used : new MergedTerms(_inputs, NewOrdinals, lengthCodes);
            running.Enqueue(_effort.Threads == 1 ? Task.FromResult(Merged()) : Task.Run(Merged));

            MergedTerms Merged()
            {
                range.Merge(from, to);
                return range;
            }
        }

        while (running.Count > 0) Write();
        termsWriter.Finish();
        TermCount = termsWriter.TermCount;

        void Write()
        {
            var range = running.Dequeue().GetAwaiter().GetResult();
            range.CopyTo(termsWriter, postings, positions);
            idle.Push(range);
            if (postings.Position + (positions?.Position ?? 0) - forgotten < ForgottenBytes) return;
            forgotten = postings.Position + (positions?.Position ?? 0);
            _inputs.Forget();
        }
    }

    /// <summary>The first terms of the ranges; the largest dictionary says where they are.</summary>
    private List<byte[]> RangeStarts()
    {
        List<byte[]> starts = [[]];
        var largest = Enumerable.Range(0, _inputs.Count).MaxBy(_inputs.TermCount);
        var cursor = _inputs.Cursor(largest);
        for (var ordinal = _effort.TermsPerRange; ordinal < _inputs.TermCount(largest); ordinal += _effort.TermsPerRange)
        {
            cursor.SeekOrdinal(ordinal);
            starts.Add(cursor.Term.ToArray());
        }

        return starts;
    }
}

/// <summary>How a merge is shared out.</summary>
/// <param name="Threads">How many ranges of terms are merged side by side.</param>
/// <param name="TermsPerRange">Default by taste: some megabytes of postings at most, so that a few ranges fit into any budget.</param>
/// <param name="Cancellation">Gives the merge up.</param>
internal sealed record MergeEffort(int Threads, int TermsPerRange = 1 << 11, CancellationToken Cancellation = default);
