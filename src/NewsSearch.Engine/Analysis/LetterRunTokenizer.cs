using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Analysis;

/// <summary>Maximal runs of letters and decimal digits by code point, lower-cased: the rule that every compared engine can follow.</summary>
/// <remarks>Terms are cut like those of <see cref="Tokenizer"/>, at <see cref="Tokenizer.MaxTermLength"/>. Runs of ASCII are found 64 units at a time (<see cref="LetterRuns"/>), the others code point by code point.</remarks>
internal sealed class LetterRunTokenizer : ITokenSource
{
    private readonly bool _asciiPath;
    private ReadOnlyMemory<char> _text;
    private byte[] _lower = [];
    private ulong[] _edges = [];
    private ulong[] _others = [];
    private int _block;
    private int _blockCount;
    private ulong _left; // edges of the block that are not taken
    private int _at;     // [_at, _end) is left for the plain way
    private int _end;
    private readonly byte[] _plain = new byte[(3 * Tokenizer.MaxTermLength) + ByteHash.KeyLength];
    private bool _isPlain;
    private int _start;
    private int _length;
    private readonly char[] _term = new char[Tokenizer.MaxTermLength];

    /// <summary>A tokenizer; without <paramref name="asciiPath"/> it takes the plain way for all text (for tests: same tokens).</summary>
    public LetterRunTokenizer(bool asciiPath = true) => _asciiPath = asciiPath;

    public int Position { get; private set; } = -1;

    public ReadOnlySpan<char> Word => Term;

    public ReadOnlySpan<char> Term => _term.AsSpan(0, Encoding.UTF8.GetChars(Utf8(out var length)[..length], _term));

    public ReadOnlySpan<char> TermOf(ReadOnlySpan<char> word) => word;

    public ReadOnlySpan<byte> Utf8(out int length)
    {
        length = _length;
        return _isPlain ? _plain : _lower.AsSpan(_start);
    }

    public void Reset(ReadOnlyMemory<char> text)
    {
        (_text, Position) = (text, -1);
        (_at, _end) = (0, _asciiPath ? 0 : text.Length);
        (_block, _blockCount, _left) = (-1, 0, 0);
        if (!_asciiPath) return;
        _blockCount = LetterRuns.BlockCount(text.Length);
        if (_edges.Length < _blockCount)
        {
            _lower = new byte[(LetterRuns.BlockSize * _blockCount) + ByteHash.KeyLength];
            (_edges, _others) = (new ulong[_blockCount], new ulong[_blockCount]);
        }

        LetterRuns.Find(text.Span, _lower, _edges, _others);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next()
    {
        while (true)
        {
            if (_at < _end)
            {
                if (TakePlain()) return true;
                continue;
            }

            var start = NextEdge();
            if (start < 0) return false;
            var end = NextEdge();
            if (((_others[start / LetterRuns.BlockSize] | _others[(end - 1) / LetterRuns.BlockSize]) != 0 || end - start > LetterRuns.BlockSize)
                && !Ascii.IsValid(_lower.AsSpan(start, end - start)))
            {
                (_at, _end) = (start, end);
                continue;
            }

            (_isPlain, _start, _length) = (false, start, Math.Min(end - start, Tokenizer.MaxTermLength));
            Position++;
            return true;
        }
    }

    /// <summary>The next edge, -1 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NextEdge()
    {
        while (_left == 0)
        {
            if (++_block >= _blockCount) return -1;
            _left = _edges[_block];
        }

        var edge = (LetterRuns.BlockSize * _block) + BitOperations.TrailingZeroCount(_left);
        _left &= _left - 1;
        return edge;
    }

    /// <summary>The next token of [_at, _end), code point by code point.</summary>
    private bool TakePlain()
    {
        var text = _text.Span[.._end];
        (_isPlain, _length) = (true, 0);
        var units = 0;
        while (_at < text.Length)
        {
            Rune.DecodeFromUtf16(text[_at..], out var rune, out var length);
            _at += length;
            if (Rune.IsLetterOrDigit(rune))
            {
                units += length;
                if (units <= Tokenizer.MaxTermLength) _length += Rune.ToLowerInvariant(rune).EncodeToUtf8(_plain.AsSpan(_length));
            }
            else if (_length > 0)
            {
                break;
            }
        }

        if (_length > 0) Position++;
        return _length > 0;
    }
}
