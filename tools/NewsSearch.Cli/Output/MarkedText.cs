using System.Net;
using NewsSearch.Archive.Reading;

namespace NewsSearch.Cli.Output;

/// <summary>Marked HTML of a hit -> text for a terminal (bold) or a pipe (*stars*), without control characters.</summary>
internal static class MarkedText
{
    public static string ForTerminal(string marked, bool isColored) =>
        Plain(WebUtility.HtmlDecode(marked
            .Replace("<mark>", isColored ? "\uE000" : "*", StringComparison.Ordinal)
            .Replace("</mark>", isColored ? "\uE001" : "*", StringComparison.Ordinal)))
        .Replace("\uE000", "\e[1m", StringComparison.Ordinal).Replace("\uE001", "\e[0m", StringComparison.Ordinal);

    /// <summary>Text of an article may not steer the terminal: control characters but line feeds become spaces.</summary>
    public static string Plain(string text) =>
        text.Any(IsControl) ? string.Create(text.Length, text, (target, source) =>
        {
            for (var i = 0; i < source.Length; i++) target[i] = IsControl(source[i]) ? ' ' : source[i];
        }) : text;

    /// <summary>A sentence of ours with each stretch from right to left isolated, by U+2068 and U+2069: on a terminal alone, since programs compare.</summary>
    public static string Isolated(string sentence, bool isLive)
    {
        if (!isLive) return sentence;
        foreach (var stretch in RightToLeft.Stretches(sentence).Reverse()) sentence = sentence.Insert(stretch.End, "\u2069").Insert(stretch.Start, "\u2068");
        return sentence;
    }

    private static bool IsControl(char character) => char.IsControl(character) && character != '\n';
}
