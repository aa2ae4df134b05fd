using System.Text;
using NewsSearch.Ingest.Readers.Bytes;
using NewsSearch.Ingest.Readers.Headers;

namespace NewsSearch.Ingest.Readers.Mail;

/// <summary>A message or a part of one: its head, and either the parts in it or its content. Source: RFC 2045, RFC 2046.</summary>
internal sealed class MimePart
{
    /// <summary>Deeper parts hold no newsletter; taste.</summary>
    private const int MaxDepth = 8;

    private readonly ReadOnlyMemory<byte> _content;

    public MimePart(ReadOnlyMemory<byte> bytes, int depth = 0)
    {
        var end = HeaderFields.EndOf(bytes.Span);
        Fields = new HeaderFields(end < 0 ? bytes.Span : bytes.Span[..end]);
        MediaType = new MediaType(Fields["Content-Type"] ?? "text/plain");
        _content = end < 0 ? default : bytes[end..];
        if (depth >= MaxDepth) return;
        if (MediaType["boundary"] is { } boundary) Parts = [.. Split(_content, Encoding.UTF8.GetBytes("--" + boundary)).Select(part => new MimePart(part, depth + 1))];
        else if (MediaType.Name is "message/rfc822") Parts = [new MimePart(_content, depth + 1)];
    }

    public HeaderFields Fields { get; }

    public MediaType MediaType { get; }

    /// <summary>What it is made of; none for content.</summary>
    public IReadOnlyList<MimePart> Parts { get; } = [];

    public bool IsAttachment => Fields["Content-Disposition"]?.StartsWith("attachment", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>Itself and all parts in it, in their order.</summary>
    public IEnumerable<MimePart> All => Parts.SelectMany(part => part.All).Prepend(this);

    /// <summary>The content out of its transfer encoding and charset.</summary>
    public string Text() => Charset.Decode(TransferEncoding.Decode(_content.Span, Fields["Content-Transfer-Encoding"]), MediaType["charset"]);

    /// <summary>The stretches between lines that begin with the boundary; what stands before the first is for old programs.</summary>
    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> content, byte[] boundary)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var start = -1;
        for (var at = 0; at < content.Length;)
        {
            var line = content.Span[at..];
            var feed = line.IndexOf((byte)'\n');
            var next = feed < 0 ? content.Length : at + feed + 1;
            if (line.StartsWith(boundary))
            {
                if (start >= 0) parts.Add(content[start..at]);
                start = next;
                if (line[boundary.Length..].StartsWith("--"u8)) return parts;
            }
            at = next;
        }
        if (start >= 0 && start < content.Length) parts.Add(content[start..]);
        return parts;
    }
}
