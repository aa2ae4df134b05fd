using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Tests.Values;

public sealed class CompletionsTests
{
    private const int Seed = 43;

    private static readonly string[] Words = ["Kim", "Jong", "Un", "Yo", "José", "Müller", "mull", "O'Brien", "U.S.", "Zürich-West", "習近平", "Øre", "k", "Example.com"];

    [Theory]
    [InlineData("jong", "Kim Jong Un")]
    [InlineData("JONG u", "Kim Jong Un")]
    [InlineData("kim jo", "Kim Jong Un")]
    [InlineData("  un ", "Kim Jong Un")]
    [InlineData("jose", "José Muñoz")]
    [InlineData("MUNOZ", "José Muñoz")]
    [InlineData("習", "習近平")]
    [InlineData("近平", "習近平")]
    [InlineData("us", "U.S. Senate")]
    [InlineData("ong", null)]
    [InlineData("kim un", null)]
    [InlineData("", null)]
    [InlineData(" \u0007\uD800 -", null)]
    public void The_beginning_of_any_word_of_a_value_finds_it(string typed, string? value) =>
        Assert.Equal(value, new Completions([new("Kim Jong Un", 3), new("José Muñoz", 2), new("習近平", 2), new("U.S. Senate", 1)]).Of(typed, 5).SingleOrDefault()?.Value);

    [Fact]
    public void They_are_those_that_a_scan_of_all_values_finds()
    {
        var random = new Random(Seed);
        ValueCount[] values = [.. Enumerable.Range(0, 400).Select(_ => Some(random, 1 + random.Next(4))).Distinct().Select(value => new ValueCount(value, 1 + random.Next(50)))];
        var completions = new Completions(values, value => value.Contains("Yo", StringComparison.Ordinal) ? ["Jong-Yo Mull", value] : [value], CancellationToken.None);
        for (var i = 0; i < 500; i++)
        {
            var typed = Some(random, 1 + random.Next(3));
            typed = typed[..random.Next(typed.Length + 1)];
            var count = random.Next(12);

            Assert.Equal(Scan(values, typed).Take(count), completions.Of(typed, count));
        }
    }

    [Fact]
    public void Hostile_texts_are_answered()
    {
        var completions = new Completions([new("Kim Jong Un", 3), new(new string('x', 10_000), 1), new("\uD800", 1), new("a\0b", 1)]);

        Assert.Empty(completions.Of(new string('k', 10_000), 5));
        Assert.Single(completions.Of(new string('x', 255), 5));
        Assert.Empty(completions.Of(string.Concat(Enumerable.Repeat("\uDC00\0", 500)), 5));
        Assert.Single(completions.Of("kim", int.MaxValue));
        Assert.Empty(completions.Of("kim", 0));
        Assert.Empty(new Completions([]).Of("kim", 5));
    }

    [Fact]
    public void Values_of_an_index_have_the_counts_of_their_facet()
    {
        var random = new Random(Seed);
        var map = new ValueMap(new Dictionary<string, IReadOnlyDictionary<string, string?>> { ["person"] = new Dictionary<string, string?> { ["P1"] = "P0", ["P2"] = "P0", ["P3"] = null } });
        var directory = new FaultyDirectory();
        for (var part = 0; part < 3; part++)
        {
            using var writer = IndexWriter.Open(directory, SampleSchema.Schema, new WriterOptions("test"));
            writer.Values = map;
            for (var i = 0; i < 30; i++)
            {
                var document = SampleSchema.Document($"{part}.{i}", "", "");
                for (var person = random.Next(4); person > 0; person--) document.AddKeyword("person", $"P{random.Next(12)}");
                writer.Add(document);
            }

            for (var i = 0; i < 5 && part > 0; i++) writer.Delete($"{part - 1}.{random.Next(30)}");
            writer.Commit();
        }

        using var index = new SearchIndex(directory);
        using var searcher = index.OpenSearcher();
        var facet = searcher.Search(SampleSchema.All with { Facets = [new FacetRequest("person", int.MaxValue, FacetOrder.Count, [])] }).Facets["person"];

        Assert.NotEqual(0, searcher.DeletedCount);
        Assert.Equal(facet.Where(value => value.Value is not null).Select(value => new ValueCount(value.Value!, value.Count)).OrderBy(value => value.Value), searcher.Complete("person", "p", 100).OrderBy(value => value.Value));
        Assert.Equal("P0", Assert.Single(searcher.Complete("person", "P2", 100)).Value); // by a name that is shown as another
    }

    private static string Some(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)]));

    private static IEnumerable<ValueCount> Scan(IEnumerable<ValueCount> values, string typed)
    {
        var key = Folded(typed);
        return values.Where(value => key.Length > 0 && (Begins(value.Value) || (value.Value.Contains("Yo", StringComparison.Ordinal) && Begins("Jong-Yo Mull"))))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal);

        bool Begins(string name) => (" " + Folded(name)).Contains(" " + key, StringComparison.Ordinal);
    }

    private static string Folded(string text)
    {
        var (tokenizer, words) = (new Tokenizer(), new List<string>());
        tokenizer.Reset(text.AsMemory());
        while (tokenizer.Next()) words.Add(tokenizer.Term.ToString());
        return string.Join(' ', words);
    }
}
