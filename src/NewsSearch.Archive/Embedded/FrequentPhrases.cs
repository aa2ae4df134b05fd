using System.Globalization;
using System.Text;
using NewsSearch.Engine;
using NewsSearch.Engine.Values;

namespace NewsSearch.Archive.Embedded;

/// <summary>The frequent phrases of an archive as the commit keeps them: a line each, articles, tab, phrase; in the order of the phrases.</summary>
internal sealed class FrequentPhrases
{
    public const string Attachment = "phrases";

    private readonly Lock _gate = new();
    private ReadOnlyMemory<byte> _bytes;
    private Completions _completions = new([]);

    public static byte[] ToUtf8(IEnumerable<ValueCount> phrases) =>
        Encoding.UTF8.GetBytes(string.Concat(phrases.Select(phrase => string.Create(CultureInfo.InvariantCulture, $"{phrase.Count}\t{phrase.Value}\n"))));

    public static IEnumerable<ValueCount> FromUtf8(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t', 2))
            .Select(parts => parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? new ValueCount(parts[1], count)
                : throw new Engine.Bits.IndexFormatException(Attachment, -1, "a line of the frequent phrases is not a number, a tab and a phrase"));

    /// <summary>Those of a snapshot, made ready on first use and when a rebuild has learned others.</summary>
    public Completions Of(Searcher searcher, CancellationToken cancellation)
    {
        var bytes = searcher.Attachment(Attachment) ?? default;
        lock (_gate)
        {
            if (!bytes.Span.SequenceEqual(_bytes.Span)) (_bytes, _completions) = (bytes, new Completions(FromUtf8(bytes.Span), cancellation));
            return _completions;
        }
    }
}
