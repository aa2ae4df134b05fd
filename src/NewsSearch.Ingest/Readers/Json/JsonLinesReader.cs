using System.Globalization;
using System.Text;
using System.Text.Unicode;
using NewsSearch.Archive;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers.Json;

/// <summary>JSON Lines -> one article a line. A bad line is rejected by its number, the rest goes on; empty lines are passed over.</summary>
internal static class JsonLinesReader
{
    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        var maxLineByteLength = options.MaxRecordByteLength;
        var window = new ByteWindow(content);
        for (long number = 1; ; number++)
        {
            var line = NextLine(window, maxLineByteLength, out var isEnd);
            if (line is { Length: 0 } && isEnd) yield break;
            var place = "line " + number.ToString(CultureInfo.InvariantCulture);
            var given = line is null ? null : Parse(line, out _);
            if (line is null) reject(new Rejection(file.Path, place, $"The line is longer than {maxLineByteLength >> 20} MB."));
            else if (given is not null) yield return new SourceArticle(given, file, place);
            else if (!IsBlank(line)) reject(new Rejection(file.Path, place, Error(line)));
            if (isEnd) yield break;
        }
    }

    /// <summary>One record's bytes -> the fields it gives; in Windows-1252 where it is not UTF-8.</summary>
    public static Article? Parse(ReadOnlySpan<byte> record, out string? error)
    {
        if (record is [0xEF, 0xBB, 0xBF, ..]) record = record[3..];
        return Utf8.IsValid(record)
            ? ArticleJson.Read(record, out error)
            : ArticleJson.Read(Encoding.UTF8.GetBytes(TextDecoder.Decode(record)), out error);
    }

    private static string Error(byte[] line)
    {
        Parse(line, out var error);
        return error ?? "";
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r\uFEFF"u8) < 0;

    /// <summary>The bytes up to the next line feed; null where they are too many.</summary>
    private static byte[]? NextLine(ByteWindow window, int maxByteLength, out bool isEnd)
    {
        var searched = 0;
        var isTooLong = false;
        isEnd = false;
        while (true)
        {
            var feed = window.Bytes[searched..].IndexOf((byte)'\n');
            if (feed >= 0 || isEnd)
            {
                var length = feed >= 0 ? searched + feed : window.Bytes.Length;
                var line = isTooLong || length > maxByteLength ? null : window.Bytes[..length].ToArray();
                window.Pass(feed >= 0 ? length + 1 : length);
                isEnd &= feed < 0;
                return line;
            }
            searched = window.Bytes.Length;
            if (searched > maxByteLength)
            {
                isTooLong = true;
                window.Pass(searched);
                searched = 0;
            }
            isEnd = !window.Grow();
        }
    }
}
