using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Suggest;

public sealed class DidYouMeanTests : IDisposable
{
    private static readonly string[] Bodies =
    [
        .. Enumerable.Repeat("The senator gave a limousine to the white house", 300), .. Enumerable.Repeat("Susan Collins spoke in Maine", 9),
        .. Enumerable.Repeat("Colin Powell spoke in Virginia", 30), "The senatro wrote it himself", "A newspaper told of a lamp", "hwite",
    ];

    private readonly FaultyDirectory _directory = new();
    private readonly SearchIndex _index;

    public DidYouMeanTests()
    {
        using var writer = IndexWriter.Open(_directory, SampleSchema.Schema, new WriterOptions("test"));
        for (var i = 0; i < Bodies.Length; i++) writer.Add(SampleSchema.Document($"{i}", "", Bodies[i]));
        writer.Commit();
        _index = new SearchIndex(_directory);
    }

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("limosine", "limousine")]
    [InlineData("Limosine", "Limousine")]
    [InlineData("lmiuosine", "limousine")] // two slips
    [InlineData("senatro", "senator")] // far rarer than its neighbour, though it is there
    [InlineData("Susan Colins", "Susan Collins")] // the other word tells, though Colin is more frequent
    [InlineData("Coln Virginia", "Colin Virginia")]
    [InlineData("Susn Colins spok Mainne", "Susan Collins spoke Maine")] // nothing is spelled well
    [InlineData("\"white hous\"", "\"white house\"")]
    [InlineData("whitehouse", "white house")]
    [InlineData("limou sine", "limousine")]
    [InlineData("news paper lamp", "newspaper lamp")]
    [InlineData("+limosine -lamp", "+limousine -lamp")]
    [InlineData("title:lamp OR limosine,", "title:lamp OR limousine,")]
    public void A_misspelled_query_is_corrected(string typed, string meant) => Assert.Equal(meant, Correct(typed));

    [Theory]
    [InlineData("")]
    [InlineData("limousine")]
    [InlineData("white lamp")] // both are there, but never together; nothing near them is better
    [InlineData("xylophone")]
    [InlineData("lamp2")]
    [InlineData("limosin*")]
    [InlineData("limosine~")]
    [InlineData("-limosine")]
    [InlineData("outlet:limosine")]
    [InlineData("a")]
    [InlineData("習近平")]
    public void What_is_well_or_cannot_be_bettered_stays(string typed) => Assert.Null(Correct(typed));

    [Fact]
    public void Frequent_words_are_passed_over_where_looking_would_change_nothing()
    {
        var random = new Random(3);
        string[] words = [.. Bodies.SelectMany(body => body.Split(' ')).Distinct()];
        using var searcher = _index.OpenSearcher();
        for (var round = 0; round < 400; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Slip(words[random.Next(words.Length)], random)));
            var root = QueryParser.Parse(text, SampleSchema.Binding.Syntax).Root;

            Assert.Equal((text, Correct(prunes: false)), (text, Correct(prunes: true)));

            string? Correct(bool prunes) =>
                new Engine.Suggest.DidYouMean(searcher.Snapshot, SampleSchema.Binding, query => searcher.Search(SampleSchema.Query(query)).Total, round % 2 == 0, default) { Prunes = prunes }.Correct(text, root);
        }
    }

    [Fact]
    public void A_hostile_query_costs_a_bounded_number_of_counts()
    {
        var random = new Random(5);
        string[] queries =
        [
            string.Join(' ', Enumerable.Range(0, 1000).Select(_ => "limosine"[random.Next(4)..] + (char)('a' + random.Next(26)))), new string('l', 10_000), "\uD800limosine \uDC00",
            "limo\0sine \u0007 \u202Elimosine", string.Concat(Enumerable.Repeat("e\u0301", 300)), "😀limosine😀",
        ];
        foreach (var query in queries)
        {
            var counts = 0;
            Correct(query, () => counts++);
            Assert.InRange(counts, 0, 25);
        }
    }

    [Fact]
    public void It_can_be_stopped()
    {
        using var searcher = _index.OpenSearcher();
        var parsed = QueryParser.Parse("limosine", SampleSchema.Binding.Syntax);
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => searcher.DidYouMean("limosine", parsed.Root, SampleSchema.Binding, Stop, true, stop.Token));

        long Stop(string query)
        {
            stop.Cancel();
            return 0;
        }
    }

    private string? Correct(string text, Action? counted = null)
    {
        using var searcher = _index.OpenSearcher();
        var meant = searcher.DidYouMean(text, QueryParser.Parse(text, SampleSchema.Binding.Syntax).Root, SampleSchema.Binding, Count, needsAll: true);
        if (meant is not null) Assert.NotEqual(0, Count(meant));
        return meant;

        long Count(string query)
        {
            counted?.Invoke();
            return searcher.Search(SampleSchema.Query(query) with { Count = 0 }).Total;
        }
    }

    /// <summary>The word, or with one letter less, twice, or exchanged.</summary>
    private static string Slip(string word, Random random)
    {
        var at = random.Next(word.Length);
        return random.Next(6) switch
        {
            0 => word.Remove(at, 1) + "x"[..(word.Length == 1 ? 1 : 0)],
            1 => word.Insert(at, word[at..(at + 1)]),
            2 => word.Remove(at, 1).Insert(at, "e"),
            _ => word,
        };
    }
}
