using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Columns;

namespace NewsSearch.Engine.Values;

/// <summary>Values whose documents stand behind one another, as those of a day or a month do in an archive in date order -> their runs.</summary>
/// <remarks>Counting them is counting bits between two places: a histogram of all months costs a look at each word of the set, whatever it holds.</remarks>
internal sealed class ValueRuns
{
    // With more runs than one in so many documents they would be no shorter to walk than the column.
    private const int DocsPerRun = 4;

    private readonly Run[]? _runs;

    private ValueRuns(Run[]? runs) => _runs = runs;

    /// <summary>How many there are; null where there are too many to be of use.</summary>
    public int? Count => _runs?.Length;

    /// <param name="column">Values by document.</param>
    /// <param name="docCount">Documents of the segment.</param>
    /// <param name="isWanted">By ordinal.</param>
    public static ValueRuns Of(OrdinalColumn column, int docCount, bool[] isWanted)
    {
        var runs = new List<Run>();
        var latest = new int[isWanted.Length]; // 1 + place of an ordinal's latest run
        var ordinals = new List<int>();
        for (DocId doc = 0; doc < docCount; doc++)
        {
            column.Read(doc, ordinals);
            foreach (var ordinal in ordinals)
            {
                if (!isWanted[ordinal]) continue;
                if (latest[ordinal] is > 0 and var place && runs[place - 1].End == doc)
                {
                    runs[place - 1] = runs[place - 1] with { End = doc + 1 };
                    continue;
                }

                runs.Add(new Run(ordinal, doc, doc + 1));
                latest[ordinal] = runs.Count;
                if (runs.Count > docCount / DocsPerRun) return new ValueRuns(null);
            }
        }

        return new ValueRuns([.. runs]);
    }

    /// <summary>Counts, for each wanted ordinal, the documents of a set that have it: counts[ordinal + 1]. Requires: Count is not null.</summary>
    public void AddTo(Span<int> counts, DocSet docs)
    {
        foreach (var run in _runs!) counts[run.Ordinal + 1] += docs.CountBetween(run.Start, run.End);
    }

    /// <summary>The documents [Start, End) have the value.</summary>
    private readonly record struct Run(int Ordinal, DocId Start, DocId End);
}
