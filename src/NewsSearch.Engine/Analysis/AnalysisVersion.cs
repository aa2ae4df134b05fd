namespace NewsSearch.Engine.Analysis;

/// <summary>The number of the analysis: an index made under another number must be rebuilt.</summary>
/// <remarks>Raised whenever tokens, folding or stems change for any text.</remarks>
public static class AnalysisVersion
{
    /// <summary>The number of the analysis in this build.</summary>
    public const int Current = 3;
}
