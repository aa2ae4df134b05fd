namespace NewsSearch.Engine.Bits;

/// <summary>An append-only run of bytes: one section of a file while it is written.</summary>
internal abstract class ByteSink
{
    /// <summary>Bytes written so far, counted from the section's start.</summary>
    public abstract long Position { get; }

    public abstract void Write(ReadOnlySpan<byte> bytes);
}
