using NewsSearch.Archive.Embedded.Attachments;
using NewsSearch.Archive.Embedded.Names;
using NewsSearch.Archive.Names;
using NewsSearch.Engine;
using NewsSearch.Engine.Suggest;

namespace NewsSearch.Archive.Embedded;

/// <summary>Changes an index folder of our own engine.</summary>
internal sealed class EmbeddedWriter : IArticleWriter
{
    /// <summary>Characters of articles that may wait to have their phrases counted; taste.</summary>
    private const long MostWaiting = 8 << 20;

    private readonly string _path;
    private readonly IndexWriter _writer;
    private readonly ShownNames _names;
    private readonly Aside _aside = new(MostWaiting);
    private RetypedArticle? _retyped;
    private PhraseLearner? _phrases;

    public EmbeddedWriter(string path, WriterOptions options)
    {
        (_path, _writer) = (path, Failures.Explained(path, () => SearchIndex.OpenWriter(path, ArticleSchema.Schema, options)));
        _names = new ShownNames(_writer);
    }

    public Learned Learned
    {
        get => Failures.Explained(_path, () => new Learned(_names.Learned)
        {
            Boilerplate = _writer.Attachments.TryGetValue(LearnedBoilerplate.Attachment, out var utf8) ? LearnedBoilerplate.FromUtf8(utf8) : [],
            LoneNames = _writer.Attachments.TryGetValue(LearnedLoneNames.Attachment, out var lone) ? LearnedLoneNames.FromUtf8(lone) : LoneNames.None,
        });
        set
        {
            _writer.Attachments[LearnedBoilerplate.Attachment] = LearnedBoilerplate.ToUtf8(value.Boilerplate);
            _writer.Attachments[LearnedLoneNames.Attachment] = LearnedLoneNames.ToUtf8(value.LoneNames);
            Failures.Explained(_path, () => _names.Learned = value.ShownValues);
            _retyped = null;
        }
    }

    public IReadOnlyDictionary<string, string> OutletAliases
    {
        get => Failures.Explained(_path, () => _names.OutletAliases);
        set => Failures.Explained(_path, () => _names.OutletAliases = value);
    }

    public EntityChoices Entities
    {
        get => Failures.Explained(_path, () => _names.Choices);
        set
        {
            Failures.Explained(_path, () => _names.Choices = value);
            _retyped = null;
        }
    }

    private RetypedArticle Retyped => _retyped ??= new RetypedArticle(Entities.Retyped, _writer.Values.Shown);

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
        var document = ArticleDocument.Of(article, Retyped.Of(article));
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

    public long AddAgain(SearchRequest request, CancellationToken cancellation = default) => Failures.Explained(_path, () =>
    {
        using var index = SearchIndex.Open(_path);
        using var searcher = index.OpenSearcher();
        var added = 0L;
        foreach (var hit in searcher.List(new RequestReading(request).Query(0, 0, withFacets: false), cancellation))
        {
            Add(StoredArticle.Of(searcher, hit.Doc));
            added++;
        }
        return added;
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
}
