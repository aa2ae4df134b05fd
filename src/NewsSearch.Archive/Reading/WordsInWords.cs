using System.Buffers;
using System.Globalization;
using NewsSearch.Engine.Queries;

namespace NewsSearch.Archive.Reading;

/// <summary>Words, patterns and phrases of a query -> parts of the reading.</summary>
internal static class WordsInWords
{
    /// <summary>Words that a reading is made of; among the user's words they stand in quotation marks.</summary>
    private static readonly HashSet<string> Connectives = new(StringComparer.OrdinalIgnoreCase) { "and", "or", "not", "in", "inside", "with", "without", "like", "preferably" };

    private static readonly SearchValues<char> Separators = SearchValues.Create(",;()“”\"");

    public static Part Of(WordNode word) => Part.Whole(word switch
    {
        WildcardWord => "words " + Pattern(word.Text),
        FuzzyWord fuzzy => $"words like {Shown(fuzzy.Text)} ({Difference(fuzzy.Distance)})",
        _ => "the word " + Shown(word.Text),
    });

    /// <summary>Several plain words: all of them, or any.</summary>
    public static Part Of(IReadOnlyList<PlainWord> words, bool areAll) => Part.Group((words.Count, areAll) switch
    {
        (2, true) => "both words ",
        (2, false) => "either of the words ",
        (_, true) => "all of the words ",
        _ => "any of the words ",
    } + Listed([.. words.Select(word => Shown(word.Text))], areAll ? "and" : "or"));

    public static Part Of(PhraseNode phrase)
    {
        string[] words = [.. phrase.Words.Select(Quotable)];
        var legend = Legend(phrase.Words);
        if (phrase.Slop is not { } slop || words.Length == 1)
            return Part.Whole($"exactly “{string.Join(' ', words)}”{legend}");
        var between = slop == 0 ? " side by side"
            : string.Create(CultureInfo.InvariantCulture, $" with at most {slop} {(words.Length > 2 ? "other " : "")}{(slop == 1 ? "word" : "words")} {(words.Length > 2 ? "among them" : "between")}");
        return Part.Group(Listed([.. words.Select(word => $"“{word}”")], "and") + between + legend);
    }

    /// <summary>As in a value's field: nothing is said about inflections there.</summary>
    public static string InField(QueryNode leaf) => leaf switch
    {
        FuzzyWord fuzzy => $"like {Shown(fuzzy.Text)} ({Difference(fuzzy.Distance)})",
        PhraseNode phrase => $"“{string.Join(' ', phrase.Words.Select(Quotable))}”{Legend(phrase.Words)}",
        WildcardWord word => word.Text + Legend([word]),
        WordNode word => Shown(word.Text),
        _ => QueryPrinter.Print(leaf),
    };

    /// <summary>A text of the user between the words of a reading; in quotation marks where it could be taken for one of them.</summary>
    public static string Shown(string text) => Connectives.Contains(text) || text.AsSpan().ContainsAny(Separators) ? $"“{text}”" : text;

    /// <summary>"a", "a and b", "a, b and c".</summary>
    private static string Listed(string[] items, string last) =>
        items.Length == 1 ? items[0] : $"{string.Join(", ", items[..^1])} {last} {items[^1]}";

    private static string Quotable(WordNode word) => QueryPrinter.Print(word);

    private static string Pattern(string text)
    {
        var inner = text.Trim('*');
        if (inner.AsSpan().IndexOfAny('*', '?') >= 0) return $"of the form {text}{Legend([new WildcardWord(text, default)])}";
        return (text[0] == '*', text[^1] == '*') switch
        {
            (true, true) => "that contain " + Shown(inner),
            (true, false) => "that end in " + Shown(inner),
            _ => "that begin with " + Shown(inner),
        };
    }

    /// <summary>What the signs of a pattern stand for.</summary>
    private static string Legend(IReadOnlyList<WordNode> words)
    {
        string[] signs =
        [
            .. words.Any(word => word is WildcardWord && word.Text.Contains('*', StringComparison.Ordinal)) ? ["*: any letters"] : Array.Empty<string>(),
            .. words.Any(word => word is WildcardWord && word.Text.Contains('?', StringComparison.Ordinal)) ? ["?: any one letter"] : Array.Empty<string>(),
            .. words.OfType<FuzzyWord>().Select(word => word.Distance).Distinct().Order().Select(distance => $"~{distance}: {Difference(distance)}"),
        ];
        return signs.Length == 0 ? "" : $" ({string.Join(", ", signs)})";
    }

    private static string Difference(int distance) => distance == 1 ? "1 letter different" : $"up to {distance.ToString(CultureInfo.InvariantCulture)} letters different";
}
