using System.Diagnostics;
using NewsSearch.Archive.Embedded.Attachments;
using NewsSearch.Archive.Embedded.Names;
using NewsSearch.Archive.Embedded.Times;
using NewsSearch.Archive.Names;
using NewsSearch.Archive.Times;
using NewsSearch.Engine;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Highlighting;
using NewsSearch.Engine.Search;

namespace NewsSearch.Archive.Embedded;

/// <summary>The archive in an index folder of our own engine.</summary>
internal sealed class EmbeddedArchive : IArticleArchive
{
    private readonly string _path;
    private readonly SearchIndex _index;
    private readonly int _workers;
    private readonly FrequentPhrases _phrases = new();

    public EmbeddedArchive(string path, int workers) => (_path, _index, _workers) = (path, Failures.Explained(path, () => SearchIndex.Open(path)), workers);

    public SearchPage Search(SearchRequest request, CancellationToken cancellation = default) => WithSearcher(searcher =>
    {
        var clock = Stopwatch.StartNew();
        var reading = new RequestReading(request);
        var page = Math.Max(1, request.Page);
        var size = Math.Clamp(request.Size, 1, SearchRequest.MaxSize);
        var offset = (int)Math.Min((long)(page - 1) * size, int.MaxValue);
        var answer = searcher.Search(reading.Query(offset, size, withFacets: true) with { Workers = _workers, WithExplanations = request.Explain }, cancellation);
        var highlighter = new Highlighter(reading.Words, ArticleSchema.Binding.Syntax);
        var options = new SnippetOptions(Math.Max(1, request.Snippets), Math.Clamp(request.SnippetLength, SearchRequest.MinSnippetLength, SearchRequest.MaxSnippetLength));
        var others = new OtherSearches(searcher, request, reading, cancellation);
        return new SearchPage
        {
            Query = request.Query,
            InterpretedAs = reading.InWords,
            MatchMatters = reading.MatchMatters,
            Match = request.Match,
            Sort = reading.Sort,
            Total = answer.Total,
            Page = page,
            Size = size,
            Hits = new PageHits(searcher, highlighter, reading.Sort, options, cancellation).Of(answer),
            Facets = answer.Facets.ToDictionary(facet => facet.Key, facet => Listed(FacetValues(facet.Value, request.Choice(facet.Key)), facet.Key == ArticleSchema.Date ? int.MaxValue : request.FacetSize), StringComparer.Ordinal),
            Suggestions = page == 1 || answer.Total == 0 ? [.. others.Suggest(answer.Total)] : [],
            Notes = [.. reading.Notes.Concat(answer.Notes).Select(note => new Note(note.Text, note.Start, note.End)), .. others.OnlyRemoved(answer.Total)],
            TookMs = clock.Elapsed.TotalMilliseconds,
        };
    });

    public Article? Find(string id) => WithSearcher(searcher => searcher.Find(id) is >= 0 and var doc ? ShownArticle.Of(searcher, doc) : null);

    public MarkedArticle? FindMarked(string id, SearchRequest request, CancellationToken cancellation = default) => WithSearcher(searcher =>
    {
        if (searcher.Find(id) is not (>= 0 and var doc)) return null;
        var article = ShownArticle.Of(searcher, doc);
        var title = DisplayTitle.Of(article);
        var marks = ArticleMarks.Of(new Highlighter(new RequestReading(request).Words, ArticleSchema.Binding.Syntax), searcher, article, title, cancellation);
        return new MarkedArticle(article, title, Ranges(marks.Title), Ranges(marks.Body));
    });

    public IReadOnlyList<SimilarArticle> Similar(string id, int count, CancellationToken cancellation = default) => WithSearcher(searcher =>
        count > 0 && searcher.Find(id) is >= 0 and var doc ? SimilarArticles.Of(searcher, doc, count, cancellation) : []);

    public IEnumerable<Article> Export(SearchRequest request, CancellationToken cancellation = default) => Streamed(request, 0, ShownArticle.Of, cancellation);

    public IEnumerable<DatedId> Ids(SearchRequest request, long skip = 0, CancellationToken cancellation = default) => Streamed(request, skip, static (searcher, doc) =>
    {
        var head = ArticleHead.FromUtf8(searcher.Stored(doc, ArticleSchema.Head));
        return new DatedId(head.Id, PublicationDate.TryParse(head.Published));
    }, cancellation);

    public IReadOnlyDictionary<string, IReadOnlyList<Completion>> Complete(string typed, int count, CancellationToken cancellation = default) => WithSearcher(searcher =>
        CompletionGroups.All.ToDictionary(
            group => group,
            IReadOnlyList<Completion> (group) =>
            [
                .. (group == CompletionGroups.Query ? _phrases.Of(searcher, cancellation).Of(typed, count) : searcher.Complete(group, typed, count, cancellation))
                    .Select(value => new Completion(value.Value, value.Count)),
            ],
            StringComparer.Ordinal));

    public IReadOnlyList<ShownValue> Values(string facet, CancellationToken cancellation = default) => WithSearcher(searcher =>
    {
        var all = new RequestReading(new SearchRequest()).Query(0, 0, withFacets: false) with { Facets = [new FacetRequest(facet, (int)searcher.CountValues(facet) + 1, FacetOrder.Count, [])] };
        return searcher.Search(all, cancellation).Facets[facet].Where(count => count.Value is not null)
            .Select(count => new ShownValue(count.Value!, count.Count, [.. searcher.NamesOf(facet, count.Value!).Order(StringComparer.Ordinal)])).ToList();
    });

    public ListedValues List(string facet, SearchRequest request, ValueListing listing, CancellationToken cancellation = default) => WithSearcher(searcher =>
    {
        // By name an unbounded list costs its length; by count it would cost its square.
        var query = new RequestReading(request).Query(0, 0, withFacets: false) with { Facets = [new FacetRequest(facet, int.MaxValue, FacetOrder.NameDescending, [])] };
        IEnumerable<FacetCount> values = searcher.Search(query, cancellation).Facets[facet].Where(value => value.Value is not null);
        if (listing.Find.Length > 0)
        {
            var found = searcher.Complete(facet, listing.Find, int.MaxValue, cancellation).Select(value => value.Value).ToHashSet(StringComparer.Ordinal);
            values = values.Where(value => found.Contains(value.Value!));
        }

        var list = values.ToList();
        list.Sort((a, b) => !listing.IsByName && a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.Compare(a.Value, b.Value, StringComparison.OrdinalIgnoreCase) is not 0 and var order ? order : string.CompareOrdinal(a.Value, b.Value));
        return new ListedValues(list.Count, FacetValues([.. list.Skip(listing.Offset).Take(listing.Count)], request.Choice(facet)));
    });

    public IReadOnlyList<PeriodCount> Timeline(SearchRequest request, TimeScale scale, CancellationToken cancellation = default) => WithSearcher(searcher =>
        TimeCounts.Of(searcher, new RequestReading(request).Query(0, 0, withFacets: false) with { Workers = _workers }, scale, cancellation));

    public EntityPortrait? Portrait(string kind, string name, CancellationToken cancellation = default) => WithSearcher(searcher => new Portrayal(searcher, kind, cancellation).Of(name));

    public ArchiveStats Stats() => WithSearcher(searcher => new ArchiveStats(
        _path, searcher.Commit.Generation, searcher.Commit.Number, searcher.Commit.Written, searcher.DocCount, searcher.DeletedCount,
        searcher.Commit.SegmentCount, searcher.Commit.ByteLength,
        FacetNames.All.ToDictionary(facet => facet, searcher.CountValues, StringComparer.Ordinal),
        SearchIndex.FormatVersion, AnalysisVersion.Current));

    public IReadOnlyList<RepeatedPassage> Boilerplate() => WithSearcher(searcher => LearnedBoilerplate.FromUtf8((searcher.Attachment(LearnedBoilerplate.Attachment) ?? default).Span));

    public void Dispose() => _index.Dispose();

    private static TextRange[] Ranges(IReadOnlyList<Mark> marks) => [.. marks.Select(mark => new TextRange(mark.Start, mark.End))];

    /// <summary>As many as were asked for, beside those chosen and <c>(none)</c>.</summary>
    private static IReadOnlyList<FacetValue> Listed(IReadOnlyList<FacetValue> values, int size)
    {
        var open = 0;
        return [.. values.Where(value => value.Selected || value.Excluded || value.Value == FacetNames.NoValue || open++ < size)];
    }

    private static IReadOnlyList<FacetValue> FacetValues(IReadOnlyList<FacetCount> counts, FacetChoice choice) =>
    [
        .. counts.Select(count => (Value: count.Value ?? FacetNames.NoValue, count.Count))
            .Select(count => new FacetValue(count.Value, count.Count, choice.Include.Contains(count.Value), choice.Exclude.Contains(count.Value))),
    ];

    /// <summary>What is read of each hit, from one snapshot however long it takes.</summary>
    private IEnumerable<T> Streamed<T>(SearchRequest request, long skip, Func<Searcher, int, T> read, CancellationToken cancellation)
    {
        using var searcher = Failures.Explained(_path, _index.OpenSearcher);
        using var hits = searcher.List(new RequestReading(request).Query(0, 0, withFacets: false) with { Workers = _workers }, cancellation).GetEnumerator();
        while (Failures.Explained(_path, hits.MoveNext))
        {
            cancellation.ThrowIfCancellationRequested();
            if (skip-- > 0) continue;
            yield return Failures.Explained(_path, () => read(searcher, hits.Current.Doc));
        }
    }

    private T WithSearcher<T>(Func<Searcher, T> use) => Failures.Explained(_path, () =>
    {
        using var searcher = _index.OpenSearcher();
        return use(searcher);
    });
}
