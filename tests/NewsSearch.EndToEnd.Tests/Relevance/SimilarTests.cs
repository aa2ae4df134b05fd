using System.Text.Json;
using NewsSearch.Bench.Relevance;
using NewsSearch.EndToEnd.Tests.Cli;

namespace NewsSearch.EndToEnd.Tests.Relevance;

/// <summary>Similar articles, among the samples and with a floor over a real collection.</summary>
[Collection(SampleIndexUsers.Name)]
public sealed class SimilarTests(SampleIndex samples)
{
    [Fact]
    public void The_samples_are_like_each_other_and_share_telling_words()
    {
        foreach (var number in (string[])["000", "001", "002", "003"])
        {
            var document = JsonDocument.Parse(samples.Run("show", samples.IdOf(number), "--similar", "--json").Output).RootElement;

            var similar = document.GetProperty("similar").EnumerateArray().ToList();

            Assert.Equal(samples.IdOf(number), document.GetProperty("article").GetProperty("id").GetString());
            Assert.NotEmpty(similar);
            Assert.DoesNotContain(similar, like => like.GetProperty("id").GetString() == samples.IdOf(number));
            Assert.All(similar, like => Assert.NotEqual(0, like.GetProperty("sharedWords").GetArrayLength()));
        }
    }

    [Fact]
    public void The_terminal_lists_them_with_their_words()
    {
        var outcome = samples.Run("show", samples.IdOf("000"), "--similar");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Similar articles:", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  both have: ", outcome.Output, StringComparison.Ordinal);
    }

    [CollectionFact("basil-triples")]
    public void Another_article_of_the_event_is_among_the_first_three_for_most_of_basil_triples()
    {
        var data = new SharedData(Path.GetDirectoryName(CollectionFactAttribute.Folder("basil-triples"))!);

        var rows = new SimilarMeasure("basil-triples").Run(data, CancellationToken.None).ToList();

        Assert.InRange(rows[^1].Ours, 0.95, 1);
    }
}
