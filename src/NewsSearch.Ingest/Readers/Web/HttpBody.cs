using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using NewsSearch.Ingest.Readers.Bytes;
using NewsSearch.Ingest.Readers.Containers;

namespace NewsSearch.Ingest.Readers.Web;

/// <summary>What was sent -> the body, out of its transfer and content encodings. Source: RFC 9112, section 7.1; RFC 9110, section 8.4.</summary>
/// <remarks>Archives often keep heads that name an encoding already taken off: what does not look encoded is taken as it is.</remarks>
internal static class HttpBody
{
    /// <summary>Without this the runtime takes a body that is cut short for one that ends there. It is read once, when the runtime first unpacks.</summary>
    static HttpBody() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <exception cref="BrokenContentException">It is damaged or too long.</exception>
    public static ReadOnlyMemory<byte> Of(HttpResponse response, ReadOptions options)
    {
        var body = IsChunked(response) ? Joined(response.Sent) : response.Sent;
        // The encoding that was put on last stands last and comes off first.
        foreach (var encoding in (response.Fields["Content-Encoding"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            body = Unpacked(body, encoding.ToLowerInvariant(), options);
        }
        return body;
    }

    private static bool IsChunked(HttpResponse response) =>
        response.Fields["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>The chunks without what stands between them; the rest as it is from where no chunk begins.</summary>
    private static ReadOnlyMemory<byte> Joined(ReadOnlyMemory<byte> sent)
    {
        using var body = new MemoryStream(sent.Length);
        while (ChunkLength(sent.Span, out var head) is { } length)
        {
            if (length == 0 || length > sent.Length - head)
            {
                if (length > 0) body.Write(sent.Span[head..]);
                return Written(body);
            }
            body.Write(sent.Span.Slice(head, length));
            sent = sent[(head + length)..];
            sent = sent[(sent.Length - sent.Span.TrimStart("\r\n"u8).Length)..];
        }
        body.Write(sent.Span);
        return Written(body);
    }

    private static ReadOnlyMemory<byte> Written(MemoryStream body) => body.GetBuffer().AsMemory(0, (int)body.Length);

    /// <summary>The length that stands here in hexadecimal on a line of its own; null where none does.</summary>
    private static int? ChunkLength(ReadOnlySpan<byte> bytes, out int headByteLength)
    {
        var feed = bytes[..Math.Min(bytes.Length, 256)].IndexOf((byte)'\n');
        headByteLength = feed + 1;
        if (feed < 1 || !Utf8Parser.TryParse(bytes[..feed], out uint length, out var digits, 'x') || length > int.MaxValue) return null;
        return bytes[digits..feed].Trim(" \t\r"u8) is [] or [(byte)';', ..] ? (int)length : null;
    }

    private static ReadOnlyMemory<byte> Unpacked(ReadOnlyMemory<byte> packed, string encoding, ReadOptions options)
    {
        var bytes = packed.Span;
        return encoding switch
        {
            "gzip" or "x-gzip" => bytes.StartsWith(GzipHeader.Magic) ? Read(source => new GzipMembers(source, options.Budget)) : packed,
            "deflate" when IsZlib(bytes) => Read(source => new ZLibStream(source, CompressionMode.Decompress)),
            "deflate" => LooksLikeMarkup(bytes) ? packed : Read(source => new DeflateStream(source, CompressionMode.Decompress)),
            "br" => LooksLikeMarkup(bytes) ? packed : Read(source => new BrotliStream(source, CompressionMode.Decompress)),
            "zstd" when bytes is [0x28, 0xB5, 0x2F, 0xFD, ..] => throw new BrokenContentException("", "The page is packed by Zstandard, which is not read."),
            _ => packed,
        };

        ReadOnlyMemory<byte> Read(Func<Stream, Stream> unpacking)
        {
            using var stream = unpacking(new MemoryStream(packed.ToArray()));
            try
            {
                var body = WholeContent.Of(stream, options.MaxRecordByteLength)
                    ?? throw new BrokenContentException("", string.Create(CultureInfo.InvariantCulture, $"The page is longer than {options.MaxRecordByteLength >> 20} MB."));
                if (stream is not GzipMembers) options.Budget.Spend(body.Length);
                return body;
            }
            catch (Exception damage) when (damage is InvalidDataException or InvalidOperationException)
            {
                throw new BrokenContentException("", "The page's compressed data is damaged.");
            }
        }
    }

    /// <summary>A zlib head: method 8, and a check over both bytes (RFC 1950); some servers send the data without it.</summary>
    private static bool IsZlib(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && (bytes[0] & 0x0F) == 8 && ((bytes[0] << 8) + bytes[1]) % 31 == 0;

    private static bool LooksLikeMarkup(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n\u00EF\u00BB\u00BF"u8) is [] or [(byte)'<', ..];
}
