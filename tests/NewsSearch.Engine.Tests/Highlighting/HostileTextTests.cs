using NewsSearch.Engine.Highlighting;

namespace NewsSearch.Engine.Tests.Highlighting;

public sealed class HostileTextTests
{
    private const int Words = 1_000;

    private static readonly string[] Vocabulary = MakeVocabulary();

    private static string[] MakeVocabulary()
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, 20_000).Select(_ => new string(random.GetItems("etaoinshrdlucmfwyp".AsSpan(), random.Next(2, 9))))];
    }

    [Fact]
    public void A_megabyte_under_a_thousand_words_comes_to_an_end()
    {
        var text = string.Join(' ', new Random(4).GetItems(Vocabulary, 180_000));
        Assert.True(text.Length > 1_000_000);

        AssertEnds(string.Join(' ', Vocabulary.Take(Words)), text);
        AssertEnds(string.Join(' ', Vocabulary.Take(Words).Select(word => word + "~")), text);
        AssertEnds(string.Join(' ', Vocabulary.Take(Words).Select(word => "*" + word[1..] + "*")), text);
        AssertEnds("\"" + string.Join(' ', Vocabulary.Take(Words)) + "\"", text);
        AssertEnds("\"" + string.Join(' ', Vocabulary.Take(Words)) + "\"~10000", text);
    }

    [Theory]
    [InlineData("a ", "\"")]
    [InlineData("a b ", "\"~10000")]
    [InlineData("a* ", "\"")]
    public void Repetition_comes_to_an_end(string piece, string end)
    {
        var query = "\"" + string.Concat(Enumerable.Repeat(piece, Words / 2)) + end;

        AssertEnds(query, string.Concat(Enumerable.Repeat("a b ", 250_000)));
        AssertEnds(query, string.Concat(Enumerable.Repeat("a ", 500_000)));
    }

    private static void AssertEnds(string query, string text)
    {
        var marks = Marking.Marks(query, text, matchAny: true);
        var snippets = Snippets.Of(text, marks, new SnippetOptions());

        Assert.All(snippets, snippet => Assert.InRange(snippet.Length, 1, 10_000));
    }
}
