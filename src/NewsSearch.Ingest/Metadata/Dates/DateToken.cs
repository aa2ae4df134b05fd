using System.Globalization;

namespace NewsSearch.Ingest.Metadata.Dates;

/// <summary>A number, word or sign of a text that may hold a date.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Start">Where they stand.</param>
/// <param name="Number">The value of a run of digits; -1 for words and signs.</param>
internal readonly record struct DateToken(string Text, int Start, int Number)
{
    /// <summary>A longer run of digits is part of no date.</summary>
    private const int MostDigits = 4;

    public int End => Start + Text.Length;

    public bool IsNumber => Number >= 0;

    public bool IsWord => !IsNumber && char.IsLetter(Text[0]);

    /// <summary>Digits of any script, words of letters with their marks and inner dots, and single signs.</summary>
    public static List<DateToken> Split(string text)
    {
        var tokens = new List<DateToken>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (char.IsDigit(text[at]))
            {
                while (at < text.Length && char.IsDigit(text[at])) at++;
                tokens.Add(new DateToken(text[start..at], start, at - start <= MostDigits ? Value(text.AsSpan(start, at - start)) : int.MaxValue));
            }
            else if (char.IsLetter(text[at]))
            {
                while (at < text.Length && IsInWord(text, at)) at++;
                tokens.Add(new DateToken(text[start..at], start, -1));
            }
            else
            {
                at++;
                if (!char.IsWhiteSpace(text[start])) tokens.Add(new DateToken(text[start..at], start, -1));
            }
        }
        return tokens;
    }

    /// <summary>A dot or dash stands inside a word between letters: p.m, ม.ค, كانون-الثاني.</summary>
    private static bool IsInWord(string text, int at) =>
        char.IsLetter(text[at])
        || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format
        || (text[at] is '.' or '\'' or '’' && at > 0 && char.IsLetter(text[at - 1]) && at + 1 < text.Length && char.IsLetter(text[at + 1]));

    private static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits) value = value * 10 + (int)char.GetNumericValue(digit);
        return value;
    }
}
