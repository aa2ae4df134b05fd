using System.Text.RegularExpressions;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Cleaning.Leftovers;

/// <summary>A paragraph that only leads to another article: <c>SEE ALSO: Bridge to close</c>, <c>( PHOTOS: The old bridge)</c>.</summary>
internal static partial class CrossReference
{
    public const string Name = "cross-reference";

    private const int LongestLength = 180;

    /// <summary>What such paragraphs begin with.</summary>
    private const string Beginnings = "SRWPVGMLAC([";

    public static IEnumerable<TextRange> Find(Draft draft) => ShortParagraphs.Matching(draft, first: 1, LongestLength, Beginnings, Reference());

    /// <summary>In capitals the label alone tells; otherwise what follows must not end as a sentence does.</summary>
    [GeneratedRegex(
        @"^(?:(?:SEE ALSO|RELATED(?: [A-Z]+)?|READ MORE|READ NEXT|READ ALSO|ALSO READ|READ|WATCH|STORY|PHOTOS|VIDEO|GALLERY|MORE|LISTEN) ?: ?\S.*"
        + @"|(?:Related|See also|Read more|Read also|Also read|Read next|More)(?: (?:from|on|about|coverage|stories|articles)\b[^:]{0,30})?: ?\S.*(?<![.!”""])"
        + @"|\( ?(?:Also on [A-Z][^():]{1,30}|(?:RELATED|PHOTOS?|VIDEO|WATCH|GALLERY|QUIZ|[A-Z]{4,} Junkies)) ?: [^()]+\)"
        + @"|\[ ?(?:Read|Watch|Related|See)\b[^\[\]]+\]"
        + @"|(?:CLICK HERE|Click [Hh]ere) (?:TO|FOR|to|for) .*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
