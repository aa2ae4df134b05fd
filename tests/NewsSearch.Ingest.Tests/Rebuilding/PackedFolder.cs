using System.Globalization;
using System.IO.Compression;
using System.Text;
using static NewsSearch.Ingest.Tests.Readers.Containers.Packing;

namespace NewsSearch.Ingest.Tests.Rebuilding;

/// <summary>A folder of plain files -> the same with archives in it: a folder that is called like an archive becomes that archive.</summary>
/// <remarks>
/// So the samples of all formats can be read and changed as text. What lies in a folder called <c>.gz</c> are members one after the
/// other; in one called <c>.warc</c> or <c>.arc</c> a file is a record, whose first line gives version, type, address and time.
/// </remarks>
internal static class PackedFolder
{
    private static readonly (string Extension, Func<string, byte[]> Pack)[] Archives =
    [
        (".zip", folder => Zip([.. Files(folder)])),
        (".docx", folder => Zip([.. Files(folder)])),
        (".wacz", folder => Zip([.. Files(folder)])),
        (".tar.gz", folder => Members([Tar([.. Files(folder)])])),
        (".warc.gz", folder => Members(Files(folder).Select(file => WarcRecord(file.Content)))),
        (".warc", folder => [.. Files(folder).SelectMany(file => WarcRecord(file.Content))]),
        (".arc", folder => [.. Utf8("filedesc://x 0.0.0.0 19990513120000 text/plain 0\n\n"), .. Files(folder).SelectMany(file => ArcRecord(file.Content))]),
        (".gz", folder => Members(Files(folder).Select(file => file.Content))),
    ];

    public static void Make(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var (name, content) in Files(source))
        {
            var path = Path.Combine(target, name.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
    }

    private static IEnumerable<(string Name, byte[] Content)> Files(string folder)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (File.Exists(path)) yield return (name, File.ReadAllBytes(path));
            else if (Array.Find(Archives, archive => name.EndsWith(archive.Extension, StringComparison.Ordinal)).Pack is { } pack) yield return (name, pack(path));
            else foreach (var (inner, content) in Files(path)) yield return (name + "/" + inner, content);
        }
    }

    private static byte[] WarcRecord(byte[] file)
    {
        var (first, block) = Split(file);
        var (version, type, address, time) = (first[0], first[1], first[2], first[3]);
        var mediaType = type switch
        {
            "warcinfo" => "application/warc-fields",
            "request" => "application/http; msgtype=request",
            _ => "application/http; msgtype=response",
        };
        var target = type == "warcinfo" ? "" : $"WARC-Target-URI: {address}\r\n";
        return [.. Utf8(string.Create(CultureInfo.InvariantCulture, $"{version}\r\nWARC-Type: {type}\r\n{target}WARC-Date: {time}\r\nContent-Type: {mediaType}\r\nContent-Length: {block.Length}\r\n\r\n")), .. block, .. "\r\n\r\n"u8];
    }

    private static byte[] ArcRecord(byte[] file)
    {
        var (first, block) = Split(file);
        return [.. Utf8(string.Create(CultureInfo.InvariantCulture, $"{first[1]} 127.0.0.1 {first[2]} {first[3]} {block.Length}\n")), .. block, (byte)'\n'];
    }

    /// <summary>The words of the first line, and the rest with the line ends of HTTP in its head.</summary>
    private static (string[] First, byte[] Block) Split(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file).ReplaceLineEndings("\n");
        var feed = text.IndexOf('\n', StringComparison.Ordinal);
        var block = text[(feed + 1)..];
        var head = block.IndexOf("\n\n", StringComparison.Ordinal);
        if (head >= 0) block = block[..(head + 2)].ReplaceLineEndings("\r\n") + block[(head + 2)..];
        return (text[..feed].Split(' '), Encoding.UTF8.GetBytes(block));
    }

    /// <summary>Stored without packing: the places of records in the file are the same on every machine.</summary>
    private static byte[] Members(IEnumerable<byte[]> members)
    {
        using var packed = new MemoryStream();
        foreach (var member in members)
        {
            using var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true);
            gzip.Write(member);
        }
        return packed.ToArray();
    }
}
