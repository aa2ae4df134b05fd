using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsSearch.Bench.Walking;

/// <summary>Numbers as pages write them.</summary>
internal static partial class PageText
{
    /// <summary>The first number of an element: "1,234 articles" -> 1234, "no articles" -> 0; null where there is none.</summary>
    public static long? Number(IElement? element) => Numbers(element?.TextContent) is [var first, ..] ? first : element?.TextContent.Contains("no ", StringComparison.OrdinalIgnoreCase) == true ? 0 : null;

    /// <summary>The last number of an element.</summary>
    public static long? LastNumber(IElement? element) => Numbers(element?.TextContent) is [.., var last] ? last : null;

    /// <summary>All numbers, in order.</summary>
    public static long[] Numbers(string? text) => [.. Digits().Matches(text ?? "").Select(match => long.Parse(match.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\d{1,3}(,\d{3})+|\d{1,18}")]
    private static partial Regex Digits();
}
