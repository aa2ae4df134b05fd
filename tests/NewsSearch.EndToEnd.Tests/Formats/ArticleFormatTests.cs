using System.Text;
using NewsSearch.Archive;
using NewsSearch.Archive.Formats;

namespace NewsSearch.EndToEnd.Tests.Formats;

public sealed class ArticleFormatTests
{
    public static TheoryData<string> Names => [.. ArticleFormat.All.Select(format => format.Name)];

    [Fact]
    public void The_forms_are_those_of_the_contract() => Assert.Equal(["jsonl", "csv", "ris", "bibtex", "csl", "text"], ArticleFormat.All.Select(format => format.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_form_is_well_formed_UTF8_and_reads_one_article_at_a_time(string name)
    {
        var read = 0;
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var pieces = 0;

        foreach (var piece in ArticleFormat.Named(name)!.Pieces(FormatArticles.All.Select(article => (++read, article).article)))
        {
            Assert.DoesNotContain('\0', strict.GetString(piece.Span));
            Assert.Equal(Math.Min(++pieces, FormatArticles.All.Count), read);
        }

        Assert.Equal(FormatArticles.All.Count + 1, pieces);
    }

    [Fact]
    public void JSON_Lines_lose_nothing()
    {
        var line = ArticleFormat.JsonLines.Of(FormatArticles.Plain);

        Assert.Equal('\n', line[^1]);
        Assert.Equal(line, ArticleFormat.JsonLines.Of(ArticleJson.Read(Encoding.UTF8.GetBytes(line), out _)!));
    }

    [Fact]
    public void Any_text_of_an_article_passes_every_form()
    {
        const string awkward = "{}\\,\"'\r\n =.Aa\u00e9%&";
        var random = new Random(17);
        for (var round = 0; round < 300; round++)
        {
            var article = new Article
            {
                Id = Text(),
                Url = "https://e.org/" + Text(),
                Title = Text(),
                Outlet = Text(),
                Authors = [.. Enumerable.Range(0, random.Next(15)).Select(_ => Text())],
                Language = Text(),
                Section = Text(),
                Lead = Text(),
                Body = Text(),
                Published = PublicationDate.TryParse(random.Next(2) == 0 ? "2024-02-29T00:00Z" : "1999"),
            };
            Assert.All(ArticleFormat.All, format => Assert.NotEmpty(format.Of(article, "https://site/" + round)));
        }

        string Text() => string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => random.Next(3) == 0 ? (char)random.Next(0x10000) : awkward[random.Next(awkward.Length)]));
    }
}
