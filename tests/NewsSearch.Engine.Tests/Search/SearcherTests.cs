using System.Text;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Segments;
using NewsSearch.Engine.Values;

namespace NewsSearch.Engine.Tests.Search;

/// <summary>Readings of queries on a small index, each with the documents it must find.</summary>
public sealed class SearcherTests : IDisposable
{
    private readonly SearchIndex _index;
    private readonly Searcher _searcher;

    public SearcherTests()
    {
        var directory = new FaultyDirectory();
        using (var writer = IndexWriter.Open(directory, SampleSchema.Schema, new WriterOptions("test")))
        {
            writer.Add(Document("stem", "Two limousines", "in the city", "en", 3, "2024-02-10", "2024-02-10"));
            writer.Add(Document("exact", "A limousine", "and Zoë’s café", "en", 1, "2024-02-20", "2024-03-01"));
            writer.Commit();
            writer.Add(Document("other", "Limousines", "une limousine, deux limousines", "fr", null, "2024-01-01", "2024-12-31"));
            var quotes = Document("quotes", "", "luxury goods", "en", 2, null, null);
            quotes.AddText("quotes", "luxury goods and");
            quotes.AddText("quotes", "services");
            writer.Add(quotes);
            writer.Commit();
        }

        _index = new SearchIndex(directory);
        _searcher = _index.OpenSearcher();
    }

    public void Dispose()
    {
        _searcher.Dispose();
        _index.Dispose();
    }

    [Theory]
    [InlineData("limousine", "stem exact other")]        // each language by its own stems
    [InlineData("limousines", "stem exact other")]
    [InlineData("\"limousine\"", "exact other")]
    [InlineData("title:limousine", "stem exact other")]
    [InlineData("cafe", "exact")]
    [InlineData("CAFÉ zoe", "exact")]
    [InlineData("\"limousines in\"", "")]                // no phrase crosses title and body
    [InlineData("limousines city", "stem")]              // words may
    [InlineData("said:\"luxury goods\"", "quotes")]
    [InlineData("said:\"and services\"", "")]            // nor from one quotation to the next
    [InlineData("\"goods luxury\"~0", "quotes")]
    [InlineData("\"goods luxury\"", "")]
    [InlineData("lux* OR caf*", "exact quotes")]
    [InlineData("\"luxury g*\"", "quotes")]
    [InlineData("limosine~1", "exact other")]
    [InlineData("-limousine", "quotes")]
    [InlineData("limousine -city -deux", "exact")]
    [InlineData("", "stem exact other quotes")]
    [InlineData("!!!", "stem exact other quotes")]       // nothing to look for
    [InlineData("lang:FR", "other")]
    [InlineData("lang:f", "")]
    [InlineData("date:2024-02", "stem")]                 // the whole period must lie inside
    [InlineData("date:2024-02..2024-03", "stem exact")]
    [InlineData("date:2024", "stem exact other")]
    [InlineData("date:..2024-02-10", "stem")]
    [InlineData("-date:2024", "quotes")]
    public void Queries_find_their_documents(string query, string keys) => Assert.Equal(keys, Keys(_searcher.Search(SampleSchema.Query(query)).Hits.OrderBy(hit => hit.Doc)));

    [Theory]
    [InlineData(true, "stem quotes exact other")]
    [InlineData(false, "exact quotes stem other")]
    public void Sorting_by_a_number_puts_documents_without_it_last_both_ways(bool isDescending, string keys) =>
        Assert.Equal(keys, Keys(_searcher.Search(SampleSchema.All with { Sort = new NumberSort("instant", isDescending) }).Hits));

    [Fact]
    public void Pages_follow_each_other_and_end()
    {
        Assert.Equal("exact other", Keys(_searcher.Search(SampleSchema.All with { Offset = 1, Count = 2 }).Hits));
        Assert.Equal("quotes", Keys(_searcher.Search(SampleSchema.All with { Offset = 3, Count = 2 }).Hits));
        Assert.Empty(_searcher.Search(SampleSchema.All with { Offset = 4, Count = 2 }).Hits);
        Assert.Empty(_searcher.Search(SampleSchema.All with { Offset = int.MaxValue, Count = int.MaxValue }).Hits);
        Assert.Equal(4, _searcher.Search(SampleSchema.All with { Count = 0 }).Total);
    }

    [Fact]
    public void What_holds_nothing_to_look_for_is_noted_with_its_place()
    {
        var nothing = new PhraseNode([new PlainWord("!!!", new QuerySpan(11, 14))], null, new QuerySpan(10, 15));

        var note = Assert.Single(_searcher.Search(SampleSchema.Query(nothing)).Notes);

        Assert.Equal((10, 15), (note.Start, note.End));
    }

    [Theory]
    [InlineData("\"lux* goods\"", 2, 1, 0)]
    [InlineData("\"lux* goods\"", 0, 4, 1)]
    [InlineData("said:\"lux* goods\" \"luxury g*\"", 1, 1, 1)]
    [InlineData("lux*", 0, 1, 0)]
    public void A_phrase_whose_patterns_stand_for_too_much_is_left_out_with_a_note(string query, long most, int total, int notes)
    {
        var tree = SampleSchema.Query(query);
        var compiler = new QueryCompiler(_searcher.Snapshot, tree.Binding, new ValueRegistry(SampleSchema.Schema, new Lazy<ValueMap>(() => ValueMap.Empty)), default) { MostPatternPostings = most };

        var clause = compiler.Compile(tree.Root);

        Assert.Equal(total, _searcher.Search(tree, clause, default).Total);
        Assert.Equal(notes, compiler.Notes.Count);
    }

    [Fact]
    public void A_word_in_the_title_weighs_more_and_a_filter_weighs_nothing()
    {
        var hits = _searcher.Search(SampleSchema.Query("limousine lang:en")).Hits;
        var alone = _searcher.Search(SampleSchema.Query("limousine")).Hits;

        Assert.Equal(alone.Where(hit => hit.Doc != 2), hits);
        Assert.Equal(0, _searcher.Search(SampleSchema.Query("lang:fr")).Hits[0].Key);
        Assert.Equal(1, _searcher.Search(SampleSchema.Query("lux*")).Hits[0].Key);
    }

    [Fact]
    public void A_document_gives_its_stored_fields_by_its_number_in_the_snapshot()
    {
        Assert.Equal("luxury goods", Encoding.UTF8.GetString(_searcher.Stored(_searcher.Find("quotes"), "whole")));
        Assert.Empty(_searcher.Stored(0, "source"));
        Assert.Throws<ArgumentOutOfRangeException>(() => _searcher.Stored(4, "head"));
    }

    private static IndexDocument Document(string key, string title, string body, string language, long? instant, string? first, string? last)
    {
        var document = SampleSchema.Document(key, title, body);
        document.Language = language;
        document.AddKeyword("lang", language);
        if (instant is { } number) document.SetNumber("instant", number);
        if (first is not null) document.SetNumber("first", PeriodBound.FirstDay(first)!.Value.DayNumber);
        if (last is not null) document.SetNumber("last", PeriodBound.LastDay(last)!.Value.DayNumber);
        return document;
    }

    private string Keys(IEnumerable<ScoredDoc> hits) => string.Join(' ', hits.Select(hit => Encoding.UTF8.GetString(_searcher.Stored(hit.Doc, "head"))));
}
