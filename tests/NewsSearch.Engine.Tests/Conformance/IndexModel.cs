using System.Globalization;
using System.Text;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Tests.Segments;

namespace NewsSearch.Engine.Tests.Conformance;

/// <summary>An index in memory that is changed at random, and beside it what must be in it.</summary>
internal sealed class IndexModel : IDisposable
{
    private readonly Random _random;
    private readonly RandomDocuments _documents;
    private readonly FaultyDirectory _directory = new();
    private readonly List<NaiveDocument> _added = [];
    private readonly Dictionary<string, int> _living = new(StringComparer.Ordinal);
    private SearchIndex _index;
    private ValueMap _values = ValueMap.Empty;
    private int _firstOfGeneration;

    public IndexModel(Random random)
    {
        (_random, _documents) = (random, new RandomDocuments(random));
        _index = new SearchIndex(_directory);
    }

    public IReadOnlyDictionary<string, int> Living => _living;

    public void Dispose() => _index.Dispose();

    /// <summary>Adds, replaces and deletes, in one or several commits.</summary>
    public void Change(int documentCount, bool deletes)
    {
        using var writer = IndexWriter.Open(_directory, SampleSchema.Schema, new WriterOptions("test") { BudgetBytes = 1L << _random.Next(8, 24), Threads = _random.Next(1, 4) });
        if (_random.Next(3) == 0) writer.Values = _values = _documents.Map();
        for (; documentCount > 0; documentCount--)
        {
            Add(writer, deletes ? _random.Next(300) : _added.Count);
            if (deletes && _random.Next(4) == 0) Delete(writer, $"key {_random.Next(300)}");
            if (_random.Next(60) == 0) writer.Commit();
        }

        writer.Commit();
    }

    /// <summary>Builds a new generation of the living documents, in their order.</summary>
    public void Rebuild()
    {
        using var writer = IndexWriter.Open(_directory, SampleSchema.Schema, new WriterOptions("test") { BudgetBytes = 1 << 16, Threads = _random.Next(1, 4), IsRebuild = true });
        writer.Values = _values = _documents.Map();
        _firstOfGeneration = _added.Count;
        foreach (var (key, serial) in _living.OrderBy(entry => entry.Value).ToList())
        {
            var document = Copy(_added[serial].Source);
            Add(writer, key, document);
        }

        writer.Commit();
    }

    public void Reopen()
    {
        _index.Dispose();
        _index = new SearchIndex(_directory);
    }

    public Searcher OpenSearcher() => _index.OpenSearcher();

    /// <summary>The oracle over the documents that the snapshot physically holds; checks that they are the right ones, in order.</summary>
    /// <param name="searcher">A snapshot of the latest commit.</param>
    /// <param name="hasAllEverAdded">Whether no deleted document was merged away, so that statistics are exact.</param>
    public NaiveSearcher Oracle(Searcher searcher, out bool hasAllEverAdded)
    {
        var serials = Enumerable.Range(0, (int)(searcher.DocCount + searcher.DeletedCount)).Select(doc => int.Parse(Encoding.UTF8.GetString(searcher.Stored(doc, "head")), CultureInfo.InvariantCulture)).ToList();
        var living = _living.Values.ToHashSet();
        Assert.Equal(serials.Order(), serials);
        Assert.Equal(living.Order(), serials.Where(living.Contains));
        Assert.Equal(living.Count, searcher.DocCount);
        foreach (var (key, serial) in _living) Assert.Equal(serials.IndexOf(serial), searcher.Find(key));
        Assert.Equal(-1, searcher.Find("absent"));
        hasAllEverAdded = serials.Count == _added.Count - _firstOfGeneration;
        return new NaiveSearcher(SampleSchema.Schema, SampleSchema.Binding, _values, [.. serials.Select(serial => (_added[serial], !living.Contains(serial)))]);
    }

    private void Add(IndexWriter writer, int number) => Add(writer, $"key {number}", _documents.Next($"key {number}", ""));

    private void Add(IndexWriter writer, string key, IndexDocument document)
    {
        document.Stored.RemoveAll(stored => stored.Field == "head");
        document.SetStored("head", Encoding.UTF8.GetBytes(_added.Count.ToString(CultureInfo.InvariantCulture)));
        writer.Add(document);
        _living[key] = _added.Count;
        _added.Add(new NaiveDocument(document, SampleSchema.Schema));
    }

    private void Delete(IndexWriter writer, string key) => Assert.Equal(_living.Remove(key), writer.Delete(key));

    private static IndexDocument Copy(IndexDocument document)
    {
        var copy = new IndexDocument { Language = document.Language };
        copy.Texts.AddRange(document.Texts);
        copy.Keywords.AddRange(document.Keywords);
        copy.Numbers.AddRange(document.Numbers);
        copy.Stored.AddRange(document.Stored);
        return copy;
    }
}
