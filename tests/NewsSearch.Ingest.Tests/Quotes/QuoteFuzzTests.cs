using System.Text;
using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Quotes;

namespace NewsSearch.Ingest.Tests.Quotes;

public sealed class QuoteFuzzTests
{
    private static readonly string[] Pieces =
    [
        "\"", "“", "”", "‘", "’", "'", "„", "«", "»", "``", "''", "「", " ", " ", "\n\n", "\n", ".", ",", "?", ":", ";", "—", "(", ")", "said", "told", "that", "according to", "Anna Lind", "Lind", "Holm's",
        "Peter Holm", "he", "she", "who", "and", "the mayor", "Mayor", "called", "by", "saying", "NATO", "D.C.", "ALL", "it", "was", "\uD83D\uDE00", "\uD83D", "@x", "-", "a", "—“", "s'",
    ];

    [Theory]
    [InlineData("en")]
    [InlineData(null)]
    [InlineData("fr")]
    public void Quotations_are_ranges_of_the_body_and_direct_ones_do_not_overlap(string? language)
    {
        var random = new Random(20240220);
        for (var round = 0; round < 3000; round++)
        {
            var body = new StringBuilder();
            for (var i = random.Next(60); i >= 0; i--) body.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) > 0 ? " " : "");
            var article = new Article { Id = "1", Body = body.ToString(), Language = language };
            var names = new NameExtractor().Extract(article);

            Check(article with { People = names.People, Organisations = names.Organisations, Places = names.Places });
        }
    }

    [Fact]
    public void Mentions_that_lie_anywhere_do_no_harm()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var body = string.Concat(Enumerable.Range(0, 40).Select(_ => Pieces[random.Next(Pieces.Length)] + " "));
            List<NamedEntity> Names(string name) => [new(name, [.. Enumerable.Range(0, 8).Select(_ => random.Next(body.Length)).Select(start => new TextRange(start, Math.Min(body.Length + 3, start + random.Next(20))))])];

            Check(new Article { Id = "1", Body = body, Language = "en", People = Names("Anna Lind"), Organisations = Names("NATO"), Places = Names("Oslo") });
        }
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("”")]
    [InlineData("'a ")]
    [InlineData("‘a s’ b ")]
    [InlineData("«")]
    [InlineData("„a ")]
    [InlineData("\" ")]
    [InlineData("“a” ")]
    [InlineData("\"a\" said ")]
    [InlineData("“x.\n\n")]
    [InlineData("Anna Lind, ")]
    [InlineData("said that ")]
    [InlineData("and said Anna Lind and ")]
    [InlineData("(")]
    [InlineData("Ab Cd ")]
    public void A_million_characters_of_one_kind_take_linear_time(string piece)
    {
        var text = new StringBuilder();
        while (text.Length < 1 << 20) text.Append(piece);
        var article = new Article { Id = "1", Language = "en", People = [new NamedEntity("Anna Lind", [new TextRange(0, 3)])] };

        Check(article with { Body = text.ToString() });
    }

    private static void Check(Article article)
    {
        var quotes = QuoteFinder.Find(article);

        var end = 0;
        foreach (var quote in quotes)
        {
            Assert.InRange(quote.Start, 0, quote.End - 1);
            Assert.Equal(article.Body[quote.Start..quote.End], quote.Text);
            Assert.NotNull(quote.Rule);
            Assert.True(quote.Speaker is null or { Length: > 0 and <= 100 });
            Assert.True(quote.Start >= end, "Quotations are in order and do not overlap.");
            end = quote.End;
        }
    }
}
