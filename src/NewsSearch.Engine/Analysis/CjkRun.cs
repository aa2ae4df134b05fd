using NewsSearch.Engine.Analysis.Unicode;

namespace NewsSearch.Engine.Analysis;

/// <summary>A run of Chinese, Japanese or Korean characters -> its overlapping pairs, or its only character.</summary>
/// <remarks>
/// These scripts write no blanks (or, in Korean, few): pairs find any word of two characters and more without a dictionary.
/// A character is a code point with what is attached to it (UAX #29, rule WB4), or a Hangul syllable written in jamo.
/// </remarks>
internal struct CjkRun
{
    private int _pair;      // start of the next pair
    private int _second;    // start of its second character; End: none

    /// <summary>End of the run.</summary>
    public int End { get; private init; }

    /// <summary>The run that begins at <paramref name="start"/>. Requires: a CJK character there.</summary>
    public static CjkRun At(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            var codePoint = CodePoints.At(text, end);
            var traits = UnicodeTables.TraitsOf(codePoint);
            if (!traits.IsCjk && !traits.IsAttached)
                break;
            end += CodePoints.Length(codePoint);
        }
        return new CjkRun { End = end, _pair = start, _second = CharacterEnd(text, start, end) };
    }

    /// <summary>The next pair [start, pairEnd); false when there is none.</summary>
    public bool Next(ReadOnlySpan<char> text, out int start, out int pairEnd)
    {
        start = pairEnd = _pair;
        if (_pair == End)
            return false;
        pairEnd = _second == End ? End : CharacterEnd(text, _second, End);
        _pair = pairEnd == End ? End : _second;
        _second = pairEnd;
        return true;
    }

    private static int CharacterEnd(ReadOnlySpan<char> text, int start, int runEnd)
    {
        var end = start + CodePoints.Length(CodePoints.At(text, start));
        while (end < runEnd)
        {
            var codePoint = CodePoints.At(text, end);
            if (!IsInnerJamo(codePoint) && !UnicodeTables.TraitsOf(codePoint).IsAttached)
                break;
            end += CodePoints.Length(codePoint);
        }
        return end;
    }

    /// <summary>Vowels and tails: they go on with the syllable before them.</summary>
    private static bool IsInnerJamo(int codePoint) => codePoint is >= 0x1160 and <= 0x11FF;
}
