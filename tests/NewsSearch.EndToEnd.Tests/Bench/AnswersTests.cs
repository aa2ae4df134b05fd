using System.IO.Compression;
using System.Text;
using NewsSearch.Bench;
using NewsSearch.Bench.Comparing;
using NewsSearch.EndToEnd.Tests.Cli;

namespace NewsSearch.EndToEnd.Tests.Bench;

/// <summary>What counts as the same answer, and what counts as none.</summary>
public sealed class AnswersTests
{
    private const string Term = "term\u0001tide\t2\t7:1.5000,3:1.2500";

    private static readonly string Names = string.Join('|', Enumerable.Range(0, 9).Select(i => $"Outlet {i}={100 - i}"));

    [Fact]
    public void Scores_are_not_compared() => Assert.True(Check("term\u0001tide\t2\t7:1.5001,3:9", Term).AllEqual);

    [Theory]
    [InlineData("term\u0001tide\t3\t7:1.5000,3:1.2500")]
    [InlineData("term\u0001tide\t2\t3:1.5000,7:1.2500")]
    [InlineData("term\u0001tide\t2\t7:1.5000")]
    [InlineData("term\u0001ebb\t2\t7:1.5000,3:1.2500")]
    public void Another_total_order_or_query_is_another_answer(string found) => Assert.False(Check(found, Term).AllEqual);

    [Fact]
    public void Facet_values_that_tie_may_stand_in_any_order() => Assert.True(Check("facet\u0001term:tide\t2\t7:1\tB=1|A=1", "facet\u0001term:tide\t2\t7:1\tA=1|B=1").AllEqual);

    [Fact]
    public void Facet_values_that_tie_where_the_list_was_cut_may_be_others() => Assert.True(Check($"f\t2\t7:1\t{Names}|Last=5", $"f\t2\t7:1\t{Names}|Other=5").AllEqual);

    [Fact]
    public void Another_count_in_a_facet_is_another_answer() => Assert.False(Check($"f\t2\t7:1\t{Names}|Last=5", $"f\t2\t7:1\t{Names}|Last=6").AllEqual);

    [Fact]
    public void A_query_without_hits_and_facet_values_has_an_answer() => Assert.True(Check("facet\u0001term:none\t0\t\t\t\t", "facet\u0001term:none\t0\t\t\t\t").AllEqual);

    [Fact]
    public void Differences_are_shown_with_both_answers()
    {
        var lines = Check("term\u0001tide\t3\t7:1", Term).Lines().ToList();

        Assert.Equal(["term tide", "  expected 2\t7,3", "  found    3\t7", "0 of 1 answers equal the expected ones"], lines);
    }

    [Fact]
    public void Nothing_to_compare_with_is_no_success() => Assert.False(Check(Term, "").AllEqual);

    [Theory]
    [InlineData("Exception in thread main")]
    [InlineData("term\u0001tide\tmany\t7:1")]
    [InlineData("facet\u0001term:tide\t2\t7:1\tA")]
    public void A_line_that_is_no_answer_is_refused_with_its_number(string nonsense)
    {
        var trouble = Assert.Throws<BenchException>(() => Read(Term + "\n" + nonsense));

        Assert.Contains("line 2 is no answer", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compressed_answers_are_read()
    {
        using var folder = new TemporaryFolder();
        using (var file = new GZipStream(File.Create(folder["right.tsv.gz"]), CompressionLevel.Fastest)) file.Write(Encoding.UTF8.GetBytes(Term + "\n"));

        Assert.Equal("2\t7,3", Assert.Single(Answers.Read(folder["right.tsv.gz"])).Value);
    }

    private static AnswerCheck Check(string found, string right) => AnswerCheck.Of(Read(found), Read(right));

    private static IReadOnlyDictionary<string, string> Read(string lines)
    {
        using var folder = new TemporaryFolder();
        return Answers.Read(folder.Write("answers.tsv", lines));
    }
}
