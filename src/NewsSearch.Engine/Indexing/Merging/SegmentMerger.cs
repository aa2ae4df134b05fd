using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Stored;

namespace NewsSearch.Engine.Indexing.Merging;

/// <summary>Several segments -> one with their living documents, in the same order.</summary>
internal sealed class SegmentMerger
{
    /// <summary>From as many on, compressed blocks of a segment are copied as they are. Each copy leaves two short blocks; taste: few enough of them.</summary>
    private const int CopiedBlocks = 8;

    private readonly IndexSchema _schema;
    private readonly MergeEffort _effort;
    private readonly List<MergeInput> _inputs = [];

    public SegmentMerger(IndexSchema schema, IReadOnlyList<(SegmentReader Reader, DocSet? Deleted)> segments, MergeEffort effort)
    {
        (_schema, _effort) = (schema, effort);
        foreach (var (reader, deleted) in segments)
        {
            _inputs.Add(new MergeInput(reader, deleted, DocCount));
            DocCount += _inputs[^1].LiveCount;
        }
    }

    /// <summary>Documents of the merged segment.</summary>
    public int DocCount { get; private set; }

    /// <summary>Number in the merged segment of a document of an input; -1 where it was deleted.</summary>
    public DocId NewDoc(int input, DocId doc) => _inputs[input].NewDoc(doc);

    /// <summary>Writes the segment. Requires: at least one document.</summary>
    public void Write(SectionFileWriter file)
    {
        WriteInfo(file);
        WriteStored(file);
        var lengths = Enumerable.Range(0, _schema.Texts.Count).Select(MergedLengths).ToArray();
        for (var text = 0; text < lengths.Length; text++)
        {
            file.Begin(SegmentSections.Lengths(_schema.Texts[text].Name)).Write(lengths[text]);
            file.End();
        }

        var texts = _schema.Texts.Select(text => text.Name).ToList();
        for (var i = 0; i < _schema.Lists.Count; i++) MergeList(file, i, [.. _schema.Lists[i].Texts.Select(text => lengths[texts.IndexOf(text)])]);
        for (var i = 0; i < _schema.Keywords.Count; i++) MergeKeyword(file, i);
        for (var i = 0; i < _schema.Numbers.Count; i++) MergeNumbers(file, i);
    }

    private void MergeList(SectionFileWriter file, int list, byte[][] lengthCodes)
    {
        var merger = new TermIndexMerger(new SegmentTerms(_inputs, [.. _inputs.Select(input => input.Reader.Lists[list])]), _effort);
        var name = _schema.Lists[list].Name;
        TermIndexWriter.Write(
            file, SegmentSections.Postings(name), SegmentSections.Terms(name), _schema.Lists[list].HasPositions ? SegmentSections.Positions(name) : null,
            (terms, postings, positions) => merger.Merge(terms, postings, positions, lengthCodes));
    }

    private void MergeKeyword(SectionFileWriter file, int keyword)
    {
        var merger = new TermIndexMerger(new SegmentTerms(_inputs, [.. _inputs.Select(input => input.Reader.Keywords[keyword])]), _effort);
        var name = _schema.Keywords[keyword].Name;
        TermIndexWriter.Write(
            file, SegmentSections.KeywordPostings(name), SegmentSections.KeywordTerms(name), null,
            (terms, postings, _) => merger.Merge(terms, postings, null, []));
        if (!_schema.Keywords[keyword].HasColumn) return;
        var table = new OrdinalTable();
        var ordinals = new List<int>();
        for (var i = 0; i < _inputs.Count; i++)
        {
            foreach (var doc in _inputs[i].Living())
            {
                _inputs[i].Reader.Columns[keyword]!.Read(doc, ordinals);
                for (var value = 0; value < ordinals.Count; value++) ordinals[value] = merger.NewOrdinals[i][ordinals[value]];
                table.Add(ordinals);
            }
        }

        ColumnWriter.WriteOrdinals(file.Begin(SegmentSections.KeywordColumn(name)), table, merger.TermCount);
        file.End();
    }

    private void MergeNumbers(SectionFileWriter file, int number)
    {
        var values = new List<long?>(DocCount);
        foreach (var input in _inputs)
        {
            foreach (var doc in input.Living()) values.Add(input.Reader.Numbers[number].TryRead(doc, out var value) ? value : null);
        }

        ColumnWriter.WriteNumbers(file.Begin(SegmentSections.Number(_schema.Numbers[number].Name)), values);
        file.End();
    }

    private byte[] MergedLengths(int text) =>
        [.. _inputs.SelectMany(input => input.Living().Select(doc => input.Reader.Lengths[text][doc]))];

    private void WriteInfo(SectionFileWriter file)
    {
        // Deleted documents leave the totals as they leave the segment; their tokens are known only by their rounded lengths.
        var tokenCounts = new long[_schema.Texts.Count];
        foreach (var input in _inputs)
        {
            for (var text = 0; text < tokenCounts.Length; text++)
            {
                tokenCounts[text] += input.LiveCount == input.Reader.DocCount
                    ? input.Reader.Info.TokenCounts[text]
                    : input.Living().Sum(doc => (long)LengthCode.LengthInTokens(input.Reader.Lengths[text][doc]));
            }
        }

        var languages = _inputs.SelectMany(input => input.Reader.Info.Languages).Distinct().Order(StringComparer.Ordinal);
        new SegmentInfo(DocCount, tokenCounts, [.. languages]).Write(file.Begin(SegmentSections.Info));
        file.End();
    }

    private void WriteStored(SectionFileWriter file)
    {
        var heads = new HeadWriter(file.Begin(SegmentSections.Heads));
        foreach (var input in _inputs)
        {
            var read = new ReadBytes(input.Reader);
            foreach (var doc in input.Living())
            {
                var head = input.Reader.Stored.Head(doc);
                heads.Add(head);
                read.Count(head.Length);
            }

            input.Reader.Forget();
        }

        heads.Finish();
        file.End();
        var bodies = new BodyWriter(file.Begin(SegmentSections.Bodies));
        foreach (var input in _inputs)
        {
            _effort.Cancellation.ThrowIfCancellationRequested();
            AddBodies(input, bodies);
            input.Reader.Forget();
        }

        bodies.Finish();
        file.End();
    }

    private static void AddBodies(MergeInput input, BodyWriter bodies)
    {
        var (stored, read) = (input.Reader.Stored, new ReadBytes(input.Reader));
        if (input.IsWhole && stored.BlockCount >= CopiedBlocks)
        {
            for (var block = 0; block < stored.BlockCount; block++) read.Count(bodies.Copy(stored, block));
            return;
        }

        for (var block = 0; block < stored.BlockCount; block++)
        {
            read.Count(StoredFormat.BlockBytes);
            var doc = stored.Documents(block).First;
            foreach (var body in stored.Bodies(block))
            {
                if (input.NewDoc(doc++) >= 0) bodies.Add(body.Span);
            }
        }
    }

    /// <summary>Gives back what was read of a segment now and then: a large one is read faster than the system takes its pages back.</summary>
    private struct ReadBytes(SegmentReader reader)
    {
        private const long MostBytes = 16 << 20;

        private long _bytes;

        public void Count(long bytes)
        {
            _bytes += bytes;
            if (_bytes < MostBytes) return;
            reader.Forget();
            _bytes = 0;
        }
    }
}
