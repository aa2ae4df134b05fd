using System.Runtime.InteropServices;

namespace NewsSearch.Ingest.Entities.Tagging;

/// <summary>A name in a text.</summary>
/// <param name="Start">Start in the text.</param>
/// <param name="End">End in the text.</param>
/// <param name="Kind">What it names.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameMention(int Start, int End, NameKind Kind);
