using System.Runtime.InteropServices;

namespace NewsSearch.Ingest.Entities.Tagging;

/// <summary>A name in a text.</summary>
/// <param name="Start">Start in the text.</param>
/// <param name="End">End in the text.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Confidence">How sure the tagger is that it is a name of this kind with these ends, from 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameMention(int Start, int End, NameKind Kind, float Confidence);
