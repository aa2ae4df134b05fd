using System.Text;
using System.Text.RegularExpressions;
using NewsSearch.Engine.Queries;

namespace NewsSearch.Engine.Tests.Queries;

public sealed class TermPatternTests
{
    [Theory]
    [InlineData("lux*", "luxury", true)]
    [InlineData("lux*", "lux", true)]
    [InlineData("lux*", "lu", false)]
    [InlineData("*sine", "limousine", true)]
    [InlineData("l?mousine", "limousine", true)]
    [InlineData("l?mousine", "lmousine", false)]
    [InlineData("*a*b*", "xxaxxbxx", true)]
    [InlineData("*a*b", "ba", false)]
    [InlineData("?", "😀", true)]
    [InlineData("??", "😀", false)]
    [InlineData("*\uD83D*", "😀", false)]
    public void Wildcards_accept_what_they_stand_for(string pattern, string term, bool isAccepted) =>
        Assert.Equal(isAccepted, TermPattern.Wildcard(pattern).Matches(term));

    [Fact]
    public void Wildcards_agree_with_a_regular_expression_on_random_terms()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var pattern = new string(random.GetItems("ab*?".AsSpan(), random.Next(1, 8)));
            var term = new string(random.GetItems("ab".AsSpan(), random.Next(0, 8)));
            var expected = Regex.IsMatch(term, "^" + pattern.Replace("*", ".*").Replace('?', '.') + "$");

            Assert.True(expected == TermPattern.Wildcard(pattern).Matches(term), $"{pattern} {term}");
        }
    }

    [Theory]
    [InlineData("limosine", "limousine", 1, true)]
    [InlineData("limosine", "limousines", 1, false)]
    [InlineData("limosine", "limousines", 2, true)]
    [InlineData("kmi", "kim", 1, true)]
    [InlineData("kim", "kim", 0, true)]
    [InlineData("ca", "abc", 2, false)]
    [InlineData("a", "", 1, true)]
    [InlineData("a😀b", "ab", 1, true)]
    [InlineData("a😀b", "a😁b", 1, true)]
    [InlineData("😀a", "a😀", 1, true)]
    [InlineData("😀😀", "", 1, false)]
    [InlineData("😀😀", "", 2, true)]
    public void Misspellings_accept_words_within_the_distance(string word, string term, int distance, bool isAccepted) =>
        Assert.Equal(isAccepted, TermPattern.Fuzzy(word, distance).Matches(term));

    [Fact]
    public void Misspellings_agree_with_the_full_table_on_random_terms()
    {
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++)
        {
            var word = new string(random.GetItems("abc".AsSpan(), random.Next(0, 8)));
            var term = new string(random.GetItems("abc".AsSpan(), random.Next(0, 8)));
            for (var distance = 0; distance <= 2; distance++)
                Assert.True(FullDistance(word, term) <= distance == TermPattern.Fuzzy(word, distance).Matches(term), $"{word} {term} {distance}");
        }
    }

    [Theory]
    [InlineData("[lux..luxury]", "lux luxuries luxury")]
    [InlineData("{lux..luxury}", "luxuries")]
    [InlineData("[lux..}", "lux luxuries luxury luxury2 ﬀ 😀")]
    [InlineData("{..luxuries]", "a lux luxuries")]
    [InlineData("[ﬀ..😀]", "ﬀ 😀")]
    [InlineData("{..}", "a lux luxuries luxury luxury2 ﬀ 😀")]
    [InlineData("[b..a]", "")]
    [InlineData("[lux..lux]", "lux")]
    [InlineData("[lux..lux}", "")]
    public void Ranges_accept_the_terms_between_their_bounds(string range, string terms)
    {
        var pattern = Range(range);

        Assert.Equal(terms, string.Join(' ', "a lux luxuries luxury luxury2 ﬀ 😀".Split(' ').Where(term => pattern.Matches(term))));
        Assert.EndsWith(range, pattern.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ranges_agree_with_the_order_of_bytes_on_random_terms()
    {
        var random = new Random(13);
        string[] letters = ["a", "b", "\uE000", "ﬀ", "😀"];
        for (var round = 0; round < 20_000; round++)
        {
            var (from, to, term) = (Word(), Word(), Word());
            var (includesFrom, includesTo) = (random.Next(2) == 0, random.Next(2) == 0);
            var (above, below) = (Compare(term, from), Compare(term, to));
            var expected = (above > 0 || (above == 0 && includesFrom)) && (below < 0 || (below == 0 && includesTo));

            Assert.True(expected == TermPattern.Range(from, includesFrom, to, includesTo).Matches(term), $"{from} {to} {term}");
        }

        string Word() => string.Concat(random.GetItems(letters, random.Next(0, 4)));
        static int Compare(string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
    }

    [Fact]
    public void Every_accepted_term_begins_with_the_prefix()
    {
        Assert.Equal("lux", TermPattern.Wildcard("lux*y").Prefix);
        Assert.Equal("", TermPattern.Wildcard("?lux").Prefix);
        Assert.Equal("", TermPattern.Fuzzy("lux", 1).Prefix);
        Assert.Equal("lux", Range("[luxa..luxury]").Prefix);
        Assert.Equal("", Range("[luxa..}").Prefix);
        Assert.Equal("luxa", Range("[luxa..}").First);
    }

    /// <summary>As a range is printed; an empty bound is open.</summary>
    private static TermPattern Range(string text)
    {
        var bounds = text[1..^1].Split("..");
        return TermPattern.Range(bounds[0].Length == 0 ? null : bounds[0], text[0] == '[', bounds[1].Length == 0 ? null : bounds[1], text[^1] == ']');
    }

    /// <summary>The textbook recurrence over the whole table.</summary>
    private static int FullDistance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                var replaced = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replaced, 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }
        return table[a.Length, b.Length];
    }
}
