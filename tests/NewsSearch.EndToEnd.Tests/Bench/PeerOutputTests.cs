using NewsSearch.Bench;
using NewsSearch.Bench.Comparing;

namespace NewsSearch.EndToEnd.Tests.Bench;

/// <summary>What a peer prints, and what it must not print.</summary>
public sealed class PeerOutputTests
{
    [Fact]
    public void Figures_of_an_index_run_are_read()
    {
        var figures = PeerOutput.Index("peer", ["loading", "INDEX\tdocs=20\tadd_s=0.50\tcommit_s=0.75\tmerged_s=1.25\tsegs=3"]);

        Assert.Equal(new IndexFigures(20, 1.25, 0), figures);
    }

    [Fact]
    public void Figures_of_a_query_run_are_read()
    {
        var figures = PeerOutput.Queries("peer", ["Q\texact\tterm\t2\t900\t10.5\t99.5\t12.5\t2000.5\t11.5\t9.5"]);

        Assert.Equal([new QueryFigures("exact", "term", 2, 99.5, 2000.5, 11.5)], figures);
    }

    [Theory]
    [InlineData("INDEX\tdocs=20")]
    [InlineData("INDEX\tdocs=20\tmerged_s=1,25")]
    public void A_broken_index_line_is_refused_and_shown(string line) =>
        Assert.Contains(line, Assert.Throws<BenchException>(() => PeerOutput.Index("peer", [line])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Q\texact\tterm\t1")]
    [InlineData("Q\texact\tterm\t1\t900\t10.5\tNaN\t12.5\t2000.5\t11.5\t9.5")]
    public void A_broken_query_line_is_refused_and_shown(string line) =>
        Assert.Contains(line, Assert.Throws<BenchException>(() => PeerOutput.Queries("peer", [line])).Message, StringComparison.Ordinal);

    [Fact]
    public void Silence_is_refused_by_name() =>
        Assert.Equal("Lucene printed no line 'Q<TAB>…', which the peer protocol asks for. It printed nothing.", Assert.Throws<BenchException>(() => PeerOutput.Queries("Lucene", [])).Message);
}
