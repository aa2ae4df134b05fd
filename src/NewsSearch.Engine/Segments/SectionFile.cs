using NewsSearch.Engine.Bits;

namespace NewsSearch.Engine.Segments;

/// <summary>Section name -> its bytes, in one mapped file (FORMAT.md, "A file of sections").</summary>
/// <remarks>Opening reads header, footer and table only; <see cref="Verify"/> reads every byte.</remarks>
internal sealed class SectionFile : IDisposable
{
    private const int BlockLength = 1 << 20;
    private readonly MappedFile _file;
    private readonly List<Section> _sections;
    private readonly Dictionary<string, Section> _byName = new(StringComparer.Ordinal);
    private int _disposed;

    private SectionFile(string name, MappedFile file, string kind)
    {
        Name = name;
        _file = file;
        _sections = SectionFormat.ReadTable(file, kind, out var footerChecksum);
        FooterChecksum = footerChecksum;
        foreach (var section in _sections)
        {
            if (!_byName.TryAdd(section.Name, section))
                throw new IndexFormatException(file.Path, section.Start, $"there are two sections '{section.Name}'");
        }
    }

    /// <summary>The file's name inside the index folder.</summary>
    public string Name { get; }

    /// <summary>The file, for messages.</summary>
    public string Path => _file.Path;

    public long ByteLength => _file.ByteLength;

    /// <summary>Stands for every byte of the file.</summary>
    public uint FooterChecksum { get; }

    public IReadOnlyList<string> SectionNames => [.. _sections.Select(section => section.Name)];

    public static SectionFile Open(IndexDirectory directory, string name, string kind = SectionFileWriter.SegmentKind)
    {
        var file = directory.Map(name);
        try
        {
            return new SectionFile(name, file, kind);
        }
        catch
        {
            file.Release();
            throw;
        }
    }

    /// <summary>Opens a commit's file and checks that it is the very one that the commit means.</summary>
    public static SectionFile Open(IndexDirectory directory, SegmentEntry entry)
    {
        var file = Open(directory, entry.Name);
        if (file.ByteLength == entry.ByteLength && file.FooterChecksum == entry.FooterChecksum)
            return file;
        var problem = $"the commit names a file of {entry.ByteLength} bytes with footer {entry.FooterChecksum:x8}, " +
            $"found {file.ByteLength} bytes with footer {file.FooterChecksum:x8}";
        file.Dispose();
        throw new IndexFormatException(file.Path, -1, problem);
    }

    /// <summary>Opens all or, if one fails, none.</summary>
    public static IReadOnlyList<SectionFile> OpenAll(IndexDirectory directory, IReadOnlyList<SegmentEntry> entries)
    {
        var files = new List<SectionFile>(entries.Count);
        try
        {
            foreach (var entry in entries)
                files.Add(Open(directory, entry));
            return files;
        }
        catch
        {
            files.ForEach(file => file.Dispose());
            throw;
        }
    }

    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>A section's bytes, without padding; valid as long as somebody holds the file.</summary>
    public ByteRegion Section(string name) => _byName.TryGetValue(name, out var section)
        ? new ByteRegion(_file, section.Start, section.ByteLength)
        : throw new IndexFormatException(_file.Path, -1, $"a section '{name}' expected, there is none");

    /// <summary>Checks every section's checksum; the first that is wrong is raised as <see cref="IndexFormatException"/>.</summary>
    public void Verify(CancellationToken cancellation)
    {
        foreach (var damage in Damages(cancellation))
            throw damage;
    }

    /// <summary>Every section whose bytes do not have their checksum.</summary>
    public IEnumerable<IndexFormatException> Damages(CancellationToken cancellation)
    {
        foreach (var section in _sections)
        {
            var found = ChecksumOf(section, cancellation);
            if (found != section.Checksum)
                yield return new IndexFormatException(_file.Path, section.Start, $"section '{section.Name}' should have checksum {section.Checksum:x8} and has {found:x8}");
        }
    }

    /// <summary>One more holder of the mapping; see <see cref="MappedFile.Acquire"/>.</summary>
    public void Acquire() => _file.Acquire();

    public void Release() => _file.Release();

    /// <summary>See <see cref="MappedFile.Forget"/>.</summary>
    public void Forget() => _file.Forget();

    /// <summary>Gives back the opener's reference; a second call does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            _file.Release();
    }

    private uint ChecksumOf(Section section, CancellationToken cancellation)
    {
        var checksum = 0u;
        for (var at = section.Start; at < section.PaddedEnd; at += BlockLength)
        {
            cancellation.ThrowIfCancellationRequested();
            checksum = Crc32C.Append(checksum, _file.Span(at, (int)Math.Min(BlockLength, section.PaddedEnd - at)));
        }
        return checksum;
    }
}
