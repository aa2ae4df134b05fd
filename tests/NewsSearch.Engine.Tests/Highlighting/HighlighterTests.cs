using NewsSearch.Engine.Highlighting;

namespace NewsSearch.Engine.Tests.Highlighting;

public sealed class HighlighterTests
{
    private static string[] Marked(string query, string text, string field = "body", string language = "en", params (string Field, Mark[] Places)[] parts)
    {
        var places = parts.ToDictionary(part => part.Field, IReadOnlyList<Mark> (part) => part.Places);
        return [.. Marking.Marks(query, text, field, language, places).Select(mark => text[mark.Start..mark.End])];
    }

    [Fact]
    public void A_phrase_is_one_mark_and_its_words_are_not_marked_elsewhere() =>
        Assert.Equal(["Aurus\nSenat"], Marked("“aurus senat”", "Senat: an Aurus\nSenat is no Aurus."));

    [Fact]
    public void A_bare_word_is_marked_in_every_inflection_of_the_texts_language()
    {
        Assert.Equal(["limousines", "Limousine"], Marked("limousine", "limousines, Limousine’s", language: "en"));
        Assert.Equal(["limousine"], Marked("limousine", "limousines limousine", language: "xx"));
        Assert.Empty(Marked("\"limousine\"", "limousines"));
    }

    [Fact]
    public void A_field_is_marked_only_in_its_text()
    {
        Assert.Equal(["gift"], Marked("title:gift OR car", "a gift", "title"));
        Assert.Empty(Marked("title:gift OR car", "a gift", "body"));
        Assert.Empty(Marked("outlet:gift", "a gift", "body"));
    }

    [Fact]
    public void What_was_said_is_marked_inside_one_quotation_only()
    {
        const string Text = "gift «a gift of» «the house» gift";
        Mark[] quotations = [new(18, 27), new(6, 15)];

        Assert.Equal(["gift"], Marked("said:gift", Text, parts: ("said", quotations)));
        Assert.Equal(["gift of"], Marked("said:\"gift of\"", Text, parts: ("said", quotations)));
        Assert.Empty(Marked("said:\"of the\"", Text, parts: ("said", quotations)));
        Assert.Empty(Marked("said:\"gift house\"~5", Text, parts: ("said", quotations)));
        Assert.Empty(Marked("said:gift", Text));
    }

    [Fact]
    public void Nothing_under_a_not_is_marked() =>
        Assert.Equal(["car"], Marked("car -gift NOT (a OR \"b\" title:c)", "car b c"));

    [Fact]
    public void Nothing_is_marked_where_the_query_does_not_match() =>
        Assert.Empty(Marked("car -gift", "car gift"));

    [Fact]
    public void Marks_are_sorted_and_apart_for_random_queries_and_texts()
    {
        var random = new Random(99);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(random.GetItems(["a ", "b ", "c ", "ab ", "é ", "金", "正", "-", "’s ", "“", "”", ". ", "\n", "😀", "\uD83D"], random.Next(0, 40)));
            var query = string.Concat(random.GetItems(["a ", "b ", "\"", "\"~2 ", "c* ", "ab~ ", "e ", "金正 ", "a-b ", "OR ", "-", "(", ") ", "said:"], random.Next(1, 12)));
            var marks = Marking.Marks(query, text, matchAny: true);

            var end = 0;
            foreach (var mark in marks)
            {
                Assert.True(mark.Start >= end && mark.Start < mark.End && mark.End <= text.Length, $"{query}\n{text}");
                end = mark.End;
            }
        }
    }

    [Theory]
    [InlineData("\"a b a\"")]
    [InlineData("\"a a\"")]
    [InlineData("\"a b c d a b c d\"")]
    [InlineData("\"a* b ab*\"")]
    public void Phrases_agree_with_a_plain_scan(string query)
    {
        var random = new Random(5);
        var slots = query.Trim('"').Split(' ');
        for (var round = 0; round < 2_000; round++)
        {
            var words = random.GetItems(["a", "b", "c", "d", "ab"], random.Next(0, 30));
            var expected = new bool[words.Length];
            for (var start = 0; start + slots.Length <= words.Length; start++)
            {
                if (slots.Zip(words.Skip(start)).All(pair => Takes(pair.First, pair.Second)))
                    Array.Fill(expected, true, start, slots.Length);
            }
            AssertMarked(query, words, expected);
        }

        static bool Takes(string slot, string word) => slot.EndsWith('*') ? word.StartsWith(slot[..^1], StringComparison.Ordinal) : word == slot;
    }

    [Theory]
    [InlineData("\"a b\"~2", "a b", 4)]
    [InlineData("\"a b c\"~0", "a b c", 3)]
    [InlineData("\"a b a\"~2", "a a b", 5)]
    public void Near_words_agree_with_a_plain_scan(string query, string needed, int longest)
    {
        var random = new Random(6);
        for (var round = 0; round < 2_000; round++)
        {
            var words = random.GetItems(["a", "b", "c", "x"], random.Next(0, 25));
            var expected = new bool[words.Length];
            for (var start = 0; start < words.Length; start++)
            {
                for (var end = start + 1; end <= Math.Min(words.Length, start + longest); end++)
                {
                    if (!Holds(words[start..end]) || Holds(words[(start + 1)..end]) || Holds(words[start..(end - 1)]))
                        continue;
                    for (var i = start; i < end; i++)
                        expected[i] |= needed.Contains(words[i]);
                }
            }
            AssertMarked(query, words, expected);
        }

        bool Holds(string[] window) => needed.Split(' ').GroupBy(word => word).All(group => window.Count(word => word == group.Key) >= group.Count());
    }

    private static void AssertMarked(string query, string[] words, bool[] expected)
    {
        var text = string.Join(' ', words);
        var marks = Marking.Marks(query, text);

        var start = 0;
        for (var i = 0; i < words.Length; start += words[i++].Length + 1)
            Assert.True(expected[i] == marks.Any(mark => mark.Start <= start && start < mark.End), $"{query} in {text}: word {i}");
    }
}
