using System.Runtime.InteropServices;
using NewsSearch.Archive;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>Articles on their way through a rebuild, as they were read: JSON Lines in a file. In memory an article is three numbers.</summary>
/// <remarks>Every article that was read is in the file, also those that came again: what became of each is found out anew when a rebuild goes on. FORMAT.md, "Spool".</remarks>
internal sealed class Spool : IDisposable
{
    /// <summary>Lines that are given out together; fewer where they are long.</summary>
    private const int MostLines = 64;
    private const long EnoughBytes = 4 << 20;

    private readonly FileStream _file;
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<int, string> _newIds = [];

    /// <param name="path">The file.</param>
    /// <param name="byteLength">How much of what is in it stays, at least 0; nothing where it is to be new.</param>
    /// <param name="checksum">CRC-32 of that.</param>
    public Spool(string path, long byteLength, uint checksum)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
        _file.SetLength(byteLength);
        (ByteLength, Checksum) = (byteLength, checksum);
        _file.Position = byteLength;
    }

    /// <summary>Articles that are kept.</summary>
    public int Count { get; private set; }

    /// <summary>Articles in the file; the number of the next one that is entered.</summary>
    public int Entries => _entries.Count;

    public long ByteLength { get; private set; }

    /// <summary>CRC-32 of the file.</summary>
    public uint Checksum { get; private set; }

    /// <summary>Writes an article behind the others.</summary>
    /// <param name="line">The article as JSON, with a line feed.</param>
    public void Append(ReadOnlySpan<byte> line)
    {
        _file.Write(line);
        ByteLength += line.Length;
        Checksum = Crc32.Append(Checksum, line);
    }

    /// <summary>Enters the next article of the file.</summary>
    /// <param name="offset">Where its line begins.</param>
    /// <param name="byteLength">How long it is, without the line feed.</param>
    /// <param name="published">When it was published; null where unknown.</param>
    public void Enter(long offset, int byteLength, PublicationDate? published)
    {
        _entries.Add(new Entry(offset, byteLength, published?.First.UtcTicks ?? long.MinValue));
        Count++;
    }

    /// <summary>Takes an article out again.</summary>
    public void Drop(int entry)
    {
        _entries[entry] = default;
        Count--;
    }

    /// <summary>Says that an article is kept under another id than the one it has in the file.</summary>
    public void Rename(int entry, string id) => _newIds[entry] = id;

    /// <summary>Everything so far is on the disk, also should the power fail.</summary>
    public void Flush() => _file.Flush(flushToDisk: true);

    /// <summary>The articles kept, as they came, some at a time. No article may be added any more.</summary>
    public IEnumerable<List<SpooledLine>> InOrder() => Batches(Enumerable.Range(0, _entries.Count));

    /// <summary>The articles kept, latest published first, undated last, otherwise as they came. No article may be added any more.</summary>
    public IEnumerable<List<SpooledLine>> NewestFirst() => Batches(Enumerable.Range(0, _entries.Count).OrderByDescending(entry => _entries[entry].Published));

    public void Dispose() => _file.Dispose();

    private IEnumerable<List<SpooledLine>> Batches(IEnumerable<int> entries) => OrderedWork.Batches(Lines(entries), MostLines, EnoughBytes, line => line.Utf8.Length);

    private IEnumerable<SpooledLine> Lines(IEnumerable<int> entries)
    {
        _file.Flush();
        foreach (var number in entries)
        {
            var entry = _entries[number];
            if (entry.ByteLength == 0) continue;
            var line = new byte[entry.ByteLength];
            if (_file.Position != entry.Offset) _file.Position = entry.Offset;
            _file.ReadExactly(line);
            yield return new SpooledLine(line, _newIds.GetValueOrDefault(number));
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(long Offset, int ByteLength, long Published);
}

/// <summary>An article as the spool has it.</summary>
/// <param name="Utf8">The article as it was read, as JSON.</param>
/// <param name="NewId">The id under which it is kept; null where it is its own.</param>
internal readonly record struct SpooledLine(byte[] Utf8, string? NewId)
{
    /// <summary>The article as it was read.</summary>
    public Article Read() => ArticleJson.Read(Utf8, out var error) ?? throw new InvalidDataException($"The rebuild's own spool file cannot be read back: {error}");
}
