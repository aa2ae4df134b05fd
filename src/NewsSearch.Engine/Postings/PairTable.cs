using System.Buffers.Binary;
using NewsSearch.Engine.Bits;
using NewsSearch.Engine.Terms;

namespace NewsSearch.Engine.Postings;

/// <summary>Two frequent words side by side -> the documents and positions of the first, for one list of one segment. Thread-safe.</summary>
/// <remarks>Source: Williams, Zobel and Bahle, "Fast phrase querying with combined indexes" (2004), with both words from a short list.</remarks>
/// <param name="Table">The section "pairs".</param>
/// <param name="Postings">The lists of the pairs, one source, with positions.</param>
internal sealed record PairTable(ByteRegion Table, PostingsReader Postings)
{
    /// <summary>Whether both words are frequent, so that every place where they stand side by side is in <paramref name="entry"/>; no documents: there is none.</summary>
    public bool TryFind(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, out TermEntry entry)
    {
        entry = default;
        var bytes = new ByteReader(Table.Span(0, (int)Math.Min(int.MaxValue, Table.ByteLength)));
        try
        {
            var count = bytes.ReadByte();
            var (row, column) = (-1, -1);
            for (var word = 0; word < count; word++)
            {
                var term = bytes.Read(bytes.ReadVarInt());
                if (term.SequenceEqual(first)) row = word;
                if (term.SequenceEqual(second)) column = word;
            }

            if (row < 0 || column < 0) return false;
            bytes.Offset += PairFormat.EntryBytes * ((row * count) + column);
            var packed = bytes.Read(PairFormat.EntryBytes);
            entry = new TermEntry(
                BinaryPrimitives.ReadInt32LittleEndian(packed), BinaryPrimitives.ReadInt64LittleEndian(packed[4..]), BinaryPrimitives.ReadInt64LittleEndian(packed[12..]));
        }
        catch (EndOfStreamException)
        {
            throw Table.Error(0, "the table of pairs ends too early");
        }

        if (entry.DocCount < 0) throw Table.Error(0, $"a pair counts {entry.DocCount} documents");
        return true;
    }
}
