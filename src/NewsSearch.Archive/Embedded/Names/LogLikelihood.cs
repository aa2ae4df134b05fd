namespace NewsSearch.Archive.Embedded.Names;

/// <summary>How surely two things go together, by how often they do.</summary>
/// <remarks>
/// Source: T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19(1), 1993: −2 log λ of the
/// two-by-two table, here in the form 2 (H(rows and columns) − H(rows) − H(columns)) with H = Σ k log (k / N). Unlike mutual information it does
/// not prefer what is rare.
/// </remarks>
internal static class LogLikelihood
{
    /// <summary>The ratio; 0 where they go together no more often than by chance.</summary>
    /// <param name="both">Documents with both.</param>
    /// <param name="one">Documents with the one.</param>
    /// <param name="other">Documents with the other.</param>
    /// <param name="all">All documents.</param>
    public static double Ratio(long both, long one, long other, long all)
    {
        if ((double)both * all <= (double)one * other) return 0;
        var cells = Term(both, all) + Term(one - both, all) + Term(other - both, all) + Term(all - one - other + both, all);
        return 2 * (cells - Term(one, all) - Term(all - one, all) - Term(other, all) - Term(all - other, all));
    }

    private static double Term(long count, long all) => count <= 0 ? 0 : count * Math.Log((double)count / all);
}
