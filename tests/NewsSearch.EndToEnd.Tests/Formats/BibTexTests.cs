using System.Text.RegularExpressions;
using NewsSearch.Archive;
using NewsSearch.Archive.Formats;

namespace NewsSearch.EndToEnd.Tests.Formats;

public sealed partial class BibTexTests
{
    private static readonly ArticleFormat BibTex = ArticleFormat.Named("bibtex")!;

    [Fact]
    public void An_article_is_one_entry()
    {
        var entry = BibTex.Of(FormatArticles.Plain);

        Assert.Matches("^@article\\{example2024-[0-9a-f]{12},\n", entry);
        Assert.Equal("""
              author = {Example, Jane and Dolor, J. R. and {Kim Jong Un} and {Reuters Staff} and Amet, Rosa},
              title = {{Motor works builds its last limousine}},
              journal = {The Example},
              entrysubtype = {newspaper},
              date = {2024-02-20},
              year = {2024},
              month = feb,
              day = {20},
              language = {en},
              url = {https://example.org/a?x=1&y=%7Bz%7D_~},
              abstract = {It was black.}
            }


            """.ReplaceLineEndings("\n"), entry[(entry.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }

    [Theory]
    [InlineData("2024", "date year")]
    [InlineData("2024-12", "date year month")]
    [InlineData("2024-02-20", "date year month day")]
    [InlineData(null, "")]
    public void A_date_is_cut_to_what_is_known(string? date, string fields)
    {
        var entry = BibTex.Of(FormatArticles.Dated(date));

        Assert.Equal(fields, string.Join(' ', Field().Matches(entry).Select(match => match.Groups[1].Value).Where("date year month day".Split(' ').Contains)));
    }

    [Fact]
    public void What_means_something_to_LaTeX_is_written_as_what_it_looks_like()
    {
        var entry = BibTex.Of(FormatArticles.Plain with { Title = "50% & #1_a $5 ~^ {x} \\y é車 a--b" });

        Assert.Contains(@"title = {{50\% \& \#1\_a \$5 {\textasciitilde}{\textasciicircum} {\textbraceleft}x{\textbraceright} {\textbackslash}y é車 a-{}-b}}", entry, StringComparison.Ordinal);
    }

    [Fact]
    public void Braces_are_balanced_and_every_field_has_a_line_whatever_the_article_holds()
    {
        foreach (var entry in FormatArticles.All.Select(article => BibTex.Of(article)))
        {
            var depth = 0;
            for (var i = 0; i < entry.Length; i++)
            {
                depth += entry[i] switch { '{' => 1, '}' => -1, _ => 0 };
                Assert.True(depth > 0 || i == entry.TrimEnd().Length - 1 || i < entry.IndexOf('{', StringComparison.Ordinal) || i >= entry.TrimEnd().Length, entry);
            }

            Assert.Equal(0, depth);
            Assert.DoesNotContain(entry, c => char.IsControl(c) && c != '\n');
            Assert.All(entry.TrimEnd().Split('\n')[1..^1], line => Assert.Matches(Field(), line));
        }
    }

    [Fact]
    public void Keys_tell_articles_apart_and_stay()
    {
        string[] keys = [.. "a b A á 車".Split(' ').Select(id => Key(FormatArticles.Plain with { Id = id }))];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[0], Key(FormatArticles.Plain with { Id = "a" }));
        Assert.StartsWith("article-", Key(FormatArticles.Bare), StringComparison.Ordinal);
    }

    private static string Key(Article article) => BibTex.Of(article).Split('{', ',')[1];

    [GeneratedRegex(@"^  ([a-z]+) = (?:\{.*\}|[a-z]{3}),?$", RegexOptions.Multiline)]
    private static partial Regex Field();
}
