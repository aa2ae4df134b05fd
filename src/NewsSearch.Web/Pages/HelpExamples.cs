namespace NewsSearch.Web.Pages;

/// <summary>An example query and what it finds, in words.</summary>
internal sealed record HelpExample(string Query, string Finds);

/// <summary>A part of the help page.</summary>
internal sealed record HelpSection(string Id, string Title, IReadOnlyList<HelpExample> Examples);

/// <summary>The query language as the help page tells it. Tests run every example.</summary>
internal static class HelpExamples
{
    public static IReadOnlyList<HelpSection> All { get; } =
    [
        new("words", "Words",
        [
            new("luxury goods", "both words, anywhere in title or text, in any inflection: “good” finds “goods”. This is all words; the search page offers any of them."),
            new("lux*", "any ending. There is no limit on how many words that is."),
            new("l?mousine", "one letter unknown"),
            new("limosine~", "similar spellings"),
        ]),
        new("exact", "Exactly these words",
        [
            new("\"luxury goods\"", "these words in this order, endings as typed. Capitals and accents never matter. Curly quotation marks work too."),
            new("\"limousines\"", "one word, this form only"),
            new("\"gift car\"~5", "both words, any order, with at most five others between"),
            new("\"Aurus Sen*\"", "an open ending inside a phrase"),
        ]),
        new("logic", "And, or, not",
        [
            new("limousine OR car", "either. Write OR, AND, NOT in capitals."),
            new("luxury (limousine OR car)", "brackets group. NOT binds before AND, AND before OR."),
            new("limousine -Maybach", "without a word. A minus counts only at a word’s start."),
            new("-outlet:PatriotWise", "everything but"),
        ]),
        new("where", "Where to look",
        [
            new("title:limousine", "in the headline"),
            new("said:neighbor", "inside quotations"),
            new("person:\"Dmitry Peskov\"", "articles that name him. Also org: place: outlet: author: agency: section:"),
            new("lang:en", "by language code"),
        ]),
        new("when", "When",
        [
            new("date:2024", "a year, also those of which only the year is known"),
            new("date:2024-02", "a month"),
            new("date:2024-02-01..2024-02-20", "from, to, both days included"),
            new("date:2024-02..", "from a month onwards"),
        ]),
    ];
}
