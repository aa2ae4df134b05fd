using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;
using NewsSearch.Ingest.Quotes;
using NewsSearch.Ingest.Readers;

namespace NewsSearch.Ingest.Tests.Quotes;

public sealed class QuoteFinderTests
{
    /// <summary>Introduces Anna and Peter in full; both have spoken of nothing yet.</summary>
    private const string Cast = "Anna Lind opened the bridge on Monday.\n\nPeter Holm stayed at home.\n\n";

    [Theory]
    // A verb behind the quotation.
    [InlineData("“The bridge is safe,” Lind said.", "Anna Lind")]
    [InlineData("“The bridge is safe,” said Lind.", "Anna Lind")]
    [InlineData("“Is the bridge safe?” asked Lind, who is 40.", "Anna Lind")]
    [InlineData("“The bridge is safe,” Ms. Lind later told reporters in Oslo.", "Anna Lind")]
    [InlineData("“The bridge is safe,” said the head of the bridge office, Anna Lind.", "Anna Lind")]
    [InlineData("“The bridge is safe,” Lind, a friend of Holm, said on Monday.", "Anna Lind")]
    [InlineData("“The bridge is safe,” Holm's sister Anna Lind said.", "Anna Lind")]
    [InlineData("“The bridge is safe,” a spokesman for Lind said.", null)]
    [InlineData("“The bridge is safe,” said one resident.", null)]
    [InlineData("“The bridge is safe,” Mayor Okonjo Vrabec said.", "Okonjo Vrabec")]        // nobody listed him
    // A verb before it.
    [InlineData("Lind said: “The bridge is safe.”", "Anna Lind")]
    [InlineData("Lind said the bridge was “safe and sound.”", "Anna Lind")]
    [InlineData("Lind called it “a mess.”", "Anna Lind")]
    [InlineData("Asked by Holm about the bridge, Lind replied, “It is safe.”", "Anna Lind")]
    [InlineData("Lind spoke to Holm for an hour, calling the bridge “quite safe.”", "Anna Lind")]
    [InlineData("Lind smiled and said: “It is safe.”", "Anna Lind")]
    [InlineData("The bridge was called “a mess” by Lind on Monday.", "Anna Lind")]
    [InlineData("Lind Monday called the bridge “a mess.”", "Anna Lind")]                        // a day between subject and verb
    [InlineData("After being mocked by Greens leader Peter Holm, Lind left, saying she was “quite tired.”", "Anna Lind")]
    [InlineData("In Holm's speech on Monday, he said the bridge was “a mess.”", "Peter Holm")]
    // Elsewhere in the sentence.
    [InlineData("The bridge was “a mess” after the storm, Lind said.", "Anna Lind")]
    [InlineData("According to Lind, the bridge is “safe for all of us.”", "Anna Lind")]
    [InlineData("Lind: “The bridge is safe.”", "Anna Lind")]
    [InlineData("Lind condemned the “awful and costly” bridge on Monday.", "Anna Lind")]        // no verb of speech right before it
    [InlineData("“The bridge is safe” for all who cross it, said Lind.", "Anna Lind")]
    [InlineData("A spokesman for Holm and Lind said it was “safe and sound.”", null)]
    [InlineData("ANNA LIND, CHIEF OF THE BRIDGE OFFICE, OSLO “The bridge is safe.”", "Anna Lind")]
    public void The_speaker_is_told_by_the_sentence(string sentence, string? speaker)
    {
        var quotes = Direct(Cast + sentence);

        Assert.Equal(speaker, Assert.Single(quotes).Speaker, ignoreCase: true);
    }

    [Theory]
    [InlineData("“It is safe,” Lind said. “I crossed it myself.”", "Anna Lind,Anna Lind")]
    [InlineData("“It is,” Lind said, “as safe as any.”", "Anna Lind,Anna Lind")]
    [InlineData("“I crossed it myself.” “It is safe,” Lind said.", "Anna Lind,Anna Lind")]
    [InlineData("Lind said the bridge is open. “It is safe,” she said.", "Anna Lind")]
    [InlineData("Lind met Holm at the bridge. “It is safe,” he said.", "Peter Holm")]
    [InlineData("A spokesman came. “It is safe,” said Lind.\n\n“I crossed it myself.”", "Anna Lind,Anna Lind")]
    [InlineData("“It is safe,” Lind said. “I crossed it.\n\n“Twice, in fact.”", "Anna Lind,Anna Lind,Anna Lind")]
    [InlineData("A police spokesman said it is open. “It is safe,” he said.", "")]
    [InlineData("“It is safe and it will be so for years.”\n\nAnna Lind, The Example", "Anna Lind")]
    [InlineData("Lind wrote to Holm. “It is safe,” Lind's letter said.", "Anna Lind")]
    [InlineData("Lind said it was “quite safe” for now and asked for “a year or two.”", "Anna Lind,Anna Lind")]
    [InlineData("Experts have said it is open, Holm said. “It is safe,” he said.", "Peter Holm")]
    [InlineData("CLARA BERG, CHIEF ANALYST, OSLO, N.Y. “It is safe.”\n\n“I crossed it myself.”", "CLARA BERG,CLARA BERG")]
    [InlineData("Lind's sister, Clara Lind, said it is open. “It is safe,” Lind said.", "Clara Lind")]            // of namesakes the one who spoke last
    [InlineData("The Heritage Foundation wrote about the bridge. “It is safe,” the foundation said.", "Heritage Foundation")]
    [InlineData("“It is safe and it will be so for years.”\n\nClara Berg, The Example\n\n“It is not, and it never was.”\n\nPeter Holm, The Sample", "Clara Berg,Peter Holm")]
    [InlineData("Clara Lind said it is open. Anna Lind said it is not. “It is safe,” said Lind.", "Anna Lind")]
    [InlineData("Markus Lind said it is open. “It is safe,” said Ms. Lind.", "Anna Lind")]
    public void The_speaker_is_told_by_the_sentences_around(string text, string speakers) =>
        Assert.Equal(speakers, string.Join(',', Direct(Cast + text).Select(quote => quote.Speaker)));

    [Theory]
    [InlineData("Lind crossed the “bridge” on Monday.")]
    [InlineData("The so-called “bridge of hope” is closed.")]
    [InlineData("He read the book “The Bridge of the North” on Monday.")]
    [InlineData("Lind will sing “Over the Bridge” in Oslo.")]
    [InlineData("A bridge nicknamed “Old Bertha” is closed.")]
    [InlineData("She typed the word “bridge” twice.")]
    public void Titles_terms_and_irony_are_no_quotations(string sentence) => Assert.Empty(Direct(Cast + sentence));

    [Theory]
    [InlineData("Lind said that the bridge is open.", "Anna Lind", "the bridge is open")]
    [InlineData("Lind told reporters in Oslo on Monday that the bridge is open.", "Anna Lind", "the bridge is open")]
    [InlineData("Lind said the bridge is open.", "Anna Lind", "the bridge is open")]
    [InlineData("The bridge in the north is open, Lind said on Monday.", "Anna Lind", "The bridge in the north is open")]
    [InlineData("According to Lind, the bridge in the north is open.", "Anna Lind", "the bridge in the north is open")]
    [InlineData("The bridge in the north is open, according to Lind.", "Anna Lind", "The bridge in the north is open")]
    [InlineData("Lind said Monday the bridge is open.", "Anna Lind", "the bridge is open")]
    [InlineData("Lind said it was good for Oslo that the bridge is open.", "Anna Lind", "it was good for Oslo that the bridge is open")]
    [InlineData("Holm is at home in the north, said Lind.", "Anna Lind", "Holm is at home in the north")]
    [InlineData("Holm has repeatedly said he is tired, Lind said.", "Anna Lind", "Holm has repeatedly said he is tired")]
    public void Reports_are_found_with_their_speaker(string sentence, string speaker, string text)
    {
        var report = Assert.Single(Find(Cast + sentence));

        Assert.Equal((QuoteFinder.Indirect, speaker, text), (report.Kind, report.Speaker, report.Text));
    }

    [Theory]
    [InlineData("Officials said that the bridge is open.")]
    [InlineData("Lind said no word.")]
    [InlineData("Lind did not cross the bridge on Monday, but her friends continue to.")]
    [InlineData("A spokesman for Holm and Lind said that the bridge is open.")]
    [InlineData("Lind leads the party. The party's group said that the bridge is open.")]
    [InlineData("The claims of Lind were read out in court.")]
    [InlineData("Lind was told that the bridge is open.")]
    [InlineData("Lind was immediately told that the bridge is open.")]
    public void Reports_of_nobody_by_name_are_left_out(string sentence) => Assert.Empty(Find(Cast + sentence));

    [Theory]
    [InlineData("Lind backed “a long and costly plan for all of us” and left.", "Anna Lind", "named in the sentence")]
    [InlineData("Lind blasted the plan. “It costs too much for all of us.”", "Anna Lind", "sentence before")]
    [InlineData("The bridge is “as long and as costly as any.”", null, "marks")]
    public void What_stands_around_tells_where_no_verb_of_speech_does(string text, string? speaker, string rule)
    {
        var quote = Assert.Single(Direct(Cast + text));

        Assert.Equal((speaker, rule), (quote.Speaker, quote.Rule));
    }

    [Fact]
    public void Every_quotation_says_which_rule_found_it()
    {
        var rules = Find(Cast + "“It is safe,” Lind said. “I crossed it.” Lind said that it is open. “Is it?” asked Holm.").Select(quote => quote.Rule);

        Assert.Equal(["verb behind it", "same paragraph", "said that", "verb behind it"], rules);
    }

    [Fact]
    public void Other_languages_give_direct_quotations_and_nobody_speaks()
    {
        var article = new Article { Id = "1", Language = "de", Body = "Anna Lind sagte: „Die Brücke ist sicher und offen.“ Das „alte“ Tor ist zu." };

        var quote = Assert.Single(QuoteFinder.Find(article));

        Assert.Equal(("Die Brücke ist sicher und offen.", null, "direct", "marks"), (quote.Text, quote.Speaker, quote.Kind, quote.Rule));
    }

    [Fact]
    public void An_English_text_that_its_source_calls_German_is_read_as_English()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 6).Select(year => $"The old bridge over the river was closed for {year} years, and many people of the town had to walk a long way to their work.")) + "\n\n“It is safe and open now,” Anna Lind said on Monday.";
        var maker = new ArticleMaker(new NameExtractor(), FixedClock.Spring2024, NewsSearch.Archive.Curation.Decisions.None);
        Article Made(string body) => maker.Make(new SourceArticle(new Article { Id = "1", Body = body, Language = "de" }, new SourceFile("a", "a", 0), ""), out _)!;

        Assert.Equal(("en", "text", "Anna Lind"), (Made(text).Language, Made(text).Reasons["language"], Made(text).Quotes[0].Speaker));
        Assert.Equal("de", Made("“It is safe and open now,” Anna Lind said.").Language);
        Assert.Equal("de", Made(string.Concat(Enumerable.Repeat("Die alte Brücke über den Fluss war seit vielen Jahren geschlossen. ", 12))).Language);
    }

    [Fact]
    public void Quotations_of_the_source_stay()
    {
        var given = new Article { Id = "1", Body = "“It is safe and open,” Anna Lind said.", Quotes = [new Quotation("safe", "Somebody", 7, 11, "direct", null)] };

        var made = new ArticleMaker(new NameExtractor(), FixedClock.Spring2024, NewsSearch.Archive.Curation.Decisions.None).Make(new SourceArticle(given, new SourceFile("a", "a", 0), ""), out _);

        Assert.Equal(given.Quotes, made?.Quotes);
    }

    private static List<Quotation> Direct(string body) => [.. Find(body).Where(quote => quote.Kind == QuoteFinder.Direct)];

    private static IReadOnlyList<Quotation> Find(string body)
    {
        var article = new Article { Id = "1", Body = body, Language = "en" };
        var names = new NameExtractor().Extract(article);
        return QuoteFinder.Find(article with { People = names.People, Organisations = names.Organisations, Places = names.Places });
    }
}
