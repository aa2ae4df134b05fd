using NewsSearch.Archive;
using NewsSearch.Ingest.Boilerplate;

namespace NewsSearch.Ingest.Tests.Boilerplate;

public sealed class LearnedRulesTests
{
    private static readonly HashSet<string> NoneOff = [];

    [Fact]
    public void The_paragraph_goes_and_every_offset_moves_with_the_text()
    {
        var article = new Article
        {
            Id = "1",
            Outlet = "The Tide",
            Lead = "Advertisement",
            Body = "Advertisement\n\nAnna Lind opened the harbour.\n\nAdvertisement\n\n“It is open,” Anna Lind said.\n\nFollow Anna Lind",
            People = [new NamedEntity("Anna Lind", [new TextRange(15, 24), new TextRange(75, 84), new TextRange(98, 107)]), new NamedEntity("Given Alone", [])],
            Places = [new NamedEntity("Lind", [new TextRange(103, 107)])],
            Quotes = [new Quotation("It is open,", "Anna Lind", 62, 73, "direct", null), new Quotation("Follow", null, 91, 97, "direct", null)],
            Removed = [new Removal("Leave a Reply", 46, "comment-form"), new Removal("Read more", 107, "related-link")],
        };

        var clean = Rules("Advertisement", "follow anna lind").Clean(article);

        Assert.Equal("Anna Lind opened the harbour.\n\n“It is open,” Anna Lind said.", clean.Body);
        Assert.Equal("Anna Lind opened the harbour.", clean.Lead);
        Assert.Equal(["Anna Lind", "Given Alone"], clean.People.Select(person => person.Name));
        Assert.Equal([new TextRange(0, 9), new TextRange(45, 54)], clean.People[0].Mentions);
        Assert.Empty(clean.Places);
        Assert.Equal([(32, 43)], clean.Quotes.Select(quote => (quote.Start, quote.End)));
        Assert.Equal(
            [("Advertisement", 0), ("Leave a Reply", 31), ("Advertisement", 31), ("Follow Anna Lind", 60), ("Read more", 60)],
            clean.Removed.Select(removal => (removal.Text, removal.At)));
        Assert.All(clean.Removed.Where(removal => removal.Rule.StartsWith("learned:", StringComparison.Ordinal)), removal => Assert.Equal(18, removal.Rule.Length));
    }

    [Fact]
    public void A_body_that_is_nothing_else_stays()
    {
        var article = new Article { Id = "1", Outlet = "The Tide", Body = "Advertisement\n\nAdvertisement" };

        Assert.Same(article, Rules("Advertisement").Clean(article));
    }

    [Fact]
    public void A_rule_is_for_its_outlet_alone_and_may_be_off()
    {
        var article = new Article { Id = "1", Outlet = "The Tide", Body = "The harbour opened.\n\nAdvertisement" };
        var rule = new RepeatedPassage("learned:x", "The Tide", "Advertisement", 9, null);

        Assert.Equal("The harbour opened.", new LearnedRules([rule], NoneOff).Clean(article).Body);
        Assert.Same(article, new LearnedRules([rule], new HashSet<string> { "learned:x" }).Clean(article));
        var ebb = article with { Outlet = "The Ebb" };
        Assert.Same(ebb, new LearnedRules([rule], NoneOff).Clean(ebb));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_a_range_covers_is_the_same_text_before_and_after(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            string[] paragraphs = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(3) == 0 ? "Advertisement" : string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => "w" + random.Next(20))))];
            var body = string.Join("\n\n", paragraphs);
            List<TextRange> mentions = [.. Words(body).Where(_ => random.Next(3) == 0)];
            var article = new Article { Id = "1", Outlet = "The Tide", Body = body, People = [new NamedEntity("A", mentions)] };

            var clean = Rules("Advertisement").Clean(article);

            var kept = paragraphs.Where(paragraph => paragraph != "Advertisement").ToList();
            Assert.Equal(kept.Count == 0 ? body : string.Join("\n\n", kept), clean.Body);
            var expected = mentions.Select(mention => body[mention.Start..mention.End]).Where(word => kept.Count == 0 || word != "Advertisement");
            Assert.Equal(expected, clean.People.SelectMany(person => person.Mentions).Select(mention => clean.Body[mention.Start..mention.End]));
            Assert.Equal(kept.Count == 0 ? 0 : paragraphs.Length - kept.Count, clean.Removed.Count);
            Assert.Equal(paragraphs, Restored(clean));
        }
    }

    /// <summary>The paragraphs with what was removed put back where it stood.</summary>
    private static string[] Restored(Article clean)
    {
        var body = clean.Body;
        foreach (var removal in clean.Removed.Reverse())
        {
            body = removal.At == body.Length || removal.At == clean.Body.Length
                ? body.Insert(clean.Body.Length, "\n\n" + removal.Text)
                : body.Insert(removal.At, removal.Text + "\n\n");
        }
        return body.Split("\n\n");
    }

    private static IEnumerable<TextRange> Words(string body)
    {
        for (var start = 0; start < body.Length;)
        {
            var end = body.IndexOfAny([' ', '\n'], start);
            if (end < 0) end = body.Length;
            if (end > start) yield return new TextRange(start, end);
            start = end + 1;
        }
    }

    private static LearnedRules Rules(params string[] texts) =>
        new(texts.Select(text => new RepeatedPassage("learned:" + text, "The Tide", text, 9, null)), NoneOff);
}
