using System.Text;
using NewsSearch.Archive;
using NewsSearch.Ingest.Entities;

namespace NewsSearch.Ingest.Tests.Entities;

public sealed class NameExtractorTests
{
    [Theory]
    [InlineData("Russian President Vladimir Putin met Kim Jong Un. Kim Yo Jong, Kim’s sister, watched. Kim left.", "Vladimir Putin:1 Kim Jong Un:3 Kim Yo Jong:1")]
    [InlineData("Kim Jong-un left. Later Kim Jong Un and Kim Jong Un came back. Kim smiled.", "Kim Jong Un:4")]
    [InlineData("“No,” Kremlin spokesman Dmitry Peskov said. Peskov's words were clear.", "Dmitry Peskov:2")]
    [InlineData("Sen. Marco Rubio, R-Fla., spoke to Gov. Chris Christie. Mr. Rubio left.", "Marco Rubio:2 Chris Christie:1")]
    [InlineData("Donald J. Trump won. Donald Trump and Donald Trump Jr. celebrated with Trump's friends.", "Donald J. Trump:3 Donald Trump Jr.:1")]
    [InlineData("George W. Bush and George H.W. Bush met. Bush smiled.", "George W. Bush:2 George H.W. Bush:1")]
    [InlineData("Bill Clinton spoke. Hillary Clinton spoke. Mrs. Clinton left. Clinton stayed.", "Bill Clinton:2 Hillary Clinton:2")]
    [InlineData("New York Mayor Bill de Blasio met Ursula von der Leyen and Bashar al-Assad.", "Bill de Blasio:1 Ursula von der Leyen:1 Bashar al-Assad:1")]
    [InlineData("Leader Xi Jinping met Moon Jae-in. Xi talked.", "Xi Jinping:2 Moon Jae-in:1")]
    [InlineData("Jim Jordan spoke. Jordan left. He flew to Jordan.", "Jim Jordan:2")]
    [InlineData("Pope Francis met J.D. Vance. Alexandria Ocasio-Cortez did not.", "Pope Francis:1 J.D. Vance:1 Alexandria Ocasio-Cortez:1")]
    [InlineData("Crown Prince Mohammed bin Salman met King Abdullah II. Paul Ryan and Paul Davis Ryan spoke.", "Mohammed bin Salman:1 Abdullah II:1 Paul Ryan:2")]
    [InlineData("Putin spoke. Kim nodded. Obama left.", "")]
    [InlineData("The Aurus Senat, a Maybach, a Mercedes, a Rolls-Royce Phantom and a Lexus stood there. She wrote on Telegram.", "")]
    [InlineData("Hurricane Michael hit Camp David and Lake George, said people who had come there on Martin Luther King Day.", "")]
    [InlineData("The Affordable Care Act, the Nobel Prize and the Olympic Games came up on Tuesday in May.", "")]
    public void People_are_told_by_full_names_and_surnames_join_them(string text, string expected) => Assert.Equal(expected, Listed(Extract(text).People));

    [Theory]
    [InlineData("The U.N. Security Council met. The UN Security Council and the United Nations agreed; the UN did.", "UN Security Council:2 United Nations:2")]
    [InlineData("The Senate Judiciary Committee and the Russian Foreign Ministry answered.", "Senate Judiciary Committee:1 Russian Foreign Ministry:1")]
    [InlineData("The Example Bridge Alliance (EBA) objects. The EBA said so.", "Example Bridge Alliance:3")]
    [InlineData("She studied at the University of North Texas and works for the Department of Health and Human Services.", "University of North Texas:1 Department of Health and Human Services:1")]
    [InlineData("The Trump Organization and Acme Corp. settled.", "Trump Organization:1 Acme Corp.:1")]
    [InlineData("The committee and the Council met; Anita Hill did not.", "")]
    [InlineData("He went to the West Bank and to Wall Street in the Soviet Union.", "")]
    public void Organisations_are_known_or_told_by_their_last_word(string text, string expected) => Assert.Equal(expected, Listed(Extract(text).Organisations));

    [Theory]
    [InlineData("SEOUL - The US, the U.S. and the United States met in Washington, D.C.", "Seoul:1 United States:3 Washington:2")]
    [InlineData("The DPRK is North Korea. North Korean and Russian men came from the U.S. too.", "North Korea:2 United States:1")]
    [InlineData("Trade in U.S. and China goods at Vostochny Cosmodrome, Trump Tower and Rio de Janeiro.", "United States:1 China:1 Vostochny Cosmodrome:1 Trump Tower:1 Rio de Janeiro:1")]
    [InlineData("The New York Times, the Boston Red Sox and the Bank of England wrote to us. It told us, and us alone.", "")]
    [InlineData("He plays in a Virginia Woolf play. Denzel Washington laughed.", "")]
    public void Places_are_known_and_stand_for_themselves(string text, string expected) => Assert.Equal(expected, Listed(Extract(text).Places));

    [Fact]
    public void Mentions_are_ranges_of_the_body_without_the_possessive()
    {
        const string Body = "Kim’s sister and Vladimir Putin's friend met Kim Jong Un.";

        var people = Extract(Body).People;

        Assert.Equal(
            ["Kim Jong Un: Kim, Kim Jong Un", "Vladimir Putin: Vladimir Putin"],
            people.Select(person => $"{person.Name}: {string.Join(", ", person.Mentions.Select(mention => Body[mention.Start..mention.End]))}"));
    }

    [Fact]
    public void Names_in_headings_are_found_and_nothing_else()
    {
        var found = Extract("Adam Smith Wins Senate Race In Ohio\n\nA man said something about nothing.\n\n'SPECIAL PERSONAL RELATIONS'\n\nTHE MAYOR OF OSLO SAYS NO.");

        Assert.Equal("Adam Smith:1", Listed(found.People));
        Assert.Equal("Ohio:1 Oslo:1", Listed(found.Places));
    }

    [Theory]
    [InlineData("de", false)]
    [InlineData("en", true)]
    [InlineData("en-GB", true)]
    [InlineData(null, true)]
    public void In_other_languages_one_mention_of_a_person_is_not_enough(string? language, bool hasNames) =>
        Assert.Equal(hasNames, new NameExtractor().Extract(new Article { Id = "1", Body = "Anna Lind in Oslo.", Language = language }).People.Count > 0);

    [Fact]
    public void In_other_languages_the_gazetteer_and_the_text_must_agree()
    {
        const string Body = "Gestern traf Donald Johnson in Berlin auf die Presse. Der Minister sprach mit der Presse in Hamburg.\n\nDanach reiste Donald Johnson weiter; Rose und die rose blieben.";

        var found = new NameExtractor().Extract(new Article { Id = "1", Body = Body, Language = "de" });

        Assert.Equal("Donald Johnson:2", Listed(found.People));
        Assert.Equal("", Listed(found.Organisations));
        Assert.Equal("Berlin:1 Hamburg:1", Listed(found.Places));
    }

    [Theory]
    [InlineData("Anna Lind ")]
    [InlineData("Smith ")]
    [InlineData("John Smith John ")]
    [InlineData("de van von ")]
    [InlineData("Department of ")]
    [InlineData("Committee ")]
    [InlineData("U.S. ")]
    [InlineData("漢字 العربية ")]
    [InlineData("’s's--&&")]
    [InlineData("US-UK-")]
    [InlineData("Russian-made-")]
    [InlineData("A.B.C.D")]
    [InlineData("Lind")]
    [InlineData("New York ")]
    [InlineData("MAYOR OF OSLO SAYS NO TO UN ")]
    [InlineData("Mayor Of Oslo Says No To ")]
    [InlineData("Tbe Pre5ident 0f Rnssia, M. PuTin; 'I'he lVlayor ")]
    [InlineData("Anna Lind, Per Holm, Ida Berg\n")]
    [InlineData("the man went and the man came ")]
    [InlineData("قال الرئيس إن موسكو ")]
    [InlineData("\u202Eשלום Oslo\u202C ")]
    [InlineData("A. B. C. ")]
    [InlineData("(ABC) Acme Holdings (AH) ")]
    public void No_name_is_long_whatever_the_text(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));

        var found = Extract(text);

        Assert.All(found.People.Concat(found.Organisations).Concat(found.Places), entity => Assert.True(entity.Name.Length <= 100 && entity.Name.Any(char.IsLetter), entity.Name));
    }

    [Fact]
    public void A_name_of_two_hundred_words_is_none()
    {
        var found = Extract("We met Anna " + string.Concat(Enumerable.Repeat("Maria ", 200)) + "Lind in Oslo.");

        Assert.All(found.People, person => Assert.InRange(person.Name.Length, 1, 100));
        Assert.Equal("Oslo:1", Listed(found.Places));
    }

    [Fact]
    public void Forty_thousand_namesakes_come_to_an_end()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 40_000; i++) text.Append("John ").Append((char)('A' + i % 26)).Append((char)('a' + i / 26 % 26)).Append((char)('a' + i / 676 % 26)).Append("lo Smith met. ");

        Assert.Contains(Extract(text.ToString()).People, person => person.Name.EndsWith("lo Smith", StringComparison.Ordinal));
    }

    private static EntityMentions Extract(string body) => new NameExtractor().Extract(new Article { Id = "1", Body = body });

    private static string Listed(IEnumerable<NamedEntity> entities) => string.Join(' ', entities.Where(entity => !entity.IsLone).Select(entity => $"{entity.Name}:{entity.Mentions.Count}"));
}
