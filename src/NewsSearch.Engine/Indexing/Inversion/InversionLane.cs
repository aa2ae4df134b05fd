using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Postings;

namespace NewsSearch.Engine.Indexing.Inversion;

/// <summary>One thread's share of the documents of a segment, inverted in memory: runs of neighbours, one after the other.</summary>
/// <remarks>One caller adds; what was gathered is read when it has waited.</remarks>
/// <param name="schema">Of the segment.</param>
/// <param name="isBeside">Whether to work beside the caller.</param>
internal sealed class InversionLane(IndexSchema schema, bool isBeside) : RunLane(isBeside)
{
    public TextInverter Texts { get; } = new(schema);

    /// <summary>By field of the schema.</summary>
    public IReadOnlyList<ListInverter> Keywords { get; } = [.. schema.Keywords.Select(_ => new ListInverter(PostingsShape.Keyword))];

    /// <summary>By field of the schema, then by document.</summary>
    public IReadOnlyList<List<long?>> Numbers { get; } = [.. schema.Numbers.Select(_ => new List<long?>())];

    protected override long UsedBytes() => Texts.MemoryBytes + Keywords.Sum(keyword => keyword.MemoryBytes);

    protected override void Take(IndexDocument document, DocId doc)
    {
        Texts.Add(document, doc);
        for (var i = 0; i < Keywords.Count; i++) AddKeywords(document, doc, i);
        for (var i = 0; i < Numbers.Count; i++) Numbers[i].Add(Number(document, schema.Numbers[i].Name));
    }

    private void AddKeywords(IndexDocument document, DocId doc, int keyword)
    {
        foreach (var (field, value) in document.Keywords)
        {
            if (field != schema.Keywords[keyword].Name) continue;
            var bytes = KeywordBytes.Of(value);
            Keywords[keyword].Add(bytes, bytes.Length, doc, 0);
        }
    }

    private static long? Number(IndexDocument document, string field)
    {
        long? number = null;
        foreach (var (name, value) in document.Numbers)
        {
            if (name == field) number = value;
        }

        return number;
    }
}
