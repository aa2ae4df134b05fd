namespace NewsSearch.Engine.Bits;

/// <summary>Offset -> bytes: random read access to one immutable file.</summary>
/// <remarks>Offsets are 64-bit; a span covers one block, never a whole file. Spans stay valid as long as the owner is open.</remarks>
internal abstract class ByteSource
{
    /// <summary>The file, for error messages.</summary>
    public abstract string Path { get; }

    public abstract long ByteLength { get; }

    /// <summary>Requires: 0 &lt;= offset, offset + byteLength &lt;= ByteLength; else <see cref="IndexFormatException"/>.</summary>
    public abstract ReadOnlySpan<byte> Span(long offset, int byteLength);
}

/// <summary>One section of a file: bytes [Start, Start + ByteLength) of a <see cref="ByteSource"/>, addressed from 0.</summary>
internal readonly record struct ByteRegion(ByteSource Source, long Start, long ByteLength)
{
    private const int CopiedBytes = 1 << 20;

    /// <summary>Requires: 0 &lt;= offset, offset + byteLength &lt;= ByteLength; else <see cref="IndexFormatException"/>.</summary>
    public ReadOnlySpan<byte> Span(long offset, int byteLength)
    {
        if ((ulong)offset > (ulong)ByteLength || byteLength < 0 || byteLength > ByteLength - offset)
            throw Error(offset, $"{byteLength} bytes wanted, the section ends at {ByteLength}");
        return Source.Span(Start + offset, byteLength);
    }

    /// <summary>As much of [offset, offset + atMost) as lies inside the section.</summary>
    public ReadOnlySpan<byte> SpanUpTo(long offset, int atMost) =>
        Span(offset, (int)Math.Min(atMost, Math.Max(0, ByteLength - offset)));

    /// <summary>A part of this section.</summary>
    public ByteRegion Slice(long offset, long byteLength)
    {
        if ((ulong)offset > (ulong)ByteLength || byteLength < 0 || byteLength > ByteLength - offset)
            throw Error(offset, $"{byteLength} bytes wanted, the section ends at {ByteLength}");
        return new ByteRegion(Source, Start + offset, byteLength);
    }

    /// <summary>Writes all bytes to a sink, some at a time.</summary>
    public void CopyTo(ByteSink sink)
    {
        for (var at = 0L; at < ByteLength; at += CopiedBytes) sink.Write(Span(at, (int)Math.Min(CopiedBytes, ByteLength - at)));
    }

    public IndexFormatException Error(long offset, string problem) => new(Source.Path, Start + offset, problem);
}
