using System.Globalization;
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
            var start = window.Offset;
            var line = NextLine(window, maxLineByteLength, out var isEnd);
            if (line is { Length: 0 } && isEnd) yield break;
            var place = "line " + number.ToString(CultureInfo.InvariantCulture);
            string? error = null;
            var given = line is null ? null : JsonRecord.Read(line, options.Map, out error);
            if (line is null) reject(new Rejection(file.Path, place, string.Create(CultureInfo.InvariantCulture, $"The line, which begins at byte {start}, is longer than {maxLineByteLength >> 20} MB.")));
            else if (given is not null) yield return new SourceArticle(given, file, place);
            else if (!IsBlank(line)) reject(new Rejection(file.Path, place, error ?? ""));
            if (isEnd) yield break;
        }
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
