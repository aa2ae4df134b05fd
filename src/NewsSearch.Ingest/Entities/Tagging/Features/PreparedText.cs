using NewsSearch.Ingest.Entities.Gazetteer;
using NewsSearch.Ingest.Entities.Tagging.Words;

namespace NewsSearch.Ingest.Entities.Tagging.Features;

/// <summary>A text -> its tokens, the segments that may hold names, and all that the features of their tokens need.</summary>
internal sealed class PreparedText
{
    private readonly ulong[] _lists;

    public PreparedText(string text, Vocabulary words, NameLists lists)
    {
        Tokens = Tokenizer.Tokenize(text, words);
        Segments = Features.Segments.Find(Tokens);
        _lists = new ulong[Tokens.Count];
        foreach (var segment in Segments) lists.Mark(Tokens.AsSpan(segment.Start, segment.End - segment.Start), _lists.AsSpan(segment.Start));
        Evidence = new DocumentEvidence(Tokens, Segments, _lists);
    }

    public ArraySegment<TagToken> Tokens { get; }

    public List<Segment> Segments { get; }

    /// <summary>The list marks of each token.</summary>
    public ReadOnlySpan<ulong> Lists => _lists;

    public DocumentEvidence Evidence { get; }

    public FeatureTemplates Templates(Span<uint> keys) => new(Tokens, Lists, Evidence, keys);
}
