using NewsSearch.Archive.Embedded.Attachments;
using NewsSearch.Engine;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Suggest;

namespace NewsSearch.Archive.Embedded;

/// <summary>Changes an index folder of our own engine.</summary>
internal sealed class EmbeddedWriter : IArticleWriter
{
    private const string Outlet = "outlet";

    /// <summary>Characters of articles that may wait to have their phrases counted; taste.</summary>
    private const long MostWaiting = 8 << 20;

    private readonly string _path;
    private readonly IndexWriter _writer;
    private readonly Aside _aside = new(MostWaiting);
    private PhraseLearner? _phrases;

    public EmbeddedWriter(string path, WriterOptions options) =>
        (_path, _writer) = (path, Failures.Explained(path, () => SearchIndex.OpenWriter(path, ArticleSchema.Schema, options)));

    public Learned Learned
    {
        get => new(With(Shown(), Outlet, Outlets.Learned))
        {
            Boilerplate = _writer.Attachments.TryGetValue(LearnedBoilerplate.Attachment, out var utf8) ? LearnedBoilerplate.FromUtf8(utf8) : [],
        };
        set
        {
            _writer.Attachments[LearnedBoilerplate.Attachment] = LearnedBoilerplate.ToUtf8(value.Boilerplate);
            Outlets = Outlets with { Learned = value.ShownValues.GetValueOrDefault(Outlet) ?? new Dictionary<string, string>() };
            Show(With(value.ShownValues, Outlet, Outlets.Shown()));
        }
    }

    public IReadOnlyDictionary<string, string> OutletAliases
    {
        get => Outlets.Aliases;
        set
        {
            Outlets = Outlets with { Aliases = value };
            Show(With(Shown(), Outlet, Outlets.Shown()));
        }
    }

    private OutletNames Outlets
    {
        get => _writer.Attachments.TryGetValue(OutletNames.Attachment, out var json)
            ? Failures.Explained(_path, () => OutletNames.FromUtf8(json))
            : new OutletNames(Shown().GetValueOrDefault(Outlet) ?? new Dictionary<string, string>(), new Dictionary<string, string>());
        set => _writer.Attachments[OutletNames.Attachment] = value.ToUtf8();
    }

    public Article? Stored(string id) => Failures.Explained(_path, () =>
    {
        using var index = SearchIndex.Open(_path);
        using var searcher = index.OpenSearcher();
        return searcher.Find(id) is >= 0 and var doc ? StoredArticle.Of(searcher, doc) : null;
    });

    public int BeginLearning(long articles) => (_phrases = new PhraseLearner(articles)).SampleEvery;

    public void Learn(Article article)
    {
        var phrases = _phrases ?? throw new InvalidOperationException("Learning has not begun.");
        var (title, body) = (article.Title, article.Body);
        _aside.Do(() => phrases.Learn([title, body]), body.Length);
    }

    public void Add(Article article) => Prepare(article)();

    public Action Prepare(Article article)
    {
        var document = ArticleDocument.Of(article);
        return () => Failures.Explained(_path, () =>
        {
            CountPhrases(article.Title, article.Body);
            _writer.Add(document);
        });
    }

    public bool Delete(string id) => Failures.Explained(_path, () => _writer.Delete(id));

    public long Delete(SearchRequest request, CancellationToken cancellation = default) => Failures.Explained(_path, () =>
    {
        using var index = SearchIndex.Open(_path);
        using var searcher = index.OpenSearcher();
        var matches = searcher.List(new RequestReading(request).Query(0, 0, withFacets: false), cancellation);
        return matches.LongCount(hit => _writer.Delete(ArticleHead.FromUtf8(searcher.Stored(hit.Doc, ArticleSchema.Head)).Id));
    });

    public void Commit() => Failures.Explained(_path, () =>
    {
        _aside.Finish();
        if (_phrases is not null) _writer.Attachments[FrequentPhrases.Attachment] = FrequentPhrases.ToUtf8(_phrases.Phrases());
        _phrases = null;
        _writer.Commit();
    });

    public void FinishMerges(CancellationToken cancellation = default) => Failures.Explained(_path, () => _writer.FinishMerges(cancellation));

    public void Dispose() => _writer.Dispose();

    /// <summary>What waits to be counted holds on to the two texts alone, not to the document.</summary>
    private void CountPhrases(string? title, string body)
    {
        if (_phrases is { } phrases) _aside.Do(() => phrases.Count([title, body]), body.Length);
    }

    private Dictionary<string, IReadOnlyDictionary<string, string>> Shown() => _writer.Values.Fields.ToDictionary(
        facet => facet.Key,
        facet => (IReadOnlyDictionary<string, string>)facet.Value.Where(shown => shown.Value is not null).ToDictionary(shown => shown.Key, shown => shown.Value!, StringComparer.Ordinal),
        StringComparer.Ordinal);

    private void Show(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> facets) => _writer.Values = new ValueMap(facets.ToDictionary(
        facet => facet.Key,
        facet => (IReadOnlyDictionary<string, string?>)facet.Value.ToDictionary(shown => shown.Key, shown => (string?)shown.Value, StringComparer.Ordinal),
        StringComparer.Ordinal));

    private static Dictionary<string, IReadOnlyDictionary<string, string>> With(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> facets, string name, IReadOnlyDictionary<string, string> values) =>
        new(facets, StringComparer.Ordinal) { [name] = values };
}
