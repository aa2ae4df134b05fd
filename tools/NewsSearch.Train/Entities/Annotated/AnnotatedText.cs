using System.Runtime.InteropServices;

namespace NewsSearch.Train.Entities.Annotated;

/// <summary>A name that people marked.</summary>
/// <param name="Start">Start in the text.</param>
/// <param name="End">End in the text.</param>
/// <param name="Type">0 person, 1 organisation, 2 place, 3 none of them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GoldName(int Start, int End, int Type);

/// <summary>A document with all names marked.</summary>
internal sealed record AnnotatedText(string Text, IReadOnlyList<GoldName> Names)
{
    /// <summary>Where the sentences end in the text, if it was made of sentences.</summary>
    public IReadOnlyList<int> SentenceEnds { get; init; } = [];
}
