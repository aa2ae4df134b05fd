using System.Text;
using System.Text.RegularExpressions;
using NewsSearch.Ingest.Readers.Bytes;

namespace NewsSearch.Ingest.Readers.Mail;

/// <summary>The value of a mail's header -> text: "=?utf-8?q?caf=C3=A9?=" is "café". Source: RFC 2047.</summary>
internal static partial class EncodedWords
{
    public static string Decode(string value)
    {
        // A character may be cut in two between words of one charset: their bytes are joined first.
        var text = new StringBuilder();
        var pending = new List<byte>();
        var charset = "";
        var at = 0;
        foreach (var word in Word().EnumerateMatches(value))
        {
            var between = value[at..word.Index];
            var parts = value.Substring(word.Index, word.Length).Split('?');
            var name = parts[1].Split('*')[0];
            if (!string.Equals(name, charset, StringComparison.OrdinalIgnoreCase) || !string.IsNullOrWhiteSpace(between)) Flush();
            if (!string.IsNullOrWhiteSpace(between) || at == 0) text.Append(between);
            charset = name;
            var bytes = Encoding.Latin1.GetBytes(parts[3]);
            pending.AddRange(parts[2] is "b" or "B" ? TransferEncoding.Base64(bytes) : TransferEncoding.QuotedPrintable(bytes, isWord: true));
            at = word.Index + word.Length;
        }
        Flush();
        return text.Append(value[at..]).ToString().Trim();

        void Flush()
        {
            text.Append(Charset.Decode(pending.ToArray(), charset));
            pending.Clear();
        }
    }

    [GeneratedRegex(@"=\?[^?\s]+\?[bBqQ]\?[^?\n]*\?=", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
