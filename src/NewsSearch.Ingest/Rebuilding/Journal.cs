using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsSearch.Archive;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Rebuilding;

/// <summary>What a rebuild writes down beside its spool, so that it can go on: rejections, pages that were seen, and checkpoints, a line each. FORMAT.md, "Journal".</summary>
internal sealed class Journal : IDisposable
{
    /// <summary>Raised when a line or the spool comes to mean something else.</summary>
    public const int Version = 1;

    /// <summary>Longer lines are none of ours.</summary>
    private const int MaxLineByteLength = 1 << 26;

    /// <summary>The checksum and a blank.</summary>
    private const int PrefixLength = 9;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = ArticleJson.WriterOptions.Encoder,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly FileStream _file;

    /// <param name="path">The file.</param>
    /// <param name="byteLength">How much of it stays; 0 for a new one.</param>
    public Journal(string path, long byteLength)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        _file.SetLength(byteLength);
        _file.Position = byteLength;
    }

    /// <summary>The first line of a new journal.</summary>
    /// <param name="settings">A hash of all that must be the same for the rebuild to go on.</param>
    public void Begin(string settings) => Write(new Line { Version = Version, Settings = settings });

    public void Reject(Rejection rejection) => Write(new Line { Rejected = rejection });

    public void Add(FilePages pages) => Write(new Line { Pages = pages });

    /// <summary>Writes a checkpoint; it and all before it are on the disk then, also should the power fail.</summary>
    public void Mark(Checkpoint checkpoint)
    {
        Write(new Line { Checkpoint = checkpoint });
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();

    /// <summary>The lines up to the first that is damaged or cut off.</summary>
    public static IEnumerable<Line> Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var window = new ByteWindow(file);
        while (window.LineLength(MaxLineByteLength) is >= 0 and var length)
        {
            if (Parse(window.Bytes[..length]) is not { } line) yield break;
            window.Pass(length + 1);
            yield return line with { End = window.Offset };
        }
    }

    private static Line? Parse(ReadOnlySpan<byte> line)
    {
        if (line.Length < PrefixLength || line[PrefixLength - 1] != ' ') return null;
        if (!uint.TryParse(line[..(PrefixLength - 1)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var checksum)) return null;
        if (Crc32.Append(0, line[PrefixLength..]) != checksum) return null;
        try
        {
            return JsonSerializer.Deserialize<Line>(line[PrefixLength..], Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Write(Line line)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(line, Form);
        _file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Crc32.Append(0, json):x8} ")));
        _file.Write(json);
        _file.WriteByte((byte)'\n');
    }

    /// <summary>One line; all but one kind of it is null.</summary>
    internal sealed record Line
    {
        public int? Version { get; init; }

        public string? Settings { get; init; }

        public Rejection? Rejected { get; init; }

        public FilePages? Pages { get; init; }

        public Checkpoint? Checkpoint { get; init; }

        /// <summary>Where the next line begins in the file.</summary>
        [JsonIgnore]
        public long End { get; init; }
    }
}
