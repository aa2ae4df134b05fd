using System.Globalization;
using System.Text;
using NewsSearch.Archive;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers.Web;

/// <summary>A web archive of the older form (ARC 1.0) -> the HTML pages in it. Source: M. Burner and B. Kahle, "Arc File Format", 1996.</summary>
/// <remarks>A record begins with one line: address, IP address, date, type and length. Behind a broken one nothing tells the next from its content, so the rest is not read.</remarks>
internal static class ArcReader
{
    private const int MaxLineByteLength = 1 << 16;
    private const int FieldsAfterAddress = 4;

    public static IEnumerable<SourceArticle> Read(Stream content, SourceFile file, ReadOptions options, Action<Rejection> reject)
    {
        var window = new ByteWindow(content);
        while (PassLineFeeds(window))
        {
            var place = options.PlaceOf(window.Offset);
            var (address, fetched, length) = Head(window, place);
            var block = Block(window, length, options.MaxRecordByteLength, place);
            if (address.StartsWith("filedesc:", StringComparison.Ordinal)) continue;
            BrokenContentException? problem = null;
            var response = block is { } bytes ? HttpResponse.TryParse(bytes) : null;
            var page = response is null ? null : WebPages.Of(response, fetched, options, ref problem);
            if (block is null) problem = new BrokenContentException("", $"The record is longer than {options.MaxRecordByteLength >> 20} MB.");
            else if (response is null) options.Counts.Skip("ARC record of another type");
            if (problem is not null) reject(new Rejection(file.Path, place, problem.Message));
            if (page is not null && options.SeenPages.IsNew(address, page, options.Counts)) yield return new SourceArticle(new Article { Id = "", Url = address }, file, place) { Page = page };
        }
    }

    private static bool PassLineFeeds(ByteWindow window)
    {
        while (true)
        {
            window.Pass(window.Bytes.Length - window.Bytes.TrimStart("\r\n"u8).Length);
            if (!window.Bytes.IsEmpty) return true;
            if (!window.Grow()) return false;
        }
    }

    private static (string Address, DateTimeOffset? Fetched, long Length) Head(ByteWindow window, string place)
    {
        int feed;
        while ((feed = window.Bytes.IndexOf((byte)'\n')) < 0 && window.Bytes.Length < MaxLineByteLength && window.Grow()) { }
        var fields = Encoding.Latin1.GetString(window.Bytes[..Math.Max(0, feed)]).Trim().Split(' ');
        if (fields.Length <= FieldsAfterAddress || !long.TryParse(fields[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            throw new BrokenContentException(place, "No record begins here; the rest of the file is not read.");
        window.Pass(feed + 1);
        DateTimeOffset? fetched = DateTimeOffset.TryParseExact(fields[^3], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
        return (string.Join("%20", fields[..^FieldsAfterAddress]), fetched, length);
    }

    private static ReadOnlyMemory<byte>? Block(ByteWindow window, long length, int maxByteLength, string place)
    {
        if (length <= maxByteLength)
        {
            while (window.Bytes.Length < length && window.Grow()) { }
            if (window.Bytes.Length < length) throw new BrokenContentException(place, "The file ends within the record.");
            var block = window.Bytes[..(int)length].ToArray();
            window.Pass(block.Length);
            return block;
        }
        for (var rest = length; rest > 0;)
        {
            if (window.Bytes.IsEmpty && !window.Grow()) throw new BrokenContentException(place, "The file ends within the record.");
            var step = (int)Math.Min(rest, window.Bytes.Length);
            window.Pass(step);
            rest -= step;
        }
        return null;
    }
}
