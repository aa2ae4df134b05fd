using System.Runtime.InteropServices;
using NewsSearch.Archive;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>Articles on their way through a rebuild: JSON Lines in a file of their own, deleted on dispose. In memory an article is three numbers.</summary>
internal sealed class Spool : IDisposable
{
    private readonly FileStream _file;
    private readonly List<Entry> _entries = [];

    /// <param name="folder">Where the file is made.</param>
    public Spool(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "spool-" + Guid.NewGuid().ToString("N") + ".jsonl");
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
    }

    /// <summary>Articles in it.</summary>
    public int Count { get; private set; }

    /// <summary>The number that the next article gets.</summary>
    public int NextEntry => _entries.Count;

    /// <summary>Deletes what a rebuild that was killed left in a folder.</summary>
    public static void DeleteLeftovers(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, "spool-*.jsonl")) File.Delete(file);
    }

    public void Add(Article article)
    {
        var line = ArticleJson.ToUtf8(article);
        _entries.Add(new Entry(_file.Position, line.Length, article.Published?.First.UtcTicks ?? long.MinValue));
        _file.Write(line);
        _file.WriteByte((byte)'\n');
        Count++;
    }

    /// <summary>Takes an article out again.</summary>
    public void Drop(int entry)
    {
        _entries[entry] = default;
        Count--;
    }

    /// <summary>All articles as they came. No article may be added any more.</summary>
    public IEnumerable<Article> InOrder() => Read(_entries);

    /// <summary>All articles, latest published first, undated last, otherwise as they came. No article may be added any more.</summary>
    public IEnumerable<Article> NewestFirst() => Read(_entries.OrderByDescending(entry => entry.Published));

    public void Dispose() => _file.Dispose();

    private IEnumerable<Article> Read(IEnumerable<Entry> entries)
    {
        _file.Flush();
        var line = Array.Empty<byte>();
        foreach (var entry in entries.Where(entry => entry.ByteLength > 0))
        {
            if (line.Length < entry.ByteLength) line = new byte[entry.ByteLength * 2L > Array.MaxLength ? entry.ByteLength : entry.ByteLength * 2];
            if (_file.Position != entry.Offset) _file.Position = entry.Offset;
            _file.ReadExactly(line, 0, entry.ByteLength);
            yield return ArticleJson.Read(line.AsSpan(0, entry.ByteLength), out var error)
                ?? throw new InvalidDataException($"The rebuild's own spool file cannot be read back: {error}");
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(long Offset, int ByteLength, long Published);
}
