using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsSearch.Engine.Bits;

/// <summary>Cells by document: those from Starts[doc] to Starts[doc + 1], or one a document where there are no starts.</summary>
internal readonly ref struct CellSpans
{
    /// <param name="starts">u32 each, one more than documents; empty for one cell a document.</param>
    /// <param name="bytes">The cells, little-endian.</param>
    /// <param name="width">Bytes of a cell: 1, 2 or 4.</param>
    public CellSpans(ReadOnlySpan<byte> starts, ReadOnlySpan<byte> bytes, int width)
    {
        Starts = MemoryMarshal.Cast<byte, int>(starts);
        Bytes = bytes;
        Width = width;
    }

    public ReadOnlySpan<int> Starts { get; }

    public ReadOnlySpan<byte> Bytes { get; }

    public int Width { get; }
}

/// <summary>The cells of a set of documents, in their order, copied into one buffer after another.</summary>
internal ref struct CellChunks<TCell>
    where TCell : unmanaged
{
    /// <summary>Cells in a buffer; as many documents are looked at in one go.</summary>
    public const int Length = 1024;

    // What is copied at once for a document, whether it has so many cells or fewer: 32 bytes hold 16 ordinals below 65,536.
    private static readonly int CopyCells = Vector256<byte>.Count / Unsafe.SizeOf<TCell>();

    private readonly ReadOnlySpan<int> _starts;
    private readonly ReadOnlySpan<TCell> _cells;
    private readonly ReadOnlySpan<ulong> _words;
    private readonly Span<TCell> _buffer;
    private readonly Span<int> _docs;
    private int _word;
    private int _next;
    private int _docCount;

    /// <param name="cells">The cells of at least as many documents as the set is over; else <see cref="ArgumentOutOfRangeException"/>.</param>
    /// <param name="set">The documents.</param>
    /// <param name="buffer">For cells; of <see cref="Length"/>.</param>
    /// <param name="docs">For documents; of <see cref="Length"/>.</param>
    public CellChunks(CellSpans cells, DocSet set, Span<TCell> buffer, Span<int> docs)
    {
        _starts = cells.Starts;
        _words = set.Words;
        _buffer = buffer;
        _docs = docs;
        _cells = MemoryMarshal.Cast<byte, TCell>(cells.Bytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(set.Length, _starts.IsEmpty ? _cells.Length : _starts.Length - 1);
    }

    /// <summary>Valid until the next call of Next.</summary>
    public ReadOnlySpan<TCell> Current { get; private set; }

    /// <summary>Copies the next cells; false where there are none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A start lies outside of the cells.</exception>
    public bool Next()
    {
        do
        {
            if (_next == _docCount) (_next, _docCount) = (0, SetBits.Members(_words, ref _word, _docs));
            if (_docCount == 0) return false;
            Current = _starts.IsEmpty ? OneOfEach() : AllOfEach();
        }
        while (Current.IsEmpty);
        return true;
    }

    private ReadOnlySpan<TCell> OneOfEach()
    {
        ref var to = ref MemoryMarshal.GetReference(_buffer);
        ref var from = ref MemoryMarshal.GetReference(_cells);
        var docs = _docs[.._docCount];
        for (var i = 0; i < docs.Length; i++) Unsafe.Add(ref to, i) = Unsafe.Add(ref from, docs[i]);
        _next = _docCount;
        return _buffer[.._docCount];
    }

    private ReadOnlySpan<TCell> AllOfEach()
    {
        var copied = 0;
        ref var to = ref MemoryMarshal.GetReference(_buffer);
        ref var from = ref MemoryMarshal.GetReference(_cells);
        ref var starts = ref MemoryMarshal.GetReference(_starts);
        for (; _next < _docCount; _next++)
        {
            var doc = _docs[_next];
            var (start, end) = (Unsafe.Add(ref starts, doc), Unsafe.Add(ref starts, doc + 1));
            if ((uint)start > (uint)end || (uint)end > (uint)_cells.Length) throw new ArgumentOutOfRangeException(nameof(start));
            if (end - start <= CopyCells && start <= _cells.Length - CopyCells && copied <= _buffer.Length - CopyCells)
            {
                var cells = Unsafe.ReadUnaligned<Vector256<byte>>(ref Unsafe.As<TCell, byte>(ref Unsafe.Add(ref from, start)));
                Unsafe.WriteUnaligned(ref Unsafe.As<TCell, byte>(ref Unsafe.Add(ref to, copied)), cells);
            }
            else if (end - start > _buffer.Length && copied == 0)
            {
                _next++;
                return _cells[start..end]; // more than the buffer holds: as they lie
            }
            else if (!_cells[start..end].TryCopyTo(_buffer[copied..]))
            {
                break;
            }

            copied += end - start;
        }

        return _buffer[..copied];
    }
}
