using NewsSearch.Archive;
using NewsSearch.Ingest.Cleaning;
using NewsSearch.Ingest.Cleaning.Leftovers;

namespace NewsSearch.Ingest.Tests.Cleaning.Leftovers;

public sealed class NameBoxTests
{
    private const string Lind = " Anna Mary LindBridge to close Harbour in need: what to know MORE";
    private const string Roe = " John (Jack) RoeThe Morning Report - Bridges | Piers MORE";

    [Theory]
    [InlineData("The mayor, Anna Lind{0} (H.P.), met John Roe{1} and left.", "The mayor, Anna Lind (H.P.), met John Roe and left.")]
    [InlineData("“We trust Anna Lind{0},” said John Roe{1}.", "“We trust Anna Lind,” said John Roe.")]
    [InlineData("Anna Lind{0}’s plan is new.", "Anna Lind’s plan is new.")]
    [InlineData("All asked for Anna Lind{0}", "All asked for Anna Lind")]
    [InlineData("Anna Lind and Mary Lind want MORE bridges.", "Anna Lind and Mary Lind want MORE bridges.")]
    [InlineData("Lind Anna LindBridge is a name.", "Lind Anna LindBridge is a name.")]
    public void A_box_over_a_name_is_cut_and_the_sentence_goes_on(string pattern, string expected)
    {
        const string next = "\n\nThe next paragraph stays where it is.";
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, Lind, Roe) + next;
        var draft = new Draft(text);
        draft.Cut([.. NameBox.Find(draft)], NameBox.Name);

        var (body, removed) = draft.Finish();

        Assert.Equal(expected + next, body);
        Assert.Equal(text, Put(body, removed));
    }

    [Fact]
    public void A_box_without_an_end_is_none_however_long_it_is()
    {
        var draft = new Draft(string.Concat(Enumerable.Repeat("Lind Anna LindBridge ", 20_000)) + " MORE");

        Assert.InRange(NameBox.Find(draft).Count(), 0, 1);
    }

    /// <summary>The text with what was removed put back; a space stands before what the sentence was cut at.</summary>
    private static string Put(string body, List<Removal> removed) =>
        Enumerable.Reverse(removed).Aggregate(body, (text, removal) => text.Insert(removal.At, " " + removal.Text));
}
