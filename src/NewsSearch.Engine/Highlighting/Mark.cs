namespace NewsSearch.Engine.Highlighting;

/// <summary>A match [Start, End) in a text, in UTF-16 code units.</summary>
public readonly record struct Mark(int Start, int End);
