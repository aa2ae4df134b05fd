using System.Text;
using NewsSearch.Engine.Analysis.Unicode;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Analysis;

/// <summary>Text -> words with their places, in the order of the text. Reusable, for one thread.</summary>
/// <remarks>
/// Words are the UAX #29 segments (<see cref="WordBreaker"/>) that hold a letter or digit, from their first to their last letter or
/// digit with the marks on it, then:
/// <list type="bullet">
/// <item>dashes and connectors (_, ‿) split, where UAX #29 keeps them inside a word;</item>
/// <item>runs of Chinese, Japanese and Korean characters are cut out, across segments, and become overlapping pairs
/// (<see cref="CjkRun"/>), a lone character stays itself;</item>
/// <item>'s is cut off and apostrophes at either end (<see cref="WordRules"/>), dots inside acronyms are dropped;</item>
/// <item>invisible characters (soft hyphen, joiners, direction marks) are dropped from Word and Term.</item>
/// </list>
/// Invariant: 0 &lt;= Start &lt; End &lt;= text length; Start increases from token to token; Word and Term are not empty and not
/// longer than <see cref="MaxTermLength"/>. Spans are valid until the next call.
/// Time is linear in the text; nothing is allocated once the buffers have grown.
/// </remarks>
internal sealed class Tokenizer : ITokenSource
{
    /// <summary>UTF-16 units after which Word and Term are cut (never inside a surrogate pair), so that terms stay bounded.</summary>
    public const int MaxTermLength = 255;

    private readonly bool _asciiPath;
    private readonly char[] _word = new char[MaxTermLength];
    private char[] _term = new char[2 * MaxTermLength];
    private readonly byte[] _utf8 = new byte[(3 * MaxTermLength) + ByteHash.KeyLength];
    private ReadOnlyMemory<char> _text;
    private CjkRun _run;
    private int _at;            // what lies before is done
    private int _segmentEnd;    // end of the segment that holds _at; _at == _segmentEnd: at a boundary
    private int _wordLength;
    private int _termLength;    // -1: the term is the word

    /// <summary>A tokenizer; without <paramref name="asciiPath"/> it takes the plain way for all text (for tests: same tokens).</summary>
    public Tokenizer(bool asciiPath = true) => _asciiPath = asciiPath;

    /// <summary>The token's place in the text, [Start, End) in UTF-16 units.</summary>
    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>Number of the token in its text: 0, 1, 2, …</summary>
    public int Position { get; private set; } = -1;

    /// <summary>The word in lower case with its accents: what the stemmers read.</summary>
    public ReadOnlySpan<char> Word => _word.AsSpan(0, _wordLength);

    /// <summary>The word folded (<see cref="Folding"/>): what the exact lists hold.</summary>
    public ReadOnlySpan<char> Term => _termLength < 0 ? Word : _term.AsSpan(0, _termLength);

    public ReadOnlySpan<char> TermOf(ReadOnlySpan<char> word) =>
        Ascii.IsValid(word) ? word : _term.AsSpan(0, WordRules.CutLength(_term.AsSpan(0, Folding.Fold(word, ref _term)), MaxTermLength));

    public ReadOnlySpan<byte> Utf8(out int length)
    {
        length = Encoding.UTF8.GetBytes(Term, _utf8);
        return _utf8;
    }

    public void Reset(ReadOnlyMemory<char> text)
    {
        _text = text;
        _run = default;
        _at = _segmentEnd = 0;
        _wordLength = _termLength = 0;
        Start = End = 0;
        Position = -1;
    }

    /// <summary>Steps to the next token; false at the end of the text.</summary>
    public bool Next()
    {
        var text = _text.Span;
        while (true)
        {
            if (_run.Next(text, out var start, out var end))
            {
                if (Take(text, start, end, dropDots: false))
                    return true;
                continue;
            }
            if (_at == _segmentEnd)
            {
                if (_asciiPath && TakeAsciiWord(text))
                    return true;
                if (_at == text.Length)
                    return false;
                _segmentEnd = WordBreaker.NextBoundary(text, _at);
            }
            if (TakeFromSegment(text))
                return true;
        }
    }

    /// <summary>Plain English text: letters and digits that end where nothing after them can join.</summary>
    private bool TakeAsciiWord(ReadOnlySpan<char> text)
    {
        var start = _at;
        while (start < text.Length && char.IsAscii(text[start]) && !char.IsAsciiLetterOrDigit(text[start]))
            start++;
        _at = _segmentEnd = start;
        var length = AsciiWords.Length(text, start);
        if (length == 0 || WordRules.IsDetachedPossessive(text, start, start + length))
            return false;
        _at = _segmentEnd = start + length;
        _wordLength = Math.Min(length, MaxTermLength);
        _termLength = -1;
        AsciiWords.Lower(text.Slice(start, _wordLength), _word);
        Place(start, start + length);
        return true;
    }

    /// <summary>The next word of [_at, _segmentEnd), or the start of the next CJK run.</summary>
    private bool TakeFromSegment(ReadOnlySpan<char> text)
    {
        var start = _at;
        var traits = default(CharTraits);
        for (; start < _segmentEnd; start += CodePoints.Length(CodePoints.At(text, start)))
        {
            traits = UnicodeTables.TraitsOf(CodePoints.At(text, start));
            if (traits.IsWord)
                break;
        }
        _at = start;
        if (start == _segmentEnd)
            return false;
        if (traits.IsCjk)
        {
            _run = CjkRun.At(text, start);
            _at = _run.End;
            _segmentEnd = Math.Max(_segmentEnd, _at);
            return false;
        }
        var end = PieceEnd(text, start);
        if (WordRules.IsDetachedPossessive(text, start, end))
            return false;
        WordRules.Trim(text, ref start, ref end);
        return start < end && Take(text, start, end, WordRules.IsAcronym(text, start, end));
    }

    /// <summary>End of the piece that begins at start: before the next separator, CJK character or end of the segment, without
    /// what follows its last letter or digit but the marks on it. Moves _at to where the next piece may begin.</summary>
    private int PieceEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (_at < _segmentEnd)
        {
            var codePoint = CodePoints.At(text, _at);
            var traits = UnicodeTables.TraitsOf(codePoint);
            if (traits.IsSeparator || traits.IsCjk)
                break;
            var isMarkOnEnd = traits.WordBreak == WordBreakClass.Extend && end == _at;
            _at += CodePoints.Length(codePoint);
            if (traits.IsWord || isMarkOnEnd)
                end = _at;
        }
        return end;
    }

    /// <summary>Makes [start, end) the current token; false where nothing of it is left after folding (a lone tatweel).</summary>
    private bool Take(ReadOnlySpan<char> text, int start, int end, bool dropDots)
    {
        _wordLength = WordRules.WriteWord(text[start..end], _word, dropDots);
        _termLength = Ascii.IsValid(Word) ? -1 : TermOf(Word).Length;
        if (Term.IsEmpty)
            return false;
        Place(start, end);
        return true;
    }

    private void Place(int start, int end)
    {
        Start = start;
        End = end;
        Position++;
    }
}
