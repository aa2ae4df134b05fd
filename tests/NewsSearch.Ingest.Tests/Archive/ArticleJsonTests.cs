using System.Text;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Tests.Archive;

public sealed class ArticleJsonTests
{
    [Theory]
    [InlineData("0.84", 0.84)]
    [InlineData("1", 1.0)]
    [InlineData("84", null)]
    [InlineData("\"high\"", null)]
    [InlineData("[0.5]", null)]
    public void Word_confidence_is_a_share_and_anything_else_is_another_program_s_field(string value, double? confidence)
    {
        var article = ArticleJson.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"wordConfidence":{{value}},"body":"x"}"""), out var error);

        Assert.Null(error);
        Assert.Equal((confidence, "x"), (article!.WordConfidence, article.Body));
    }

    [Fact]
    public void A_round_trip_loses_nothing()
    {
        var random = new Random(20240220);
        for (var round = 0; round < 2000; round++)
        {
            var article = RandomArticle.Next(random);

            var back = ArticleJson.Read(ArticleJson.ToUtf8(article), out var error);

            Assert.Null(error);
            Assert.Equivalent(article, back, strict: true);
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_one_replacement_character_so_that_offsets_stay_true()
    {
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            var article = RandomArticle.Next(random, hasHalfPairs: true);

            var back = ArticleJson.Read(ArticleJson.ToUtf8(article), out _)!;

            Assert.Equal(Repaired(article.Body), back.Body);
            Assert.Equal(article.Body.Length, back.Body.Length);
            Assert.Equal(article.People.SelectMany(person => person.Mentions), back.People.SelectMany(person => person.Mentions));
        }
    }

    [Fact]
    public void An_article_is_one_line_with_readable_text()
    {
        var line = Encoding.UTF8.GetString(ArticleJson.ToUtf8(new Article { Id = "1", Title = "<b>“Ça” & \U0001F600</b>", Body = "a\n\nb" }));

        Assert.DoesNotContain('\n', line);
        Assert.StartsWith("""{"id":"1","title":"<b>“Ça” & """, line, StringComparison.Ordinal);
        Assert.EndsWith("""</b>","body":"a\n\nb"}""", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_writings_of_a_field_are_read()
    {
        var article = Read("""
            {"id":7,"date":"2024-02-20","lang":"en","authors":"Ann Lee","people":["Kim Jong Un",{"name":"Vladimir Putin"}],
             "organisations":"KCNA","places":[null,"Seoul"],"url":null,"score":{"deep":[1,{"a":"}"}]},"topics":["x"]}
            """);

        Assert.Equal("7", article.Id);
        Assert.Equal("2024-02-20", article.Published!.Text);
        Assert.Equal("en", article.Language);
        Assert.Equal(["Ann Lee"], article.Authors);
        Assert.Equal(["Kim Jong Un", "Vladimir Putin"], article.People.Select(person => person.Name));
        Assert.Equal(["KCNA"], article.Organisations.Select(organisation => organisation.Name));
        Assert.Equal(["Seoul"], article.Places.Select(place => place.Name));
        Assert.Null(article.Url);
    }

    [Theory]
    [InlineData("""{"published":"2024","date":"2023"}""")]
    [InlineData("""{"date":"2023","published":"2024"}""")]
    public void Published_goes_before_date(string json) => Assert.Equal("2024", Read(json).Published!.Text);

    [Fact]
    public void An_unreadable_date_is_left_out_and_said()
    {
        var article = Read("""{"date":"last Tuesday"}""");

        Assert.Null(article.Published);
        Assert.Equal("unreadable: last Tuesday", article.PublishedBy);
    }

    [Fact]
    public void An_escape_for_half_a_pair_and_broken_UTF8_are_repaired()
    {
        Assert.Equal("a\uFFFD\n\"b", Read("""{"body":"a\ud83d\n\"b"}""").Body);
        Assert.Equal("\U0001F600", Read("""{"body":"\ud83d\ude00"}""").Body);
        var bytes = Encoding.Latin1.GetBytes("""{"body":"caf@"}""".Replace('@', '\u00E9'));
        Assert.Equal("caf\uFFFD", ArticleJson.Read(bytes, out _)!.Body);
    }

    public static TheoryData<string> LongId => new() { $"{{\"id\":\"{new string('i', Article.MaxIdLength + 1)}\"}}" };

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{\"id\":\"1\"")]
    [InlineData("{\"id\":\"1\"} x")]
    [InlineData("{\"id\":\"1\"}{\"id\":\"2\"}")]
    [InlineData("{\"body\":[\"a\"]}")]
    [MemberData(nameof(LongId))]
    [InlineData("{\"title\":true}")]
    [InlineData("{\"people\":[{\"mentions\":[]}]}")]
    [InlineData("{\"body\":\"abc\",\"people\":[{\"name\":\"A\",\"mentions\":[[0,4]]}]}")]
    [InlineData("{\"body\":\"abc\",\"people\":[{\"name\":\"A\",\"mentions\":[[2,1]]}]}")]
    [InlineData("{\"body\":\"abc\",\"people\":[{\"name\":\"A\",\"mentions\":[[1]]}]}")]
    [InlineData("{\"body\":\"abc\",\"people\":[{\"name\":\"A\",\"mentions\":[[1,2,3]]}]}")]
    [InlineData("{\"body\":\"abc\",\"people\":[{\"name\":\"A\",\"mentions\":[[1,1e99]]}]}")]
    [InlineData("{\"body\":\"abc\",\"removed\":[{\"at\":9}]}")]
    [InlineData("{\"body\":\"abc\",\"quotes\":[{\"start\":-1,\"end\":1}]}")]
    public void What_is_no_article_gives_a_sentence(string json)
    {
        var article = ArticleJson.Read(Encoding.UTF8.GetBytes(json), out var error);

        Assert.Null(article);
        Assert.EndsWith(".", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_damage_never_raises()
    {
        var random = new Random(7);
        for (var round = 0; round < 5000; round++)
        {
            var bytes = ArticleJson.ToUtf8(RandomArticle.Next(random, hasHalfPairs: true));
            for (var damage = random.Next(1, 4); damage > 0; damage--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            var article = ArticleJson.Read(bytes.AsSpan(0, random.Next(bytes.Length + 1)), out var error);

            Assert.NotEqual(article is null, error is null);
        }
    }

    private static Article Read(string json)
    {
        var article = ArticleJson.Read(Encoding.UTF8.GetBytes(json), out var error);
        Assert.Null(error);
        return article!;
    }

    private static string Repaired(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
