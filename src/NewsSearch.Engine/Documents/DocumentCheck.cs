namespace NewsSearch.Engine.Documents;

/// <summary>What a document must be to fit a schema; a caller's mistake is told before anything is written.</summary>
internal sealed class DocumentCheck(IndexSchema schema)
{
    /// <summary>Numbers go up to this either way, so that a double, by which hits are sorted, holds each exactly.</summary>
    private const long LargestNumber = 1L << 53;

    private readonly HashSet<string> _texts = [.. schema.Texts.Select(text => text.Name)];
    private readonly HashSet<string> _keywords = [.. schema.Keywords.Select(keyword => keyword.Name)];
    private readonly HashSet<string> _numbers = [.. schema.Numbers.Select(number => number.Name)];
    private readonly HashSet<string> _stored = [.. schema.Stored.Select(stored => stored.Name)];

    /// <summary>The document's key. Raises <see cref="ArgumentException"/> where the document does not fit.</summary>
    public string KeyOf(IndexDocument document)
    {
        Known("text", _texts, document.Texts.Select(text => text.Field));
        Known("keyword", _keywords, document.Keywords.Select(keyword => keyword.Field));
        Known("number", _numbers, document.Numbers.Select(number => number.Field));
        Known("stored field", _stored, document.Stored.Select(stored => stored.Field));
        foreach (var (field, value) in document.Numbers)
        {
            if (value is < -LargestNumber or > LargestNumber) throw new ArgumentException($"'{field}' is {value}; numbers go up to 2^53 either way.", nameof(document));
        }

        var keys = document.Keywords.Where(keyword => keyword.Field == schema.KeyField).Select(keyword => keyword.Value).ToList();
        if (keys.Count != 1) throw new ArgumentException($"A document needs exactly one '{schema.KeyField}', this one has {keys.Count}.", nameof(document));
        return KeywordBytes.Fits(keys[0]) ? keys[0] : throw new ArgumentException($"The '{schema.KeyField}' is longer than {KeywordBytes.MaxBytes} bytes.", nameof(document));
    }

    private static void Known(string kind, HashSet<string> known, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            if (!known.Contains(field)) throw new ArgumentException($"The schema has no {kind} '{field}'.", nameof(fields));
        }
    }
}
