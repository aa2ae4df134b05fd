using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Columns;

/// <summary>Document -> length code (<see cref="LengthCode"/>) of one text. Thread-safe.</summary>
/// <remarks>Copied into an array on first use: scoring reads it for every posting that it looks at. One byte a document.</remarks>
internal sealed class LengthColumn
{
    private readonly Lazy<byte[]> _codes;
    private readonly Lazy<float> _average;

    public LengthColumn(ByteRegion region, int docCount)
    {
        if (region.ByteLength != docCount) throw region.Error(0, $"a column of {region.ByteLength} lengths for {docCount} documents");
        _codes = new Lazy<byte[]>(() => region.Span(0, docCount).ToArray());
        _average = new Lazy<float>(() => LengthCode.AverageOf(Codes));
    }

    public byte this[DocId doc] => _codes.Value[doc];

    /// <summary>All codes, by document; nobody may change them.</summary>
    public byte[] Codes => _codes.Value;

    /// <summary>Mean of the lengths as they are coded: what the bounds of this segment's postings were made with.</summary>
    public float Average => _average.Value;
}
