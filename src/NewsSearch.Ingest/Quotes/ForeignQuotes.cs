using NewsSearch.Archive;

namespace NewsSearch.Ingest.Quotes;

/// <summary>Marked stretches of a text in any language -> those that are quotations by their length and end alone. Nobody is named: the words around are not understood.</summary>
internal static class ForeignQuotes
{
    public const string Rule = "marks";

    /// <summary>Shorter ones are mostly names and terms; taste.</summary>
    private const int FewestWords = 4;

    /// <summary>Signs that are words by themselves.</summary>
    private const int FewestSigns = 8;

    public static List<Quotation> Of(string body, List<MarkedText> marked)
    {
        var quotes = new List<Quotation>();
        foreach (var (start, end, _, _) in marked)
        {
            if (IsQuotation(body.AsSpan(start, end - start))) quotes.Add(new Quotation(body[start..end], null, start, end, QuoteFinder.Direct, Rule));
        }
        return quotes;
    }

    private static bool IsQuotation(ReadOnlySpan<char> text)
    {
        int words = 0, signs = 0;
        var isInWord = false;
        foreach (var c in text)
        {
            var isLetter = char.IsLetterOrDigit(c);
            if (c >= '\u3040' && isLetter) signs++;
            else if (isLetter && !isInWord) words++;
            isInWord = isLetter;
            if (words >= FewestWords || (signs >= FewestSigns && text[^1] is '。' or '，' or '！' or '？')) return true;
        }
        return false;
    }
}
