using System.Text;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers.Wires.Xml;

/// <summary>Bytes of XML -> its text, in the encoding of its mark, its declaration, or UTF-8.</summary>
/// <remarks>A byte that is not UTF-8 where UTF-8 is claimed is read as Windows-1252, which it nearly always is; Latin-1 is read as Windows-1252, as browsers do.</remarks>
internal static class XmlText
{
    /// <summary>The declaration stands within this, and enough letters to see whether it lies.</summary>
    private const int HeadByteLength = 1 << 14;

    private static readonly Encoding Utf8 = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new ByteFallback());

    public static TextReader Open(Stream content)
    {
        var head = new byte[HeadByteLength];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var (encoding, mark) = EncodingOf(head.AsSpan(0, length));
        return new StreamReader(new PrefixedStream(head.AsMemory(mark, length - mark), content), encoding, detectEncodingFromByteOrderMarks: false, 1 << 14);
    }

    /// <summary>The encoding, and how many bytes its mark takes.</summary>
    private static (Encoding Encoding, int MarkByteLength) EncodingOf(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<', 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, 0, 0, (byte)'<', ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 0),
        [(byte)'<', 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<', ..] => (Encoding.BigEndianUnicode, 0),
        _ => (Declared(Encoding.Latin1.GetString(head)) is { } declared && !(declared.IsSingleByte && IsUtf8(head)) ? declared : Utf8, 0),
    };

    /// <summary>Whether there are letters beyond ASCII, and all are UTF-8: then no declaration of a single-byte encoding is to be believed.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        if (head.Length == HeadByteLength) head = head[..(head.LastIndexOf((byte)'<') + 1)]; // no letter cut in two
        return head.ContainsAnyInRange((byte)0x80, (byte)0xFF) && System.Text.Unicode.Utf8.IsValid(head);
    }

    private static Encoding? Declared(string head)
    {
        var declaration = head.IndexOf("<?xml", StringComparison.Ordinal);
        var end = declaration < 0 ? -1 : head.IndexOf('>', declaration);
        if (end < 0) return null;
        var start = head.IndexOf("encoding", declaration, end - declaration, StringComparison.Ordinal);
        if (start < 0) return null;
        var name = head[(start + "encoding".Length)..end].TrimStart(' ', '=', '"', '\'');
        name = name[..(name.IndexOfAny(['"', '\'', '?', ' ']) is var stop and >= 0 ? stop : name.Length)];
        return Charset.NamedWithin(name) is { } encoding && encoding != Encoding.UTF8 ? encoding : null;
    }

    private sealed class ByteFallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string _characters = "";
            private int _at;

            public override int Remaining => _characters.Length - _at;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                _characters = Windows1252.Decode(bytesUnknown);
                _at = 0;
                return _characters.Length > 0;
            }

            public override char GetNextChar() => _at < _characters.Length ? _characters[_at++] : '\0';

            public override bool MovePrevious()
            {
                if (_at == 0) return false;
                _at--;
                return true;
            }

            public override void Reset()
            {
                _characters = "";
                _at = 0;
            }
        }
    }
}
