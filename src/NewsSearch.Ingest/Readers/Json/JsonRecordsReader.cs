using System.Globalization;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers.Json;

/// <summary>A JSON array of articles, or articles one after the other -> one article per outermost object. Streams: only one record is in memory.</summary>
/// <remarks>A record that is no article is rejected by its number, the rest goes on. What stands between records (commas, brackets) is not checked.</remarks>
internal static class JsonRecordsReader
{
    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        foreach (var (record, place, unread) in Records(content, options.MaxRecordByteLength))
        {
            var problem = unread;
            var given = record is null ? null : JsonRecord.Read(record, options.Map, out problem);
            if (given is not null) yield return new SourceArticle(given, file, place);
            else reject(new Rejection(file.Path, place, problem ?? ""));
        }
    }

    /// <summary>The outermost objects, each with its place; null with a sentence for one that is too long or cut off.</summary>
    public static IEnumerable<(byte[]? Record, string Place, string? Problem)> Records(Stream content, int maxByteLength)
    {
        var window = new ByteWindow(content);
        for (long number = 1; PassToRecord(window); number++)
        {
            var record = NextRecord(window, maxByteLength, out var problem);
            yield return (record, "record " + number.ToString(CultureInfo.InvariantCulture), problem);
        }
    }

    private static bool PassToRecord(ByteWindow window)
    {
        while (true)
        {
            var brace = window.Bytes.IndexOf((byte)'{');
            window.Pass(brace < 0 ? window.Bytes.Length : brace);
            if (brace >= 0) return true;
            if (!window.Grow()) return false;
        }
    }

    /// <summary>The bytes of the object that begins here, found by counting braces outside strings.</summary>
    private static byte[]? NextRecord(ByteWindow window, int maxByteLength, out string? problem)
    {
        problem = null;
        int depth = 0, at = 0;
        bool isInString = false, isEscaped = false, isTooLong = false;
        while (true)
        {
            var bytes = window.Bytes;
            for (; at < bytes.Length; at++)
            {
                var b = bytes[at];
                if (isInString)
                {
                    isInString = isEscaped || b != '"';
                    isEscaped = !isEscaped && b == '\\';
                    continue;
                }
                isInString = b == '"';
                if (b == '{') depth++;
                if (b == '}' && --depth == 0)
                {
                    var record = isTooLong ? null : bytes[..(at + 1)].ToArray();
                    window.Pass(at + 1);
                    if (isTooLong) problem = $"The record is longer than {maxByteLength >> 20} MB.";
                    return record;
                }
            }
            if (bytes.Length > maxByteLength)
            {
                isTooLong = true;
                window.Pass(bytes.Length);
                at = 0;
            }
            if (window.Grow()) continue;
            window.Pass(window.Bytes.Length);
            problem = "The file ends within the record.";
            return null;
        }
    }
}
