using System.Text.RegularExpressions;

namespace NewsSearch.Archive.Reading;

/// <summary>A sentence of ours that quotes words of the user -> the stretches of it that are written from right to left.</summary>
/// <remarks>Who shows the sentence isolates each stretch (UAX #9): else neighbours in a list, and the punctuation between them, change places.</remarks>
public static partial class RightToLeft
{
    /// <summary>[Start, End) of each stretch, in order: words with nothing but blanks, joints and signs of patterns between them. A comma ends one, as lists do.</summary>
    public static IReadOnlyList<TextRange> Stretches(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Stretch().Matches(text).Select(match => new TextRange(match.Index, match.Index + match.Length))];
    }

    // The blocks of Hebrew, Arabic, Syriac, Thaana and their kin, with their presentation forms; beyond the first plane the blocks from 10800 and 1E800 on.
    [GeneratedRegex("""(?:[*?]*(?:[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\uD802\uD803\uD83A\uD83B][\uDC00-\uDFFF]))(?:[0-9 .'"\u2019*?-]*(?:[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\p{M}]|[\uD802\uD803\uD83A\uD83B][\uDC00-\uDFFF]))*(?:[*?]+|~[12])?""")]
    private static partial Regex Stretch();
}
