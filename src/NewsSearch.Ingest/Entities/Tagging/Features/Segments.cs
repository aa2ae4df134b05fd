using System.Runtime.InteropServices;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Entities.Tagging.Features;

/// <summary>Tokens [Start, End) that may hold names.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Segment(int Start, int End);

/// <summary>Tokens -> the runs of capital letters in them, joined over a few words such as "of" and "and". What stands outside is no name.</summary>
internal static class Segments
{
    /// <summary>So many words without capitals may stand between two with capitals.</summary>
    private const int MostConnectors = 3;

    /// <summary>A longer segment is cut: no name is so long, and the sums of scores must not overflow.</summary>
    public const int MostTokens = 100;

    public static List<Segment> Find(ReadOnlySpan<TagToken> tokens)
    {
        var segments = new List<Segment>(tokens.Length / 16 + 1);
        for (var i = 0; i < tokens.Length;)
        {
            if (!Begins(tokens, i))
            {
                i++;
                continue;
            }
            var end = i + 1;
            while (end - i < MostTokens - MostConnectors - 1 && NextCapital(tokens, end) is > 0 and var next) end = next + 1;
            if (end < tokens.Length && !tokens[end].Is(TokenForm.SentenceStart) && (tokens[end].Is(WordTraits.PlaceTail) || tokens[end].Is(TokenForm.HasDigit))) end++;
            segments.Add(new Segment(i, end));
            i = end;
        }
        return segments;
    }

    private static bool Begins(ReadOnlySpan<TagToken> tokens, int at) =>
        tokens[at].Is(TokenForm.HasCapital)
        || (tokens[at].Is(WordTraits.Particle) && at + 1 < tokens.Length && tokens[at + 1].Is(TokenForm.Capital) && !tokens[at + 1].Is(TokenForm.SentenceStart))
        || (tokens[at].Is(TokenForm.HasDigit) && !tokens[at].Is(TokenForm.SentenceStart) && at + 1 < tokens.Length && tokens[at + 1].Is(TokenForm.Capital) && !tokens[at + 1].Is(TokenForm.SentenceStart));

    private static int NextCapital(ReadOnlySpan<TagToken> tokens, int from)
    {
        for (var i = from; i < tokens.Length && i <= from + MostConnectors && !tokens[i].Is(TokenForm.SentenceStart); i++)
        {
            if (tokens[i].Is(TokenForm.HasCapital)) return i;
            if (!tokens[i].Is(WordTraits.Connector) && !tokens[i].Is(TokenForm.HasDigit)) return 0;
        }
        return 0;
    }
}
