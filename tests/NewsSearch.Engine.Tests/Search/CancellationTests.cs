using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Highlighting;
using NewsSearch.Engine.Matching;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Terms;
using NewsSearch.Engine.Tests.Conformance;
using NewsSearch.Engine.Tests.Queries;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Search;

/// <summary>A search that is cancelled somewhere inside ends after a bounded amount of further work, counted in steps, not in time.</summary>
public sealed class CancellationTests : IClassFixture<CancellationTests.ManyDocuments>, IDisposable
{
    private const int DocCount = 60_000;

    /// <summary>Steps of a cursor that may follow a cancellation: a quarter of the walk through all documents.</summary>
    private const int MostStepsBehind = DocCount / 4;

    private readonly CancellationTokenSource _source = new();
    private readonly Searcher _searcher;
    private int _stepsLeft;
    private int _stepsBehind;

    public CancellationTests(ManyDocuments documents) => _searcher = documents.Index.OpenSearcher();

    public static TheoryData<string, int> Cuts
    {
        get
        {
            var cuts = new TheoryData<string, int>();
            foreach (var route in (string[])["alone", "costly", "and", "or", "except", "filter", "facet", "sorted", "sorted filter"])
            {
                foreach (var cut in (int[])[1, 1000, 25_000]) cuts.Add(route, cut);
            }

            return cuts;
        }
    }

    public void Dispose()
    {
        _searcher.Dispose();
        _source.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public void A_search_ends_soon_after_its_cancellation(string route, int cut)
    {
        var stepping = new SteppingClause(this, isCostly: route == "costly");
        Clause clause = route switch
        {
            "and" => new AndClause([stepping, Sets.Everything]),
            "or" => new OrClause([stepping, stepping]),
            "except" => new ExceptClause(Sets.Everything, stepping),
            _ => stepping,
        };
        var query = SampleSchema.All with
        {
            Count = 100,
            Filters = route.EndsWith("filter", StringComparison.Ordinal) ? [new KeywordFilter("lang", ["en"], [])] : [],
            Facets = route == "facet" ? [new FacetRequest("lang", 10, FacetOrder.Count, [])] : [],
            Sort = route.StartsWith("sorted", StringComparison.Ordinal) ? new NumberSort("instant", IsDescending: true) : null,
        };
        _stepsLeft = cut;

        Assert.Throws<OperationCanceledException>(() => _searcher.Search(query, clause, _source.Token));
        Assert.InRange(_stepsBehind, 0, MostStepsBehind);
    }

    [Theory]
    [InlineData("word")]
    [InlineData("\"word some\"")]
    [InlineData("w*")]
    [InlineData("wrod~")]
    [InlineData("word OR some -other")]
    [InlineData("lang:en date:2024")]
    public void A_search_that_is_cancelled_before_it_begins_finds_nothing(string query)
    {
        _source.Cancel();

        Assert.Throws<OperationCanceledException>(() => _searcher.Search(SampleSchema.Query(query), _source.Token));
        Assert.Throws<OperationCanceledException>(() => _searcher.List(SampleSchema.Query(query), _source.Token).Count());
    }

    [Fact]
    public void A_phrase_that_no_document_has_is_not_looked_for_any_more()
    {
        var segment = _searcher.Snapshot.Segments[0].Reader;
        PhraseSlot[] slots = [.. "word some".Split(' ').Select((word, offset) => new PhraseSlot(word, offset, segment.Lists[1].Open(TermBytes.Exact(word))))];
        var cursor = new PhraseCursor(slots, null, null, new Bm25(1, [(1, 1)]), segment.Lengths[1], _source.Token);
        _source.Cancel();

        Assert.Throws<OperationCanceledException>(() => cursor.Next());
        Assert.InRange(slots[0].Doc, 0, PhraseCursor.CheckEvery);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void Terms_that_a_pattern_does_not_accept_are_not_walked_any_more(int cut)
    {
        _stepsLeft = cut;
        var walk = new TermWalk(_searcher.Snapshot.Segments[0].Reader.Keywords[0].Terms, new SteppingPattern(this), _source.Token);

        Assert.Throws<OperationCanceledException>(() => walk.Next());
        Assert.InRange(_stepsBehind, 0, 4096);
    }

    [Fact]
    public void A_long_text_is_not_marked_to_its_end()
    {
        _source.Cancel();
        var highlighter = new Highlighter(QueryTrees.Parse("word"), QueryTrees.Syntax);

        Assert.Throws<OperationCanceledException>(() => highlighter.Marks(new DocumentTexts([new DocumentText("body", string.Join(' ', Enumerable.Repeat("word", 5000)))], "en"), _source.Token));
    }

    private void Step()
    {
        if (_source.IsCancellationRequested) _stepsBehind++;
        else if (--_stepsLeft == 0) _source.Cancel();
    }

    /// <summary>Every document matches; each step is counted, and the last of those left cancels.</summary>
    private sealed class SteppingClause(CancellationTests test, bool isCostly) : Clause
    {
        public override DocCursor? Open(SegmentReader segment) => new SteppingCursor(test, isCostly, segment.DocCount);
    }

    private sealed class SteppingCursor(CancellationTests test, bool isCostly, int docCount) : DocCursor
    {
        public override long Cost => docCount;

        public override bool IsCostly => isCostly;

        public override int Next() => Seek(Doc + 1);

        public override int Seek(int target)
        {
            test.Step();
            return Doc = target < docCount ? target : NoMoreDocs;
        }

        public override float Score()
        {
            test.Step();
            return Doc; // the later the better, so that every document enters
        }
    }

    /// <summary>Accepts nothing, but only at the end of each term.</summary>
    private sealed class SteppingPattern(CancellationTests test) : TermPattern
    {
        public override string Prefix => "";

        public override ulong Start => 1;

        public override bool Matches(ReadOnlySpan<char> term) => false;

        public override ulong Step(ulong state, int codePoint)
        {
            test.Step();
            return 1;
        }

        public override bool IsAccepting(ulong state) => false;

        public override int NextAlive(ulong state, int codePoint) => codePoint + 1;

        public override string ToString() => "stepping";
    }

    /// <summary>One segment, in which two words are in every document and never side by side.</summary>
    public sealed class ManyDocuments : IDisposable
    {
        public ManyDocuments()
        {
            var directory = new FaultyDirectory();
            using (var writer = IndexWriter.Open(directory, SampleSchema.Schema, new WriterOptions("test")))
            {
                for (var i = 0; i < DocCount; i++)
                {
                    var document = SampleSchema.Document($"{i}", "", "some other word");
                    document.AddKeyword("lang", "en");
                    document.SetNumber("instant", i * 7919L % 10_007);
                    writer.Add(document);
                }

                writer.Commit();
            }

            Index = new SearchIndex(directory);
        }

        public SearchIndex Index { get; }

        public void Dispose() => Index.Dispose();
    }
}
