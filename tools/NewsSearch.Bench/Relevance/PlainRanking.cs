using System.Text;
using NewsSearch.Archive;
using NewsSearch.Engine;
using NewsSearch.Engine.Analysis;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Queries;
using NewsSearch.Engine.Search;

namespace NewsSearch.Bench.Relevance;

/// <summary>What ours must beat: BM25 (k1 1.2, b 0.75) over the stems of title and body as one text, for the bare words of a query.</summary>
internal sealed class PlainRanking : IRanking
{
    private const string Text = "text";
    private const string Id = "id";

    private static readonly IndexSchema Schema = new(
        [new TextField(Text)], [new TermList(Text, TermForm.Stem, [Text], HasPositions: false)], [new KeywordField(Id, HasColumn: false)], [], [new StoredField(Id, IsHead: true)], KeyField: Id);

    private static readonly QueryBinding Binding = new(FieldBinding.OfText(Text), new Dictionary<string, FieldBinding>(), new Dictionary<string, float>());

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("newssearch-relevance-");
    private readonly SearchIndex _index;
    private readonly Searcher _searcher;

    public PlainRanking(IEnumerable<Article> articles)
    {
        using (var writer = SearchIndex.OpenWriter(_directory.FullName, Schema, new WriterOptions("newssearch-bench relevance")))
        {
            foreach (var article in articles) writer.Add(Document(article));
            writer.Commit();
        }

        _index = SearchIndex.Open(_directory.FullName);
        _searcher = _index.OpenSearcher();
    }

    public IReadOnlyList<string> Best(string query)
    {
        var words = new List<QueryNode>();
        var tokens = new Tokenizer();
        tokens.Reset(query.AsMemory());
        while (tokens.Next()) words.Add(new PlainWord(tokens.Word.ToString(), default));
        if (words.Count == 0) return [];
        var root = words.Count == 1 ? words[0] : new OrNode(words, default);
        return [.. _searcher.Search(new IndexQuery(root, Binding)).Hits.Select(hit => Encoding.UTF8.GetString(_searcher.Stored(hit.Doc, Id)))];
    }

    public void Dispose()
    {
        _searcher.Dispose();
        _index.Dispose();
        _directory.Delete(recursive: true);
    }

    private static IndexDocument Document(Article article)
    {
        var document = new IndexDocument { Language = article.Language ?? "" };
        document.AddKeyword(Id, article.Id);
        document.AddText(Text, $"{article.Title}\n{article.Body}");
        document.SetStored(Id, Encoding.UTF8.GetBytes(article.Id));
        return document;
    }
}
