using System.Net;
using System.Text.RegularExpressions;
using NewsSearch.Engine.Highlighting;

namespace NewsSearch.Engine.Tests.Highlighting;

public sealed partial class SnippetsTests
{
    private static IReadOnlyList<string> Of(string query, string text, int maxSnippets = 2, int length = 60)
    {
        var marks = Marking.Marks(query, text);
        return Snippets.Of(text, marks, new SnippetOptions(maxSnippets, length));
    }

    [Fact]
    public void The_passage_with_most_different_words_is_shown()
    {
        var text = "A gift came. A gift went. " + new string('x', 100) + ". The limousine was a gift of his. " + new string('y', 100) + ".";

        Assert.Equal("… The <mark>limousine</mark> was a <mark>gift</mark> of his. …", Assert.Single(Of("gift limousine", text, maxSnippets: 1)));
    }

    [Fact]
    public void A_second_passage_shows_words_that_the_first_does_not()
    {
        var text = "A gift came here. " + new string('x', 100) + ". A gift went. " + new string('y', 100) + ". The limousine left.";

        var snippets = Of("gift limousine", text);

        Assert.Equal(2, snippets.Count);
        Assert.StartsWith("A <mark>gift</mark> came here.", snippets[0], StringComparison.Ordinal);
        Assert.Contains("<mark>limousine</mark>", snippets[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_already_shown_makes_no_second_passage() =>
        Assert.Single(Of("gift", "A gift and a gift. Another gift came.", length: 60));

    [Fact]
    public void Without_marks_the_text_begins() =>
        Assert.Equal(["One two three four five …"], Of("nothing", "\n One two\n\nthree four five six seven eight nine.", length: 26));

    [Fact]
    public void An_empty_or_blank_text_has_no_passage()
    {
        Assert.Empty(Of("nothing", ""));
        Assert.Empty(Of("nothing", " \n\t"));
    }

    [Fact]
    public void A_phrase_longer_than_the_passage_is_shown_whole() =>
        Assert.Equal(["… <mark>three four five six seven</mark> …"], Of("\"three four five six seven\"", "one two three four five six seven eight nine", length: 5));

    [Fact]
    public void Marks_that_do_not_fit_the_text_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Snippets.MarkAll("abc", [new Mark(2, 4)]));
        Assert.Throws<ArgumentException>(() => Snippets.MarkAll("abc", [new Mark(0, 2), new Mark(1, 3)]));
        Assert.Throws<ArgumentException>(() => Snippets.MarkAll("abc", [new Mark(1, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SnippetOptions(MaxSnippets: 0));
    }

    [Fact]
    public void Random_texts_give_well_formed_passages_in_order_that_hold_whole_marks()
    {
        var random = new Random(2024);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(random.GetItems(Pieces, random.Next(0, 120)));
            var marks = Marking.Marks("\"gift car\" gift 金正 said&lt; café \"a b\"~3", text, matchAny: true);
            var options = new SnippetOptions(random.Next(1, 5), random.Next(1, 200));

            var snippets = Snippets.Of(text, marks, options);

            Assert.InRange(snippets.Count, 0, options.MaxSnippets);
            var wholeMarks = marks.Select(mark => Plain(Snippets.MarkAll(text[mark.Start..mark.End], []))).ToHashSet();
            var plainText = Plain(Snippets.MarkAll(text, []));
            var longest = marks.Select(mark => mark.End - mark.Start).Append(options.LengthInCharacters).Max();
            var shownUpTo = 0;
            foreach (var snippet in snippets)
            {
                Assert.Matches(WellFormed(), snippet);
                Assert.Equal(marks.Count > 0, snippet.Contains("<mark>", StringComparison.Ordinal));
                Assert.All(Marked().Matches(snippet), match => Assert.Contains(Plain(match.Groups[1].Value), wholeMarks));
                var plain = Plain(snippet.Replace("<mark>", "").Replace("</mark>", "")).Trim('…', ' ');
                var place = plainText.IndexOf(plain, shownUpTo, StringComparison.Ordinal);
                Assert.True(place >= 0, $"{snippet}\n{text}");
                shownUpTo = place + plain.Length;
                Assert.InRange(plain.Length, 1, longest);
            }
            Assert.Equal(Plain(Snippets.MarkAll(text, marks).Replace("<mark>", "").Replace("</mark>", "")), plainText);
        }
    }

    private static readonly string[] Pieces =
    [
        "gift ", "gift car", "car ", "a ", "b ", "金正", "恩", "café ", "cafe\u0301", " ", "\n\n", ". ", ".", "The ", "<mark>", "</mark>", "&", "&lt;", "\"", "'", "😀", "\uD83D", "\uDE00",
        "\0", "\u0007", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "word ", "said ", "” ",
    ];

    private static string Plain(string html) => Blanks().Replace(WebUtility.HtmlDecode(html), " ");

    [GeneratedRegex(@"^(?:[^<>&""']|&amp;|&lt;|&gt;|&quot;|&#39;|<mark>(?:[^<>&""']|&amp;|&lt;|&gt;|&quot;|&#39;)+</mark>)+$")]
    private static partial Regex WellFormed();

    [GeneratedRegex("<mark>(.*?)</mark>")]
    private static partial Regex Marked();

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Blanks();
}
