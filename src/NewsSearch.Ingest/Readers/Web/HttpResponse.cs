using System.Globalization;
using System.Text;
using NewsSearch.Ingest.Readers.Headers;

namespace NewsSearch.Ingest.Readers.Web;

/// <summary>A response as a web archive keeps it: status, head and what follows, as it came over the wire.</summary>
internal sealed class HttpResponse
{
    private HttpResponse(int status, HeaderFields fields, ReadOnlyMemory<byte> sent)
    {
        Status = status;
        Fields = fields;
        Sent = sent;
        MediaType = new MediaType(fields["Content-Type"]);
    }

    public int Status { get; }

    public HeaderFields Fields { get; }

    public MediaType MediaType { get; }

    /// <summary>The body in its transfer and content encodings.</summary>
    public ReadOnlyMemory<byte> Sent { get; }

    /// <summary>Whether it is a page: by its type, or where that is missing by its first sign.</summary>
    public bool IsHtml => MediaType.IsHtml || (MediaType.Name.Length == 0 && Sent.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..]);

    /// <summary>Reads a response; null where it begins with no status line.</summary>
    public static HttpResponse? TryParse(ReadOnlyMemory<byte> block)
    {
        var feed = block.Span.IndexOf((byte)'\n');
        var line = Encoding.Latin1.GetString(feed < 0 ? block.Span : block.Span[..feed]).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (line.Length < 2 || !line[0].StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase)) return null;
        if (!int.TryParse(line[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status)) return null;
        var end = HeaderFields.EndOf(block.Span);
        if (end < 0) end = block.Length;
        return new HttpResponse(status, new HeaderFields(block.Span[..end]), block[end..]);
    }
}
