using System.Globalization;

namespace NewsSearch.Engine.Queries;

/// <summary>Which characters mean something in a query, in whatever form a keyboard or a pasted text brings them.</summary>
internal static class QuerySigns
{
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';
    private const int FromWide = FirstWide - '!';

    /// <summary>Full-width forms become the ASCII signs and letters that they are wide forms of, one for one, so that places stay.</summary>
    /// <remarks>Not <c>？</c> and <c>～</c>: texts without blanks have them between words, where they would make patterns.</remarks>
    public static string Narrowed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstWide, LastWide))
            return text;
        return string.Create(text.Length, text, (narrow, wide) =>
        {
            for (var i = 0; i < wide.Length; i++)
                narrow[i] = wide[i] is >= FirstWide and <= LastWide and not ('？' or '～') ? (char)(wide[i] - FromWide) : wide[i];
        });
    }

    /// <summary>White space, control characters, and the invisible marks of writing direction that a pasted text brings along.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c)
        || (c >= '\u200B' && char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200C' or '\u200D'));

    /// <summary>Straight, curly, low, angle and corner quotes. Any of them opens a phrase and any closes it: editors mix them.</summary>
    public static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '«' or '»' or '「' or '」' or '『' or '』';
}
