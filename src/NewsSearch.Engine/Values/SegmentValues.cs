using System.Runtime.CompilerServices;
using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Columns;

namespace NewsSearch.Engine.Values;

/// <summary>Segment ordinal -> global ordinal, -1 for hidden values.</summary>
/// <param name="Global">By segment ordinal.</param>
/// <param name="DocCounts">By segment ordinal: its documents, deleted ones included.</param>
/// <param name="IsInjective">Whether no value is hidden and no two are shown alike: then a document counts each once as it is.</param>
internal sealed record SegmentValues(int[] Global, int[] DocCounts, bool IsInjective)
{
    private static readonly Func<string, bool> Every = _ => true;

    private readonly ConditionalWeakTable<Func<string, bool>, ValueRuns> _runs = [];
    private volatile Exceptions? _exceptions;

    /// <summary>Whether every segment ordinal is the global one, as in the first segment of all.</summary>
    public bool IsIdentity { get; } = !Global.Where((global, local) => global != local).Any();

    /// <summary>The documents of the segment that a count value by value gets wrong; found on first use.</summary>
    public Exceptions ExceptionsIn(OrdinalColumn column, int docCount) => _exceptions ??= Find(column, docCount);

    /// <summary>The runs of documents of those values that are accepted; found on first use, kept as long as the delegate lives.</summary>
    public ValueRuns RunsOf(OrdinalColumn column, int docCount, GlobalValues values, Func<string, bool>? accepts) => _runs.GetValue(
        accepts ?? Every, where => ValueRuns.Of(column, docCount, [.. Global.Select(ordinal => ordinal >= 0 && where(values.Shown(ordinal)))]));

    private Exceptions Find(OrdinalColumn column, int docCount)
    {
        var without = new DocSet(docCount);
        var surplus = new List<(DocId, int)>();
        var ordinals = new List<int>();
        for (DocId doc = 0; doc < docCount; doc++)
        {
            column.Read(doc, ordinals);
            if (!IsInjective)
            {
                for (var i = 0; i < ordinals.Count; i++) ordinals[i] = Global[ordinals[i]];
                ordinals.RemoveAll(ordinal => ordinal < 0);
                ordinals.Sort();
                for (var i = 1; i < ordinals.Count; i++)
                {
                    if (ordinals[i] == ordinals[i - 1]) surplus.Add((doc, ordinals[i]));
                }
            }

            if (ordinals.Count == 0) without.Add(doc);
        }

        return new Exceptions(without.Count() == 0 ? null : without, [.. surplus]);
    }
}

/// <summary>What a count of values alone does not tell.</summary>
/// <param name="Without">Documents without any value that is shown; null where all have one.</param>
/// <param name="Surplus">Global ordinals that a document has once more, for each further stored value shown alike.</param>
internal sealed record Exceptions(DocSet? Without, (DocId Doc, int Ordinal)[] Surplus);
