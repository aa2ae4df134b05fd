using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Segments;
using NewsSearch.Engine.Stored;

namespace NewsSearch.Engine.Indexing;

/// <summary>Documents -> one segment: analyses and inverts in memory, then writes all sections. One thread at a time.</summary>
internal sealed class SegmentBuilder
{
    private readonly IndexSchema _schema;
    private readonly TextInverter _texts;
    private readonly ListInverter[] _keywords;
    private readonly List<long?>[] _numbers;
    private readonly ByteBuffer _heads = new();
    private readonly ByteBuffer _bodies = new();
    private readonly List<(int Head, int Body)> _storedEnds = [];

    public SegmentBuilder(IndexSchema schema)
    {
        _schema = schema;
        _texts = new TextInverter(schema);
        _keywords = [.. schema.Keywords.Select(_ => new ListInverter(new PostingsShape(0, false)))];
        _numbers = [.. schema.Numbers.Select(_ => new List<long?>())];
    }

    public int DocCount => _storedEnds.Count;

    public long MemoryBytes => _texts.MemoryBytes + _keywords.Sum(keyword => keyword.MemoryBytes) + _heads.Length + _bodies.Length;

    /// <summary>Adds a document; its number is the count before. Requires: fields of the schema.</summary>
    public DocId Add(IndexDocument document)
    {
        var doc = DocCount;
        _texts.Add(document, doc);
        for (var i = 0; i < _keywords.Length; i++) AddKeywords(document, doc, i);
        for (var i = 0; i < _numbers.Length; i++) _numbers[i].Add(Number(document, _schema.Numbers[i].Name));
        for (var i = 0; i < _schema.Stored.Count; i++)
        {
            foreach (var (field, value) in document.Stored)
            {
                if (field == _schema.Stored[i].Name) StoredRecord.Write(_schema.Stored[i].IsHead ? _heads : _bodies, i, value.Span);
            }
        }

        _storedEnds.Add((_heads.Length, _bodies.Length));
        return doc;
    }

    /// <summary>Writes the segment. Requires: at least one document.</summary>
    public void Write(SectionFileWriter file)
    {
        new SegmentInfo(DocCount, _texts.TokenCounts, _texts.Languages).Write(file.Begin(SegmentSections.Info));
        file.End();
        WriteStored(file);
        _texts.Write(file);
        for (var i = 0; i < _keywords.Length; i++) WriteKeyword(file, _schema.Keywords[i], _keywords[i]);
        for (var i = 0; i < _numbers.Length; i++)
        {
            ColumnWriter.WriteNumbers(file.Begin(SegmentSections.Number(_schema.Numbers[i].Name)), _numbers[i]);
            file.End();
        }
    }

    private void WriteKeyword(SectionFileWriter file, KeywordField field, ListInverter values)
    {
        TermIndexWriter.Write(
            file, SegmentSections.KeywordPostings(field.Name), SegmentSections.KeywordTerms(field.Name), null,
            (terms, postings, _) => values.Write(terms, postings, null, []));
        if (!field.HasColumn) return;
        ColumnWriter.WriteOrdinals(file.Begin(SegmentSections.KeywordColumn(field.Name)), values.Ordinals(DocCount), values.TermCount);
        file.End();
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

    private void AddKeywords(IndexDocument document, DocId doc, int keyword)
    {
        foreach (var (field, value) in document.Keywords)
        {
            if (field != _schema.Keywords[keyword].Name) continue;
            var bytes = KeywordBytes.Of(value);
            _keywords[keyword].Add(bytes, bytes.Length, doc, 0);
        }
    }

    private void WriteStored(SectionFileWriter file)
    {
        var heads = new HeadWriter(file.Begin(SegmentSections.Heads));
        for (DocId doc = 0; doc < DocCount; doc++) heads.Add(_heads.Written[(doc == 0 ? 0 : _storedEnds[doc - 1].Head).._storedEnds[doc].Head]);
        heads.Finish();
        file.End();
        var bodies = new BodyWriter(file.Begin(SegmentSections.Bodies));
        for (DocId doc = 0; doc < DocCount; doc++) bodies.Add(_bodies.Written[(doc == 0 ? 0 : _storedEnds[doc - 1].Body).._storedEnds[doc].Body]);
        bodies.Finish();
        file.End();
    }
}
