using System.Globalization;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers.Containers;

/// <summary>A stream of the runtime that unpacks, within the budget; damage is told with its place, once, and is the end.</summary>
/// <param name="unpacking">The stream.</param>
/// <param name="budget">What may be unpacked.</param>
/// <param name="expectedByteLength">How many bytes there must be.</param>
/// <param name="expectedChecksum">What their checksum must be.</param>
internal sealed class UnpackedStream(Stream unpacking, UnpackBudget budget, long expectedByteLength, uint expectedChecksum) : ForwardStream
{
    private uint _checksum;
    private long _byteLength;
    private bool _isBroken;

    public override int Read(Span<byte> buffer)
    {
        if (_isBroken) return 0; // who reads on behind damage would be told of it for ever
        int count;
        try
        {
            count = unpacking.Read(buffer);
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or InvalidOperationException)
        {
            throw Damaged("what stood before the damage was read");
        }
        _checksum = Crc32.Append(_checksum, buffer[..count]);
        _byteLength += count;
        budget.Spend(count);
        if (count == 0 && !buffer.IsEmpty && _byteLength != expectedByteLength) throw Damaged("it ends too early");
        if (count == 0 && !buffer.IsEmpty && _checksum != expectedChecksum) throw Damaged("its checksum is not that of what it unpacks to");
        return count;
    }

    private BrokenContentException Damaged(string how)
    {
        _isBroken = true;
        return new BrokenContentException(string.Create(CultureInfo.InvariantCulture, $"unpacked byte {_byteLength}"), $"The compressed data is damaged: {how}.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacking.Dispose();
        base.Dispose(disposing);
    }
}
