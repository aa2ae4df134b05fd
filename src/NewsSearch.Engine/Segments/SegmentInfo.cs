using System.Text;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Segments;

/// <summary>Totals of a segment, deleted documents included.</summary>
/// <param name="DocCount">Documents.</param>
/// <param name="TokenCounts">Tokens by text of the schema.</param>
/// <param name="Languages">Languages whose stems the segment holds, sorted.</param>
internal sealed record SegmentInfo(int DocCount, IReadOnlyList<long> TokenCounts, IReadOnlyList<string> Languages)
{
    // Far more texts and languages than anybody has; keeps a damaged count from asking for memory.
    private const int MostEntries = 1 << 16;

    public void Write(ByteSink sink)
    {
        var buffer = new ByteBuffer();
        buffer.WriteVarInt(DocCount);
        buffer.WriteVarInt(TokenCounts.Count);
        foreach (var count in TokenCounts) buffer.WriteVarInt((ulong)count);
        buffer.WriteVarInt(Languages.Count);
        foreach (var language in Languages)
        {
            buffer.WriteVarInt(Encoding.UTF8.GetByteCount(language));
            buffer.Write(Encoding.UTF8.GetBytes(language));
        }

        sink.Write(buffer.Written);
    }

    public static SegmentInfo Read(ByteRegion region)
    {
        try
        {
            var reader = new ByteReader(region.SpanUpTo(0, 1 << 20));
            var docCount = Count(ref reader, int.MaxValue);
            var tokenCounts = new long[Count(ref reader, MostEntries)];
            for (var i = 0; i < tokenCounts.Length; i++) tokenCounts[i] = reader.ReadVarInt64() is <= long.MaxValue >> 16 and var count ? (long)count : throw new EndOfStreamException();
            var languages = new string[Count(ref reader, MostEntries)];
            for (var i = 0; i < languages.Length; i++) languages[i] = Encoding.UTF8.GetString(reader.Read(reader.ReadVarInt()));
            return new SegmentInfo(docCount, tokenCounts, languages);
        }
        catch (EndOfStreamException)
        {
            throw region.Error(0, "the segment's totals are damaged");
        }
    }

    private static int Count(ref ByteReader reader, int most) => reader.ReadVarInt() is >= 0 and var count && count <= most ? count : throw new EndOfStreamException();
}
