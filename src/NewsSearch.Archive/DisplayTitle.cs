namespace NewsSearch.Archive;

/// <summary>The title to show: the headline, else the beginning of the lead, else of the body.</summary>
public static class DisplayTitle
{
    /// <summary>Longest derived title, in UTF-16 units. Taste: two lines of a result page.</summary>
    private const int MaxLength = 130;

    /// <summary>Stands where a derived title was cut.</summary>
    internal const string Ellipsis = " …";

    /// <summary>The title of an article; "(no title)" where it has no text at all.</summary>
    public static string Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (!string.IsNullOrWhiteSpace(article.Title)) return article.Title;
        var text = (string.IsNullOrWhiteSpace(article.Lead) ? article.Body : article.Lead).Trim();
        var paragraph = text.IndexOf('\n', StringComparison.Ordinal);
        if (paragraph >= 0) text = text[..paragraph];
        if (text.Length == 0) return "(no title)";
        if (text.Length <= MaxLength) return text;
        var end = text.LastIndexOf(' ', MaxLength);
        if (end < MaxLength / 2) end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text[..end].TrimEnd(' ', ',', ';', ':') + Ellipsis;
    }
}
