namespace NewsSearch.Bench.Relevance;

/// <summary>One line of the table of relevance. All figures are shares of 1.</summary>
/// <param name="Measure">What is measured: "nDCG@10".</param>
/// <param name="On">The set it is measured on.</param>
/// <param name="Ours">Our figure.</param>
/// <param name="Plain">The figure of plain BM25; null where there is nothing to compare with.</param>
/// <param name="AtLeast">What ours must reach.</param>
internal sealed record MeasureRow(string Measure, string On, double Ours, double? Plain, double AtLeast)
{
    public bool IsReached => Ours >= AtLeast && Ours >= (Plain ?? 0);
}
