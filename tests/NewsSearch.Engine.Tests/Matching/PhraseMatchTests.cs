using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Tests.Conformance;

namespace NewsSearch.Engine.Tests.Matching;

public sealed class PhraseMatchTests
{
    [Theory]
    [InlineData("a b", "a b a b b a", 2)]
    [InlineData("a a", "a a a", 2)]
    [InlineData("a b a", "a b a b a", 2)]
    [InlineData("a", "b a a", 2)]
    [InlineData("a b", "b a", 0)]
    public void An_exact_phrase_counts_every_place(string phrase, string text, int count) =>
        Assert.Equal(count, CountExact(Slots(phrase, text.Split(' '))));

    [Theory]
    [InlineData("a b", 0, "a b b a", 2)]
    [InlineData("a b", 0, "a x b", 0)]
    [InlineData("a b", 1, "a x b", 1)]
    [InlineData("a b", 1, "b x a", 1)]
    [InlineData("a a", 0, "a x x", 0)]
    [InlineData("a a", 1, "a x a", 1)]
    [InlineData("a b", 5, "a a b b", 1)]
    [InlineData("a b c", 2, "c x x a b", 1)]
    [InlineData("a b c", 1, "c x x a b", 0)]
    public void Near_words_count_windows_that_do_not_overlap(string words, int slop, string text, int count) =>
        Assert.Equal(count, CountNear(words, text.Split(' '), slop));

    [Fact]
    public void Random_texts_count_as_by_trying_every_place()
    {
        var random = new Random(1);
        for (var round = 0; round < 5000; round++)
        {
            var text = Enumerable.Range(0, random.Next(1, 25)).Select(_ => Letter()).ToArray();
            var phrase = string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Letter()));
            var slots = Slots(phrase, text);
            if (slots.Exists(slot => slot.Length == 0)) continue;
            NaiveToken[] tokens = [.. text.Select((term, position) => new NaiveToken(position, term, []))];
            NaiveSlot[] naive = [.. phrase.Split(' ').Select(word => new NaiveSlot(word, term => term == word))];
            var slop = random.Next(4);

            Assert.Equal((phrase, string.Concat(text), NaivePhrase.Count(tokens, naive, null)), (phrase, string.Concat(text), CountExact(slots)));
            Assert.Equal((phrase, slop, string.Concat(text), NaivePhrase.Count(tokens, naive, slop)), (phrase, slop, string.Concat(text), CountNear(phrase, text, slop)));
        }

        string Letter() => ((char)('a' + random.Next(3))).ToString();
    }

    [Fact]
    public void Words_that_two_patterns_accept_may_share_a_place_whatever_else_the_text_holds()
    {
        Assert.Equal(1, PhraseMatch.CountNear([[3], [3]], [1, 1], 0));
        Assert.Equal(1, PhraseMatch.CountNear([[3], [3, 90]], [1, 1], 0));
        Assert.Equal(0, PhraseMatch.CountNear([[3]], [2], 0));
        Assert.Equal(1, PhraseMatch.CountNear([[5, 7], [4, 5]], [1, 1], 1)); // place 5 belongs to the first window
    }

    private static int CountNear(string phrase, string[] text, int slop)
    {
        var words = phrase.Split(' ').CountBy(word => word).ToList();
        return PhraseMatch.CountNear(Slots(string.Join(' ', words.Select(word => word.Key)), text), [.. words.Select(word => word.Value)], slop);
    }

    private static List<int[]> Slots(string phrase, string[] text) =>
        [.. phrase.Split(' ').Select(word => Enumerable.Range(0, text.Length).Where(position => text[position] == word).ToArray())];

    private static int CountExact(List<int[]> slots)
    {
        Span<int> starts = [.. slots[0]];
        for (var i = 1; i < slots.Count; i++) starts = starts[..PhraseMatch.KeepAdjacent(starts, slots[i], i)];
        return starts.Length;
    }
}
