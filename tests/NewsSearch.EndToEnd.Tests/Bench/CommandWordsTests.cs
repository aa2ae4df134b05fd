using NewsSearch.Bench;
using NewsSearch.Bench.Comparing;

namespace NewsSearch.EndToEnd.Tests.Bench;

/// <summary>The peer's command as one text -> the words that start it.</summary>
public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("java -cp  a.jar:. Bench ", "java|-cp|a.jar:.|Bench")]
    [InlineData("'my program' \"it's\" ''", "my program|it's|")]
    [InlineData("a'b c'd \\n $HOME", "ab cd|\\n|$HOME")]
    [InlineData("  ", "")]
    public void Words_are_parted_by_blanks_and_kept_together_by_quotes(string command, string words) => Assert.Equal(words, string.Join('|', CommandWords.Split(command)));

    [Fact]
    public void An_open_quotation_is_refused() => Assert.Throws<BenchException>(() => CommandWords.Split("java 'a b"));
}
