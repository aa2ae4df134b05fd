using NewsSearch.Bench.Relevance;
using NewsSearch.EndToEnd.Tests.Architecture;

namespace NewsSearch.EndToEnd.Tests.Bench;

/// <summary>The table of relevance in its short form: what was once reached is not lost.</summary>
public sealed class RelevanceTests
{
    [Fact]
    public void The_gain_is_linear_and_discounted_by_rank()
    {
        var grades = new Dictionary<string, double> { ["a"] = 3, ["b"] = 1 };

        Assert.Equal(1, JudgedMeasure.Ndcg(["a", "b"], grades), precision: 12);
        Assert.Equal((1 + (3 / 2.0)) / (3 + (1 / Math.Log2(3))), JudgedMeasure.Ndcg(["b", "x", "a"], grades), precision: 12);
        Assert.Equal(0, JudgedMeasure.Ndcg(["x"], grades));
    }

    [SharedDataTheory]
    [InlineData("time", 0.68)]
    [InlineData("cranfield", 0.53)]
    public void A_judged_set_is_ranked_as_well_as_it_was(string set, double floor)
    {
        var measure = Measures.All.Single(measure => measure.Name == set);

        var row = Assert.Single(measure.Run(new SharedData(SharedDataTheoryAttribute.Folder), CancellationToken.None));

        Assert.True(row.Ours >= floor, MeasureTable.Line(row));
        Assert.True(row.Ours >= row.Plain, MeasureTable.Line(row));
    }
}

/// <summary>A theory over data sets that lie beside the repository and are no part of it; skipped where they are not there.</summary>
internal sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute() => Skip = Directory.Exists(Folder) ? null : "needs the data sets of ../shared/data";

    public static string Folder { get; } = Path.Combine(SourceTree.Root, "..", "shared", "data");
}
