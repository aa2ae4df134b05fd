using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Indexing.Inversion;
using NewsSearch.Engine.Indexing.Merging;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Segments;

namespace NewsSearch.Engine.Indexing;

/// <summary>Documents -> one segment: runs of them are inverted in memory by several threads, then all sections are written.</summary>
/// <remarks>Runs go to the lanes in turn, and the lists of all lanes are merged as they are written: the bytes do not depend on their number.</remarks>
/// <param name="schema">Of the segment.</param>
/// <param name="threads">Lanes at most; 1: the caller inverts.</param>
internal sealed class SegmentBuilder(IndexSchema schema, int threads = 1)
{
    private readonly MergeEffort _effort = new(threads);
    private readonly List<InversionLane> _lanes = [];
    private readonly StoredLane _stored = new(schema, threads > 1);
    private readonly List<(int Lane, int First, int End)> _runs = []; // documents of a lane, counted there

    public int DocCount { get; private set; }

    /// <summary>Bytes held, without the runs that may still be on their way.</summary>
    public long MemoryBytes => _lanes.Sum(lane => lane.MemoryBytes) + _stored.MemoryBytes;

    /// <summary>Adds documents that follow one another; their numbers go on from <see cref="DocCount"/>. Raises what an earlier run failed with.</summary>
    public void Add(IReadOnlyList<IndexDocument> run)
    {
        if (_lanes.Count < threads && _runs.Count < threads) _lanes.Add(new InversionLane(schema, threads > 1));
        var lane = _runs.Count % threads;
        _lanes[lane].Add(run, DocCount);
        _stored.Add(run, DocCount);
        var first = _runs.Count < threads ? 0 : _runs[^threads].End;
        _runs.Add((lane, first, first + run.Count));
        DocCount += run.Count;
    }

    /// <summary>Writes the segment. Requires: at least one document. Raises what a run failed with.</summary>
    public void Write(SectionFileWriter file)
    {
        _lanes.ForEach(lane => lane.Wait());
        _stored.Wait();
        var tokenCounts = schema.Texts.Select((_, text) => _lanes.Sum(lane => lane.Texts.TokenCounts[text]));
        var languages = _lanes.SelectMany(lane => lane.Texts.Languages).Distinct().Order(StringComparer.Ordinal);
        new SegmentInfo(DocCount, [.. tokenCounts], [.. languages]).Write(file.Begin(SegmentSections.Info));
        file.End();
        _stored.Write(file);
        WriteTexts(file);
        for (var i = 0; i < schema.Keywords.Count; i++) WriteKeyword(file, i);
        for (var i = 0; i < schema.Numbers.Count; i++)
        {
            ColumnWriter.WriteNumbers(file.Begin(SegmentSections.Number(schema.Numbers[i].Name)), InOrder(lane => lane.Numbers[i]));
            file.End();
        }
    }

    /// <summary>Drops what is not done.</summary>
    public void GiveUp()
    {
        _lanes.ForEach(lane => lane.GiveUp());
        _stored.GiveUp();
    }

    /// <summary>What the lanes hold of each of their documents, in the order of the segment's.</summary>
    private List<T> InOrder<T>(Func<InversionLane, List<T>> values)
    {
        var all = new List<T>(DocCount);
        foreach (var (lane, first, end) in _runs) all.AddRange(values(_lanes[lane]).GetRange(first, end - first));
        return all;
    }

    private void WriteTexts(SectionFileWriter file)
    {
        byte[][] lengthCodes = [.. schema.Texts.Select((_, text) => InOrder(lane => lane.Texts.LengthCodes[text]).ToArray())];
        for (var text = 0; text < lengthCodes.Length; text++)
        {
            file.Begin(SegmentSections.Lengths(schema.Texts[text].Name)).Write(lengthCodes[text]);
            file.End();
        }

        for (var i = 0; i < schema.Lists.Count; i++)
        {
            var list = schema.Lists[i];
            var merger = new TermIndexMerger(LaneTerms.Of([.. _lanes.Select(lane => lane.Texts.Lists[i])], PostingsShape.Of(list)), _effort);
            byte[][] codes = [.. list.Texts.Select(text => lengthCodes[schema.Texts.NumberOf(text)])];
            TermIndexWriter.Write(
                file, SegmentSections.Postings(list.Name), SegmentSections.Terms(list.Name), list.HasPositions ? SegmentSections.Positions(list.Name) : null,
                (terms, postings, positions) => merger.Merge(terms, postings, positions, codes));
        }
    }

    private void WriteKeyword(SectionFileWriter file, int keyword)
    {
        var field = schema.Keywords[keyword];
        var values = LaneTerms.Of([.. _lanes.Select(lane => lane.Keywords[keyword])], PostingsShape.Keyword);
        var merger = new TermIndexMerger(values, _effort);
        TermIndexWriter.Write(
            file, SegmentSections.KeywordPostings(field.Name), SegmentSections.KeywordTerms(field.Name), null,
            (terms, postings, _) => merger.Merge(terms, postings, null, []));
        if (!field.HasColumn) return;
        ColumnWriter.WriteOrdinals(file.Begin(SegmentSections.KeywordColumn(field.Name)), values.Ordinals(DocCount, merger.NewOrdinals), merger.TermCount);
        file.End();
    }
}
