using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Stored;

namespace NewsSearch.Engine.Indexing.Inversion;

/// <summary>The stored fields of all documents of a segment, packed as they come: a third of the memory, and no thread packs alone at the end.</summary>
/// <param name="schema">Of the segment.</param>
/// <param name="isBeside">Whether to work beside the caller.</param>
internal sealed class StoredLane(IndexSchema schema, bool isBeside) : RunLane(isBeside)
{
    /// <summary>Of an array and the reference to it.</summary>
    private const int ArrayOverhead = 32;

    private readonly List<byte[]> _heads = []; // one by one: a growing array of them all takes up to three times as much
    private readonly List<BodyBlock> _bodies = [];
    private readonly BodyPacker _packer = new();
    private readonly ByteBuffer _head = new();
    private readonly ByteBuffer _body = new();
    private long _usedBytes;

    /// <summary>Writes both sections. Requires: it has waited.</summary>
    public void Write(SectionFileWriter file)
    {
        var heads = new HeadWriter(file.Begin(SegmentSections.Heads));
        foreach (var head in _heads) heads.Add(head);
        heads.Finish();
        file.End();
        Keep(_packer.Finish());
        var bodies = new BodyWriter(file.Begin(SegmentSections.Bodies));
        foreach (var block in _bodies) bodies.Add(block);
        bodies.Finish();
        file.End();
    }

    protected override long UsedBytes() => _usedBytes;

    protected override void Take(IndexDocument document, DocId doc)
    {
        _head.Clear();
        _body.Clear();
        for (var i = 0; i < schema.Stored.Count; i++)
        {
            foreach (var (field, value) in document.Stored)
            {
                if (field == schema.Stored[i].Name) StoredRecord.Write(schema.Stored[i].IsHead ? _head : _body, i, value.Span);
            }
        }

        _heads.Add(_head.Written.ToArray());
        _usedBytes += _head.Length + ArrayOverhead;
        Keep(_packer.Add(_body.Written));
    }

    private void Keep(BodyBlock? full)
    {
        if (full is not { } block) return;
        _bodies.Add(block);
        _usedBytes += block.Compressed.Length + ArrayOverhead;
    }
}
