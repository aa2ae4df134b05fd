using NewsSearch.Engine.Analysis.Unicode;

namespace NewsSearch.Engine.Analysis;

/// <summary>Word -> its case- and accent-insensitive form, the same on every machine.</summary>
/// <remarks>
/// Per code point by table: compatibility decomposition, full case folding, invisible characters dropped, and the letters of
/// tools/NewsSearch.UnicodeTables/LetterFoldings.cs (ø -> o). Then marks fall away after Latin, Greek, Cyrillic, Arabic and Hebrew
/// letters and digits; elsewhere they are part of the letter and stay, decomposed (が = か and a mark) and in the order of the
/// text. Jamo are put together to Hangul syllables.
/// Invariant: Fold(Fold(x)) == Fold(x), and Fold of a word equals Fold of its <see cref="Tokenizer.Word"/>.
/// Source of the Hangul arithmetic: The Unicode Standard, section 3.12.
/// </remarks>
internal static class Folding
{
    /// <summary>The most units that one code point folds to (ﷺ).</summary>
    private const int LongestFold = 18;

    private const int FirstSyllable = 0xAC00, LastSyllable = 0xD7A3;
    private const int FirstLead = 0x1100, FirstVowel = 0x1161, BeforeFirstTail = 0x11A7;
    private const int LeadCount = 19, VowelCount = 21, TailCount = 28;

    public static string Fold(string word)
    {
        var buffer = new char[word.Length + LongestFold];
        var length = Fold(word, ref buffer);
        return new string(buffer, 0, length);
    }

    /// <summary>Folds into <paramref name="buffer"/>, which grows when needed; returns the units written.</summary>
    public static int Fold(ReadOnlySpan<char> word, ref char[] buffer)
    {
        var length = 0;
        var dropsMarks = false;
        for (var at = 0; at < word.Length;)
        {
            if (buffer.Length < length + LongestFold)
                Array.Resize(ref buffer, Math.Max(2 * buffer.Length, length + LongestFold));
            var codePoint = CodePoints.At(word, at);
            var source = word.Slice(at, CodePoints.Length(codePoint));
            at += source.Length;
            var value = UnicodeTables.Folds[codePoint];
            Append(value == 0 ? source : UnicodeTables.Text(value), buffer, ref length, ref dropsMarks);
        }
        return length;
    }

    private static void Append(ReadOnlySpan<char> folded, char[] buffer, ref int length, ref bool dropsMarks)
    {
        for (var at = 0; at < folded.Length;)
        {
            var codePoint = CodePoints.At(folded, at);
            var units = folded.Slice(at, CodePoints.Length(codePoint));
            at += units.Length;
            var traits = UnicodeTables.TraitsOf(codePoint);
            if (!traits.IsMark)
                dropsMarks = traits.DropsMarks;
            else if (dropsMarks)
                continue;
            if (length > 0 && Compose(buffer[length - 1], codePoint) is var syllable && syllable != 0)
            {
                buffer[length - 1] = (char)syllable;
                continue;
            }
            units.CopyTo(buffer.AsSpan(length));
            length += units.Length;
        }
    }

    /// <summary>The Hangul syllable of a lead and a vowel, or of a syllable without tail and a tail; 0 for anything else.</summary>
    private static int Compose(int first, int second)
    {
        if (first is >= FirstLead and < FirstLead + LeadCount && second is >= FirstVowel and < FirstVowel + VowelCount)
            return FirstSyllable + (((first - FirstLead) * VowelCount) + second - FirstVowel) * TailCount;
        var isOpenSyllable = first is >= FirstSyllable and <= LastSyllable && (first - FirstSyllable) % TailCount == 0;
        var isTail = second is > BeforeFirstTail and < BeforeFirstTail + TailCount;
        return isOpenSyllable && isTail ? first + second - BeforeFirstTail : 0;
    }
}
