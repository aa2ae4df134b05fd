using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Columns;
using NewsSearch.Engine.Documents;
using NewsSearch.Engine.Postings;
using NewsSearch.Engine.Stored;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Segments;

/// <summary>Term -> posting list: the dictionary and the postings of one list or keyword field.</summary>
/// <param name="Terms">The dictionary.</param>
/// <param name="Postings">The posting lists.</param>
/// <param name="Pairs">The pairs of its frequent words; null where there are none.</param>
internal sealed record TermIndex(TermsReader Terms, PostingsReader Postings, PairTable? Pairs = null)
{
    /// <summary>A cursor over the documents of a term, or null where the segment does not have it.</summary>
    public PostingsCursor? Open(ReadOnlySpan<byte> term) => Terms.TryFind(term, out var entry) ? Postings.Open(entry) : null;
}

/// <summary>One open segment: its structures, by number of the field in the schema. Immutable, thread-safe.</summary>
/// <remarks>Opening reads headers and trailers alone. Closed when the last of its holders releases it.</remarks>
internal sealed class SegmentReader : IDisposable
{
    private readonly SectionFile _file;

    /// <param name="file">The segment's file, owned from here on.</param>
    /// <param name="schema">What is in it.</param>
    /// <param name="docCount">Documents that it must have: sizes of bitmaps rely on it.</param>
    public SegmentReader(SectionFile file, IndexSchema schema, int docCount)
    {
        _file = file;
        Info = SegmentInfo.Read(file.Section(SegmentSections.Info));
        if (Info.TokenCounts.Count != schema.Texts.Count) throw new IndexFormatException(file.Path, -1, $"totals of {Info.TokenCounts.Count} texts, the schema has {schema.Texts.Count}");
        if (Info.DocCount != docCount) throw new IndexFormatException(file.Path, -1, $"{docCount} documents expected, found {Info.DocCount}");
        Lists = [.. schema.Lists.Select(OpenList)];
        Keywords = [.. schema.Keywords.Select(OpenKeyword)];
        Columns = [.. schema.Keywords.Select((field, i) => field.HasColumn ? new OrdinalColumn(file.Section(SegmentSections.KeywordColumn(field.Name)), DocCount, Keywords[i].Terms.TermCount) : null)];
        Numbers = [.. schema.Numbers.Select(field => new NumberColumn(file.Section(SegmentSections.Number(field.Name)), DocCount))];
        Lengths = [.. schema.Texts.Select(text => new LengthColumn(file.Section(SegmentSections.Lengths(text.Name)), DocCount))];
        Stored = new StoredReader(file.Section(SegmentSections.Heads), file.Section(SegmentSections.Bodies), DocCount);
    }

    public string Name => _file.Name;

    /// <summary>The file, for messages.</summary>
    public string Path => _file.Path;

    public SegmentInfo Info { get; }

    public int DocCount => Info.DocCount;

    public IReadOnlyList<TermIndex> Lists { get; }

    public IReadOnlyList<TermIndex> Keywords { get; }

    public IReadOnlyList<OrdinalColumn?> Columns { get; }

    public IReadOnlyList<NumberColumn> Numbers { get; }

    /// <summary>Length codes (<see cref="LengthCode"/>) by text.</summary>
    public IReadOnlyList<LengthColumn> Lengths { get; }

    public StoredReader Stored { get; }

    /// <summary>What the pairs of frequent words take of the file.</summary>
    public long PairByteLength => _file.SectionNames.Where(SegmentSections.IsOfPairs).Sum(section => _file.Section(section).ByteLength);

    /// <summary>Lets the system take back the memory of what was read, where that was more than searches would read.</summary>
    public void Forget() => _file.Forget();

    public void Dispose() => _file.Dispose();

    private TermIndex OpenList(TermList list) => new(
        new TermsReader(_file.Section(SegmentSections.Terms(list.Name))),
        new PostingsReader(
            PostingsShape.Of(list),
            _file.Section(SegmentSections.Postings(list.Name)),
            list.HasPositions ? _file.Section(SegmentSections.Positions(list.Name)) : default,
            DocCount),
        OpenPairs(list.Name));

    private PairTable? OpenPairs(string list) => !_file.Has(SegmentSections.Pairs(list)) ? null : new PairTable(
        _file.Section(SegmentSections.Pairs(list)),
        new PostingsReader(new PostingsShape(1, true), _file.Section(SegmentSections.PairPostings(list)), _file.Section(SegmentSections.PairPositions(list)), DocCount));

    private TermIndex OpenKeyword(KeywordField field) => new(
        new TermsReader(_file.Section(SegmentSections.KeywordTerms(field.Name))),
        new PostingsReader(PostingsShape.Keyword, _file.Section(SegmentSections.KeywordPostings(field.Name)), default, DocCount));
}
