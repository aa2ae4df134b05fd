using NewsSearch.Archive;
using NewsSearch.Archive.Curation;

namespace NewsSearch.Ingest.Tests.Curation;

public sealed class CorrectionsTests : IDisposable
{
    private static readonly Article Plain = new()
    {
        Id = "a",
        Title = "Harbour opens",
        TitleFrom = "headline",
        Outlet = "The Tide",
        OutletFrom = "given",
        Published = PublicationDate.TryParse("2024-02-20"),
        PublishedBy = "url",
        Authors = ["Ann Lee"],
        Section = "Local",
        Language = "en",
        Url = "https://www.example.org/a",
        Host = "example.org",
        Body = "The harbour opened.",
        Reasons = new Dictionary<string, string> { ["authors"] = "byline" },
    };

    private readonly TemporaryFolder _files = new();
    private readonly List<CurationProblem> _problems = [];

    private CurationFolder Folder => new(Path.Combine(_files.Path, "curation"));

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Corrected_fields_have_the_rule_correction_and_keep_what_they_overrule()
    {
        Correct(("title", "Harbour closes"), ("outlet", "The Ebb"), ("published", "2023"), ("authors", "John Roe; Jane Doe"), ("section", ""), ("language", "DE"), ("url", "http://www.example.com/b"));

        var article = Load().Apply(Plain);

        Assert.Equal(("Harbour closes", "The Ebb", "2023", null, "de"), (article.Title, article.Outlet, article.Published?.Text, article.Section, article.Language));
        Assert.Equal(("http://www.example.com/b", "example.com"), (article.Url, article.Host));
        Assert.Equal(["John Roe", "Jane Doe"], article.Authors);
        Assert.All(Corrections.Fields.Except(["lead", "agencies"]), field => Assert.Equal("correction", article.ReasonFor(field)));
        Assert.Contains(new OverruledField("outlet", "The Tide", "given"), article.Overruled);
        Assert.Contains(new OverruledField("authors", "Ann Lee", "byline"), article.Overruled);
        Assert.Equal(Plain.Body, article.Body);
    }

    [Fact]
    public void Correcting_again_keeps_what_the_source_said_and_undoing_brings_it_back()
    {
        Correct(("outlet", "The Ebb"), ("authors", ""));
        var once = Load().Apply(Plain);
        Correct(("outlet", "The Flood"));
        var twice = Load().Apply(once);

        Assert.Equal("The Flood", twice.Outlet);
        Assert.Contains(new OverruledField("outlet", "The Tide", "given"), twice.Overruled);
        Assert.Equal(["authors", "outlet"], Load().All.Select(correction => correction.Field));

        Assert.Equal("The Flood", Assert.Single(Corrections.Remove(Folder, "a", ["outlet"], FixedClock.Spring2024)).Value);
        Assert.Equal(("The Tide", "given"), (Load().Apply(twice).Outlet, Load().Apply(twice).OutletFrom));
        Assert.Empty(Load().Apply(twice).Authors);

        Corrections.Remove(Folder, "a", [], FixedClock.Spring2024);
        Assert.Equivalent(Plain, Load().Apply(twice), strict: true);
    }

    [Fact]
    public void An_article_that_comes_in_keeps_foreign_corrections_but_not_those_made_for_the_id_it_had_before()
    {
        Correct(("outlet", "The Ebb"));
        var corrected = Load().Receive(Plain);

        Assert.Equal("The Ebb", corrected.Outlet);
        Assert.Same(corrected, Corrections.None.Receive(corrected));
        Assert.Equal("The Ebb", Load().Receive(corrected with { Id = "b" }).Outlet);
        Assert.Equivalent(Plain with { Id = "a#2" }, Load().Receive(corrected with { Id = "a#2" }, formerId: "a"), strict: true);
    }

    [Fact]
    public void Random_corrections_undone_leave_the_article_as_it_was()
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var values = Corrections.Fields.Where(_ => random.Next(2) == 0).ToDictionary(field => field, field => Value(field, random));
            Correct([.. values.Select(value => (value.Key, value.Value))]);
            var corrected = ArticleJson.Read(ArticleJson.ToUtf8(Load().Apply(Plain)), out _)!;
            Assert.Equivalent(corrected, Load().Apply(corrected), strict: true);
            Corrections.Remove(Folder, "a", [], FixedClock.Spring2024);
            Assert.Equivalent(Plain, Load().Apply(corrected), strict: true);
        }
        Assert.Empty(_problems);
    }

    [Fact]
    public void An_article_without_corrections_stays_itself()
    {
        Correct(("outlet", "The Ebb"));

        Assert.Equivalent(Plain with { Id = "b" }, Load().Apply(Plain with { Id = "b" }), strict: true);
    }

    [Theory]
    [InlineData("body", "x", "There is no field 'body'")]
    [InlineData("id", "x", "There is no field 'id'")]
    [InlineData("", "x", "There is no field ''")]
    [InlineData("published", "yesterday", "published: 'yesterday' is no date")]
    [InlineData("published", "2024-02-30", "'2024-02-30' is no date")]
    [InlineData("date", "2024-03-03", "'2024-03-03' lies in the future")]
    [InlineData("lang", "English", "'English' is no language code")]
    [InlineData("url", "example.org/a", "'example.org/a' is no web address")]
    [InlineData("url", "javascript:alert(1)", "is no web address")]
    [InlineData("date", "2024", null)]
    [InlineData("author", "Ann", null)]
    [InlineData("published", "", null)]
    public void A_correction_that_makes_no_sense_is_refused_with_a_sentence(string field, string value, string? begins)
    {
        var problem = Corrections.Check(field, value, FixedClock.Spring2024);

        if (begins is null) Assert.Null(problem);
        else Assert.Contains(begins, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_edited_by_hand_hold_and_those_without_sense_are_reported_and_kept()
    {
        Folder.Write(Corrections.FileName,
        [
            "# by the archivist",
            """{"id":"a","field":"author","value":"Ann"}""",
            "outlet = The Ebb",
            """{"id":"a","field":"published","value":"soon"}""",
            """{"field":"outlet","value":"x"}""",
            """{"id":"a","field":"outlet"}""",
            """["a"]""",
        ]);

        Assert.Equal(["Ann"], Load().Apply(Plain with { Authors = [] }).Authors);
        Assert.Equal([3, 4, 5, 6, 7], _problems.Select(problem => problem.Line));
        Assert.All(_problems, problem => Assert.Equal(Folder.PathOf(Corrections.FileName), problem.File));

        Correct(("author", "Bea"));
        Assert.Equal(7, Folder.AllLines(Corrections.FileName).Count);
        Assert.Equal("Bea", Assert.Single(Load().All).Value);
    }

    private void Correct(params (string Field, string Value)[] values) =>
        Corrections.Add(Folder, [.. values.Select(value => new Correction("a", Corrections.NameOf(value.Field)!, value.Value, FixedClock.Spring2024.GetUtcNow()))], FixedClock.Spring2024);

    private Corrections Load()
    {
        _problems.Clear();
        return Corrections.Load(Folder, FixedClock.Spring2024, _problems.Add);
    }

    private static string Value(string field, Random random) => random.Next(4) == 0 ? "" : field switch
    {
        "published" => "2023-05",
        "language" => "fr",
        "url" => "https://example.com/c",
        "authors" or "agencies" => "Ann \"A\" Lee; B = C",
        _ => "värde \\ " + random.Next(9),
    };
}
