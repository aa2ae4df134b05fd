using System.Diagnostics;
using System.Text;
using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Segments;

/// <summary>Named sections -> one file with checksums (FORMAT.md, "A file of sections").</summary>
/// <remarks>
/// Order of calls: (Begin, writes to the sink, End) for each section, then Finish, then Dispose.
/// A file that was never finished has no footer and cannot be opened.
/// </remarks>
internal sealed class SectionFileWriter : IDisposable
{
    public const string SegmentKind = "segment";
    private const int BufferLength = 1 << 16;
    private readonly IndexDirectory _directory;
    private readonly IndexFile _file;
    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly List<Section> _sections = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private Sink? _open;

    public SectionFileWriter(IndexDirectory directory, string name, string kind = SegmentKind)
    {
        if (kind.Length > SectionFormat.KindAtMostBytes || !Ascii.IsValid(kind))
            throw new ArgumentException($"At most {SectionFormat.KindAtMostBytes} ASCII characters.", nameof(kind));
        Name = name;
        (_directory, _file) = (directory, directory.Create(name));
        _file.Write(SectionFormat.Header(kind));
    }

    public string Name { get; }

    /// <summary>Bytes so far, those of the open section included; the whole file's length once it is finished.</summary>
    public long ByteLength => _file.Position + (_open?.Buffered ?? 0);

    /// <summary>Valid once finished: stands for every byte of the file; belongs into <see cref="SegmentEntry.FooterChecksum"/>.</summary>
    public uint FooterChecksum { get; private set; }

    /// <summary>Opens a section. Requires: no other is open, the name is new. The sink ends with <see cref="End"/>.</summary>
    public ByteSink Begin(string section)
    {
        Debug.Assert(_open is null, "the section before is still open");
        if (Encoding.UTF8.GetByteCount(section) > SectionFormat.SectionNameAtMostBytes || !_names.Add(section))
            throw new ArgumentException($"A new name of at most {SectionFormat.SectionNameAtMostBytes} bytes expected: '{section}'.", nameof(section));
        return _open = new Sink(this, section, _file.Position);
    }

    /// <summary>Takes a section that is made while another one is open; the caller disposes it before the next one of that name.</summary>
    public SpillSink Aside(string part) => new(_directory, $"{Name}.{part}{SpillSink.Suffix}");

    public void End()
    {
        Debug.Assert(_open is not null, "no section is open");
        var byteLength = _open.Position;
        _open.Write(new byte[SectionFormat.Pad(byteLength) - byteLength]);
        _open.Drain();
        _sections.Add(new Section(_open.Name, _open.Start, byteLength, _open.Checksum));
        _open = null;
    }

    /// <summary>The sections that have ended, to be read while others are still to come. Requires: a file of a directory.</summary>
    public WrittenSections MapWritten() => new(_directory.Map(Name), [.. _sections]);

    /// <summary>Writes table and footer; on return the file's bytes would survive a power cut (its name does with the commit).</summary>
    public void Finish()
    {
        Debug.Assert(_open is null, "a section is still open");
        var tableStart = _file.Position;
        var table = SectionFormat.Table(_sections);
        var footer = SectionFormat.Footer(tableStart, table, _sections.Count);
        _file.Write(table);
        _file.Write(footer);
        _file.Flush();
        FooterChecksum = SectionFormat.ChecksumIn(footer);
    }

    public void Dispose() => _file.Dispose();

    private sealed class Sink(SectionFileWriter writer, string name, long start) : ByteSink
    {
        private long _drained;

        public string Name => name;

        public long Start => start;

        public int Buffered { get; private set; }

        public uint Checksum { get; private set; }

        public override long Position => _drained + Buffered;

        public override void Write(ReadOnlySpan<byte> bytes)
        {
            Debug.Assert(writer._open == this, "the section has ended");
            while (bytes.Length > 0)
            {
                var taken = Math.Min(bytes.Length, BufferLength - Buffered);
                bytes[..taken].CopyTo(writer._buffer.AsSpan(Buffered));
                Buffered += taken;
                bytes = bytes[taken..];
                if (Buffered == BufferLength)
                    Drain();
            }
        }

        public void Drain()
        {
            var filled = writer._buffer.AsSpan(0, Buffered);
            Checksum = Crc32C.Append(Checksum, filled);
            writer._file.Write(filled);
            _drained += Buffered;
            Buffered = 0;
        }
    }
}

/// <summary>Sections of a file that is still written. Holds its mapping.</summary>
internal sealed class WrittenSections(MappedFile file, IReadOnlyList<Section> sections) : IDisposable
{
    /// <summary>Requires: it has ended.</summary>
    public ByteRegion Section(string name)
    {
        var section = sections.First(section => section.Name == name);
        return new ByteRegion(file, section.Start, section.ByteLength);
    }

    /// <summary>Lets the system take back the memory of what was read.</summary>
    public void Forget() => file.Forget();

    public void Dispose() => file.Release();
}
