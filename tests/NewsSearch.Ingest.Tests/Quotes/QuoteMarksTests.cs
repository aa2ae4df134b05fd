using NewsSearch.Ingest.Quotes;

namespace NewsSearch.Ingest.Tests.Quotes;

public sealed class QuoteMarksTests
{
    [Theory]
    [InlineData("He said “it is open” today.", "it is open")]
    [InlineData("He said \"it is open\" today.", "it is open")]
    [InlineData("He said ''it is open'' today.", "it is open")]
    [InlineData("He said ``it is open'' today.", "it is open")]
    [InlineData("Er sagte: „Es ist offen“, heute.", "Es ist offen")]
    [InlineData("Il a dit : « C’est ouvert » hier.", "C’est ouvert")]
    [InlineData("Er sagte: »Es ist offen«, heute.", "Es ist offen")]
    [InlineData("Han sa: ”Den är öppen”, i dag.", "Den är öppen")]
    [InlineData("Il a dit ‹ ouvert › hier.", "ouvert")]
    [InlineData("He said ‘it’s the troops’ bridge’ today.", "it’s the troops’ bridge")]
    [InlineData("He said 'it's open' today.", "it's open")]
    [InlineData("他说“桥开了”。", "桥开了")]
    [InlineData("彼は「橋は開いた」と言った。", "橋は開いた")]
    [InlineData("“It is,” he said, “open.”", "It is,|open.")]
    [InlineData("“He told me ‘no’ twice.”", "He told me ‘no’ twice.")]
    [InlineData("\"One. \"Two.\"", "One.|Two.")]                         // glued paragraphs, the first without its end
    [InlineData("“One.\n\n“Two.”", "One.|Two.")]                         // continued
    [InlineData("“One.\n\nTwo.", "One.")]                                // the end was forgotten
    [InlineData("The bridge's ends are the towns' own.", "")]
    [InlineData("He is 6' 2\" tall and 12\" wide.", "")]
    [InlineData("Rock 'n' roll of the '60s.", "n")]                      // too short to be anything, left to the test of quotations
    [InlineData("A stray \" mark.", "")]
    [InlineData("”", "")]
    [InlineData("“”", "")]
    public void Stretches_between_marks_are_found(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', QuoteMarks.Find(text).Select(marked => text[marked.Start..marked.End])));
}
