using NewsSearch.Ingest.Entities.Tagging;
using NewsSearch.Ingest.Entities.Tagging.Features;
using NewsSearch.Train.Entities.Annotated;

namespace NewsSearch.Train.Entities;

/// <summary>A segment as the trainer sees it.</summary>
/// <param name="Features">For each token, the numbers of its features.</param>
/// <param name="Gold">For each token, its tag.</param>
/// <param name="Times">How often it counts.</param>
internal sealed record Example(int[][] Features, byte[] Gold, int Times);

/// <summary>Annotated texts -> segments with features and right tags.</summary>
internal static class Examples
{
    /// <summary>Stands for the tag of a token about which the annotation says nothing that tokens can tell: nothing is learned from its segment.</summary>
    public const byte Unknown = 255;

    /// <summary>The right tag of each token; <see cref="Unknown"/> around a name whose ends are within tokens or segments.</summary>
    public static byte[] GoldTags(PreparedText text, AnnotatedText document)
    {
        var tags = new byte[text.Tokens.Count];
        var tokens = text.Tokens.AsSpan();
        var at = 0;
        foreach (var name in document.Names)
        {
            while (at < tokens.Length && tokens[at].Start < name.Start) at++;
            var end = at;
            while (end < tokens.Length && tokens[end].End <= name.End) end++;
            var isInside = text.Segments.Exists(segment => segment.Start <= at && end <= segment.End);
            if (end == at || tokens[at].Start != name.Start || tokens[end - 1].End != name.End || !isInside)
            {
                for (var i = Math.Max(0, at - 1); i < tokens.Length && tokens[i].Start < name.End; i++)
                {
                    if (tokens[i].End > name.Start) tags[i] = Unknown;
                }
                continue;
            }
            for (var i = at; i < end; i++)
                tags[i] = (byte)TagSet.Tag(name.Type, end - at == 1 ? TagSet.Unit : i == at ? TagSet.Begin : i == end - 1 ? TagSet.Last : TagSet.Inside);
            at = end;
        }
        return tags;
    }

    /// <summary>For each segment, the keys of its tokens' features.</summary>
    public static IEnumerable<(Segment Segment, uint[][] Keys)> Keys(PreparedText text)
    {
        foreach (var segment in text.Segments) yield return (segment, KeysOf(text, segment));
    }

    private static uint[][] KeysOf(PreparedText text, Segment segment)
    {
        var buffer = new uint[FeatureTemplates.Most];
        var keys = new uint[segment.End - segment.Start][];
        var templates = text.Templates(buffer);
        for (var i = 0; i < keys.Length; i++) keys[i] = buffer[..templates.Fill(segment, segment.Start + i)];
        return keys;
    }
}
