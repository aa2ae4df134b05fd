using System.Runtime.CompilerServices;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Indexing.Inversion;

/// <summary>Where one term's occurrences lie in an <see cref="OccurrenceLog"/>. A new one is empty.</summary>
internal struct OccurrenceChain
{
    /// <summary>First word of the first slice.</summary>
    public int Start;

    /// <summary>Where the next word goes.</summary>
    public int At;

    /// <summary>End of the words of the slice; there the link to the next one is written when it is full.</summary>
    public int End;

    /// <summary>Words of the slice, the link included.</summary>
    public int SliceLength;

    /// <summary>Last document + 1.</summary>
    public int NextDoc;

    /// <summary>Position of the last occurrence.</summary>
    public int Position;
}

/// <summary>Term -> its occurrences so far, for all terms of a list while a segment is made: four bytes for nearly every one.</summary>
/// <remarks>
/// A term's words lie in slices of one arena, each twice as long as the one before up to <see cref="LongestSlice"/>, the last word of a full
/// one leading to the next. A word is, from its low bits:
/// 0, datum (31 bits): once more in the same document; 1, 0, gap (14), datum (16): in a new document; 1, 1, gap (30): the same, the datum follows as a word.
/// Gaps are counted from the document behind the last one. The datum is the source, or the position less the one before in the document.
/// Source: the byte slices of Lucene's ByteBlockPool, with words for bytes.
/// </remarks>
internal sealed class OccurrenceLog
{
    private const int ChunkBits = 18;
    private const int ChunkLength = 1 << ChunkBits;
    private const int FirstSlice = 2;
    private const int LongestSlice = 512;
    private const int SmallGap = 1 << 14;
    private const int SmallDatum = 1 << 16;

    // All but the first have the full length; that one grows, so that a few documents take little.
    private uint[][] _chunks = [new uint[1 << 8]];
    private int _length;

    public long MemoryBytes => 4L * _length;

    /// <summary>Requires: documents never decrease, nor positions within one.</summary>
    public void AddPosition(ref OccurrenceChain chain, DocId doc, int position)
    {
        Add(ref chain, doc, doc < chain.NextDoc ? position - chain.Position : position);
        chain.Position = position;
    }

    /// <summary>Requires: documents never decrease.</summary>
    public void Add(ref OccurrenceChain chain, DocId doc, int datum)
    {
        if (doc < chain.NextDoc)
        {
            Put(ref chain, (uint)datum << 1);
            return;
        }

        var gap = (uint)(doc - chain.NextDoc);
        chain.NextDoc = doc + 1;
        if (gap < SmallGap && datum < SmallDatum)
        {
            Put(ref chain, ((uint)datum << 16) | (gap << 2) | 1);
            return;
        }

        Put(ref chain, (gap << 2) | 3);
        Put(ref chain, (uint)datum);
    }

    public Reader Read(in OccurrenceChain chain) => new(this, chain);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(ref OccurrenceChain chain, uint word)
    {
        if (chain.At == chain.End) Extend(ref chain);
        this[chain.At++] = word;
    }

    private ref uint this[int word] => ref _chunks[word >> ChunkBits][word & (ChunkLength - 1)];

    private void Extend(ref OccurrenceChain chain)
    {
        var isFirst = chain.SliceLength == 0;
        chain.SliceLength = isFirst ? FirstSlice : Math.Min(2 * chain.SliceLength, LongestSlice);
        var start = Allocate(chain.SliceLength);
        if (isFirst) chain.Start = start;
        else this[chain.End] = (uint)start;
        chain.At = start;
        chain.End = start + chain.SliceLength - 1;
    }

    /// <summary>Room for a slice, which never straddles two chunks.</summary>
    private int Allocate(int length)
    {
        if ((_length & (ChunkLength - 1)) + length > ChunkLength) _length = (_length | (ChunkLength - 1)) + 1;
        var (chunk, start) = (_length >> ChunkBits, _length);
        _length = checked(_length + length);
        if (chunk == 0 && _length > _chunks[0].Length) Array.Resize(ref _chunks[0], Math.Min(2 * _chunks[0].Length, ChunkLength));
        if (chunk == _chunks.Length) _chunks = [.. _chunks, new uint[ChunkLength]];
        return start;
    }

    /// <summary>A term's occurrences in the order in which they came.</summary>
    internal struct Reader(OccurrenceLog log, OccurrenceChain chain)
    {
        private readonly int _last = chain.At;
        private int _at = chain.Start;
        private int _end = chain.Start + FirstSlice - 1;
        private int _sliceLength = FirstSlice;

        /// <summary>-1 before the first, <see cref="PostingsFormat.NoMoreDocs"/> behind the last.</summary>
        public DocId Doc { get; private set; } = -1;

        /// <summary>The source, or the position less the one before in the document.</summary>
        public uint Datum { get; private set; }

        public bool Next()
        {
            if (_at == _last)
            {
                Doc = PostingsFormat.NoMoreDocs;
                return false;
            }

            var word = Word();
            if ((word & 1) == 0)
            {
                Datum = word >> 1;
                return true;
            }

            var isSmall = (word & 2) == 0;
            Doc += 1 + (int)(isSmall ? (word >> 2) & (SmallGap - 1) : word >> 2);
            Datum = isSmall ? word >> 16 : Word();
            return true;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private uint Word()
        {
            if (_at == _end)
            {
                _sliceLength = Math.Min(2 * _sliceLength, LongestSlice);
                _at = (int)log[_end];
                _end = _at + _sliceLength - 1;
            }

            return log[_at++];
        }
    }
}
