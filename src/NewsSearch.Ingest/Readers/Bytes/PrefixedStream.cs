namespace NewsSearch.Ingest.Readers.Bytes;

/// <summary>Bytes that were read already, then the rest.</summary>
/// <param name="prefix">The bytes.</param>
/// <param name="rest">Stands behind them.</param>
/// <param name="broken">What was raised behind them: raised once more when the reader comes there.</param>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest, BrokenContentException? broken = null) : ForwardStream
{
    private ReadOnlyMemory<byte> _prefix = prefix;
    private BrokenContentException? _broken = broken;

    public override int Read(Span<byte> buffer)
    {
        if (!_prefix.IsEmpty)
        {
            var count = Math.Min(buffer.Length, _prefix.Length);
            _prefix.Span[..count].CopyTo(buffer);
            _prefix = _prefix[count..];
            return count;
        }
        if (_broken is not { } problem) return rest.Read(buffer);
        _broken = null;
        throw problem;
    }
}
