using System.Text;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Terms;

/// <summary>The terms of a dictionary that a pattern accepts, in byte order. One thread at a time.</summary>
/// <remarks>
/// The pattern's states after each character of the current term are kept, so that the next term is stepped only behind what
/// it shares with this one. Inside a block the walk goes from term to term, which costs less than a search; at the end of a
/// block, where no term may go on like the current one, it seeks the next beginning from which the pattern leads on.
/// </remarks>
internal sealed class TermWalk(TermsReader terms, TermPattern pattern, CancellationToken cancellation = default)
{
    private const int Alive = int.MaxValue;

    /// <summary>Steps between two looks at the cancellation: some tens of microseconds.</summary>
    private const int CheckEvery = 256;

    private readonly TermCursor _cursor = terms.Cursor();
    private (int End, ulong State)[] _path = new (int, ulong)[32];
    private int _steps;
    private byte[] _target = [];
    private char[] _characters = [];

    /// <summary>Invariant: <c>_path[.._depth]</c> and this one are the states behind beginnings of the current term, shortest first.</summary>
    private int _depth = -1;

    /// <summary>Length of the shortest beginning of the current term with which no accepted term begins; else <see cref="Alive"/>.</summary>
    private int _deadEnd = Alive;

    public TermEntry Entry => _cursor.Entry;

    /// <summary>The current term; valid until the walk goes on.</summary>
    public ReadOnlySpan<byte> Term => _cursor.Term;

    /// <summary>Moves to the next accepted term; false at the end, after which it is not to be called.</summary>
    public bool Next()
    {
        while (_depth < 0 ? Begin() : Move())
        {
            if (++_steps % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            if (Accepts()) return true;
        }

        return false;
    }

    private bool Begin()
    {
        _path[_depth = 0] = (0, pattern.Start);
        return _cursor.SeekCeiling(TermBytes.Exact(pattern.First));
    }

    /// <summary>Moves past the terms that begin like the current one where that is dead, else to the next term.</summary>
    private bool Move()
    {
        do
        {
            if (_deadEnd != Alive && _cursor.IsLastOfBlock) return Leap();
            if (!_cursor.Next()) return false;
        }
        while (_cursor.SharedLength >= _deadEnd);
        KeepPath(_cursor.SharedLength);
        return true;
    }

    /// <summary>Seeks the least beginning behind the dead one from which the pattern leads on; false where there is none.</summary>
    private bool Leap()
    {
        for (; _depth >= 0; _depth--)
        {
            var (end, state) = _path[_depth];
            Rune.DecodeFromUtf8(_cursor.Term[end..], out var dead, out _);
            var codePoint = pattern.NextAlive(state, dead.Value);
            if (codePoint is < 0 or > 0x10FFFF) continue;
            if (codePoint is >= 0xD800 and <= 0xDFFF) codePoint = 0xE000; // what lies between is no character
            if (_target.Length < end + 4) Array.Resize(ref _target, 2 * (end + 4));
            _cursor.Term[..end].CopyTo(_target);
            return Seek(_target.AsSpan(0, end + new Rune(codePoint).EncodeToUtf8(_target.AsSpan(end))));
        }

        return false;
    }

    private bool Seek(ReadOnlySpan<byte> target)
    {
        if (target.SequenceCompareTo(_cursor.Term) <= 0) throw terms.Damaged(0); // terms that are not UTF-8 could lead in circles
        if (!_cursor.SeekCeiling(target)) return false;
        KeepPath(_cursor.Term.CommonPrefixLength(target));
        return true;
    }

    /// <summary>Forgets the states behind more than the first bytes.</summary>
    private void KeepPath(int byteLength)
    {
        while (_path[_depth].End > byteLength) _depth--;
        _deadEnd = Alive;
    }

    /// <summary>Steps the pattern through what is new of the current term.</summary>
    private bool Accepts()
    {
        var term = _cursor.Term;
        var (end, state) = _path[_depth];
        if (pattern.RulesOut(state, term)) return false;
        while (end < term.Length && state != TermPattern.Everything)
        {
            int codePoint = term[end], length = 1;
            if (codePoint >= 0x80)
            {
                Rune.DecodeFromUtf8(term[end..], out var character, out length);
                codePoint = character.Value;
            }

            state = pattern.Step(state, codePoint);
            end += length;
            if (state == TermPattern.Dead)
            {
                _deadEnd = end;
                return false;
            }

            if (++_depth == _path.Length) Array.Resize(ref _path, 2 * _depth);
            _path[_depth] = (end, state);
        }

        return (state == TermPattern.Everything || pattern.IsAccepting(state)) && (pattern.StepsDecide || Matches(term));
    }

    private bool Matches(ReadOnlySpan<byte> term)
    {
        if (_characters.Length < term.Length) _characters = new char[2 * term.Length];
        return pattern.Matches(_characters.AsSpan(0, Encoding.UTF8.GetChars(term, _characters)));
    }
}
