using NewsSearch.Engine.Suggest;
using NewsSearch.Engine.Tests.Analysis;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Tests.Suggest;

public sealed class PhraseLearnerTests
{
    private const int Seed = 47;

    [Fact]
    public void Words_that_stand_together_are_phrases_and_counted_by_document()
    {
        var phrases = Learn(Texts(("Kim Jong Un", 40), ("climate change", 25), ("Élysée Palace", 10)));

        Assert.Equal([new("climate change", 25), new("kim jong un", 40), new("élysée palace", 10)], phrases);
    }

    [Fact]
    public void Words_of_grammar_alone_and_words_together_by_chance_are_none()
    {
        var random = new Random(Seed);
        string[] grammar = ["the", "of", "more than", "in", "has been", "to", "and"];
        var texts = Enumerable.Range(0, 500).Select(i => string.Join(' ', Enumerable.Range(0, 200).Select(_ => random.Next(3) == 0 ? grammar[random.Next(grammar.Length)] : $"w{(char)('a' + random.Next(26))}{random.Next(20)}")));

        Assert.Empty(Learn([.. texts]));
    }

    [Fact]
    public void Punctuation_and_pairs_of_characters_end_a_phrase()
    {
        Assert.Empty(Learn(Texts(("limousine, gift", 40), ("senate\nrules", 40), ("習近平", 40), ("(aurus) motors", 40))));
        Assert.Equal(["door-to-door"], Learn(Texts(("door-to-door", 10))).Select(phrase => phrase.Value.Replace(' ', '-')));
    }

    [Fact]
    public void A_table_that_overflows_keeps_the_frequent()
    {
        var counts = new RunCounts(mostRuns: 100);
        for (var i = 0UL; i < 10_000; i++)
        {
            counts.Add(RunCounts.Behind(7, i));
            counts.Add(i % 3);
        }

        Assert.All(new ulong[] { 0, 1, 2 }, run => Assert.InRange(counts.Of(run), 3_000, 3_334));
        Assert.Equal(0, counts.Of(RunCounts.Behind(7, 1)));
    }

    [Fact]
    public void Runs_are_counted_as_in_a_dictionary()
    {
        var random = new Random(2);
        var counts = new RunCounts();
        var plain = new Dictionary<ulong, int>();
        for (var i = 0; i < 50_000; i++)
        {
            var run = random.Next(3) == 0 ? (ulong)random.Next(20) << 40 : RunCounts.Behind(1, (ulong)random.Next(20_000)); // the first meet in one slot
            plain[run] = plain.GetValueOrDefault(run) + 1;

            Assert.Equal(plain[run], counts.Add(run));
        }

        Assert.All(plain, run => Assert.Equal(run.Value, counts.Of(run.Key)));
        Assert.Equal(0, counts.Of(0x1234567));
    }

    [Fact]
    public void Hostile_texts_are_read()
    {
        var learner = new PhraseLearner(1);
        string?[] texts = [null, "", "\uD800\uDC00\uD800", new string('a', 100_000), string.Concat(Enumerable.Repeat("a ", 50_000)), string.Concat(Enumerable.Repeat("e\u0301\0", 1_000))];
        learner.Learn(texts);
        learner.Count(texts);

        Assert.Empty(learner.Phrases());
    }

    [Fact]
    public void Any_text_that_comes_twice_is_judged()
    {
        var random = new Random(Seed);
        var others = string.Join(' ', Enumerable.Range(0, 500).Select(number => $"w{number}")); // against which what comes twice is no chance
        var found = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var text = RandomText.Make(random, 60);
            var phrases = Learn(text, text, others);

            Assert.All(phrases, phrase => Assert.NotEmpty(phrase.Value));
            found += phrases.Count;
        }

        Assert.True(found > 1_000, $"{found} phrases were judged");
    }

    private static IReadOnlyList<ValueCount> Learn(params string[] texts)
    {
        var learner = new PhraseLearner(texts.Length);
        for (var i = 0; i < texts.Length; i += learner.SampleEvery) learner.Learn([texts[i], texts[i]]);
        foreach (var text in texts) learner.Count([text, text]);
        return learner.Phrases();
    }

    /// <summary>100 texts of words that come once each; the phrases stand twice in as many of them as is said.</summary>
    private static string[] Texts(params (string Phrase, int Texts)[] phrases)
    {
        var texts = new string[100];
        for (var i = 0; i < texts.Length; i++)
        {
            var parts = Enumerable.Range(0, 60).Select(word => $"only{i}x{word}").ToList();
            for (var phrase = 0; phrase < phrases.Length; phrase++)
            {
                if (i >= phrases[phrase].Texts) continue;
                parts.Insert(10 * (phrase + 1), phrases[phrase].Phrase);
                parts.Insert(5 * (phrase + 1), phrases[phrase].Phrase);
            }

            texts[i] = string.Join(' ', parts);
        }

        return texts;
    }
}
