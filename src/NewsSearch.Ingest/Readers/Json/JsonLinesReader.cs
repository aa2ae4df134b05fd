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

    /// <summary>The bytes up to the next line feed; null where they are too many: such a line is passed over without being held.</summary>
    private static byte[]? NextLine(ByteWindow window, int maxByteLength, out bool isEnd)
    {
        var length = window.LineLength(maxByteLength);
        isEnd = length < 0 && window.Bytes.Length <= maxByteLength;
        if (isEnd) length = window.Bytes.Length;
        var line = length < 0 || length > maxByteLength ? null : window.Bytes[..length].ToArray();
        while (length < 0 && !isEnd)
        {
            window.Pass(window.Bytes.Length);
            isEnd = !window.Grow();
            length = window.LineLength(0);
        }
        window.Pass(isEnd ? window.Bytes.Length : length + 1);
        return line;
    }
}
