using NewsSearch.Engine.Bits.Sets;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Postings;

/// <summary>Walks the postings of one term, block by block; frequencies and positions are decoded only when asked for.</summary>
/// <remarks>Invariant: Doc is -1 before the first call, strictly increasing, then <see cref="PostingsFormat.NoMoreDocs"/>. One thread at a time.</remarks>
internal sealed class PostingsCursor
{
    private readonly PostingsReader _list;
    private readonly PostingsBlock _current;
    private PostingsRecord _record; // read in place: it is too large to be copied at each call
    private PositionsReader? _positions;
    private bool _hasPositions; // of this term
    private int _block;
    private int _positionsCounted;
    private long _positionIndex;

    public PostingsCursor(PostingsReader list, TermEntry entry)
    {
        _list = list;
        _current = new PostingsBlock(list.Shape.SourceCount);
        Reopen(entry);
    }

    public DocId Doc { get; private set; }

    public ref readonly PostingsRecord Record => ref _record;

    public int DocCount => _record.DocCount;

    /// <summary>Stands before the first document of another term of the list.</summary>
    public void Reopen(TermEntry entry)
    {
        (_record, _hasPositions, _block, Doc) = (new PostingsRecord(_list, entry), false, -1, -1);
        _current.Clear();
    }

    public DocId Next()
    {
        if (_block >= 0 && _current.MoveNext()) return Doc = _current.Doc;
        if (_block + 1 >= _record.BlockCount) return End();
        Decode(_block + 1);
        return Doc = _current.Doc;
    }

    /// <summary>Moves to the first document at or after <paramref name="target"/>. Requires: target &gt; Doc.</summary>
    public DocId Seek(DocId target)
    {
        if (_block < 0 || _current.LastDoc < target)
        {
            var block = _block < 0 ? _record.FindBlock(0, target) : _record.HasSkips ? _record.FindBlock(_block, target) : _record.BlockCount;
            if (block >= _record.BlockCount) return End();
            if (block != _block) Decode(block);
        }

        return _current.MoveTo(target) ? Doc = _current.Doc : End();
    }

    /// <summary>Whether the term surely is not in a document, told without decoding anything. Moves nothing. Requires: doc not before Doc.</summary>
    public bool SurelyLacks(DocId doc)
    {
        if (!_record.HasSkips || doc <= Doc) return false;
        var block = _record.FindBlock(Math.Max(0, _block), doc);
        return block >= _record.BlockCount || (block != _block && _record.SurelyLacks(block, doc));
    }

    /// <summary>Adds every document from the current one on, block by block; the cursor ends.</summary>
    public void Fill(DocSet set)
    {
        for (var block = Math.Max(0, _block); block < _record.BlockCount; block++)
        {
            if (block != _block && _record.TryAddBitmap(block, set)) continue;
            if (block != _block) Decode(block);
            _current.AddTo(set);
        }

        End();
    }

    /// <summary>How often the term stands in all documents, all sources together. Requires: a cursor before the first, which nobody uses any more.</summary>
    public long CountOccurrences(CancellationToken cancellation)
    {
        if (_list.Shape.HasPositions && _record.HasSkips) return _record.PositionsBefore(_record.BlockCount);
        var count = 0L;
        for (var block = 0; block < _record.BlockCount; block++)
        {
            cancellation.ThrowIfCancellationRequested();
            Decode(block);
            count += _current.SumFrequencies();
        }

        return count;
    }

    /// <summary>How often the current document has the term in a source.</summary>
    public int Frequency(int source) => _current.Frequency(source);

    /// <summary>Positions of the term in the current document, never decreasing; valid until the next call.</summary>
    public ReadOnlySpan<int> Positions()
    {
        if (!_hasPositions) OpenPositions();
        _positionIndex += _current.SumFrequencies(_positionsCounted, _current.Index);
        _positionsCounted = _current.Index;
        return _positions!.Read(_positionIndex, Frequency(0));
    }

    /// <summary>Hands all documents and positions of the term on, block by block, each document renumbered by <paramref name="step"/>. Requires: a cursor before the first.</summary>
    public void CopyTo(PostingsWriter writer, int step)
    {
        for (var block = 0; block < _record.BlockCount; block++)
        {
            Decode(block);
            writer.Add(_current, step);
        }

        if (!_list.Shape.HasPositions) return;
        OpenPositions();
        _positions!.CopyTo(writer);
    }

    /// <remarks>Requires: a block is decoded, the only one where there are no skips.</remarks>
    private void OpenPositions()
    {
        if (_positions is null) _positions = _record.Positions(_current);
        else _record.Reopen(_positions, _current);
        _hasPositions = true;
    }

    private DocId End()
    {
        _block = _record.BlockCount;
        _current.Clear();
        return Doc = PostingsFormat.NoMoreDocs;
    }

    private void Decode(int block)
    {
        _record.Decode(block, _current);
        (_block, _positionsCounted) = (block, 0);
        if (_list.Shape.HasPositions) _positionIndex = _record.PositionsBefore(block);
    }
}
