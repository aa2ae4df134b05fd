namespace NewsSearch.Bench.Hostile;

/// <summary>One query of each kind that is meant to hurt, or hurts without being meant to.</summary>
internal static class HostileQueries
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Name and text.</summary>
    public static IReadOnlyList<(string Name, string Query)> All { get; } =
    [
        ("one letter ten thousand times", new string('a', 10_000)),
        ("a thousand words", Many(1_000, i => Letters[i % 26] + "and" + i)),
        ("a thousand ORs", string.Join(" OR ", Enumerable.Repeat("word", 1_000))),
        ("five hundred parentheses", new string('(', 500) + "war" + new string(')', 500)),
        ("a thousand equal wildcards", Many(1_000, _ => "a*")),
        ("a thousand wildcards", Many(1_000, i => $"{Pair(i)}*")),
        ("a thousand wildcards, any of them", string.Join(" OR ", Enumerable.Range(0, 1_000).Select(i => $"*{Pair(i)}*"))),
        ("a thousand fuzzy words", Many(1_000, i => $"pres{Pair(i)}ent~")),
        ("a thousand fuzzy words, any of them", string.Join(" OR ", Enumerable.Range(0, 1_000).Select(i => $"{Pair(i)}ates~2"))),
        ("hundreds of people by the same wildcard", Many(400, _ => "person:a*")),
        ("hundreds of people by wildcards", Many(400, i => $"person:{Pair(i)}*")),
        ("hundreds of people by words", Many(400, i => $"person:{Pair(i)}")),
        ("hundreds of fuzzy people", Many(400, i => $"person:{Pair(i)}hn~")),
        ("hundreds of values of all fields", Many(400, i => new[] { "outlet", "person", "org", "place", "author" }[i % 5] + ":*" + Letters[i / 5 % 26] + "*")),
        ("five hundred phrases of the same two wildcards", Many(500, _ => "\"a* b*\"")),
        ("five hundred phrases of two wildcards", Many(500, i => $"\"{Letters[i % 26]}* {Letters[i / 26]}*\"")),
        ("five hundred near phrases of two wildcards", Many(500, i => $"\"{Letters[i % 26]}* {Letters[i / 26]}*\"~10000")),
        ("five hundred phrases of two rare wildcards", Many(500, i => $"\"{Pair(i)}xa* {Pair(i + 7)}a*\"")),
        ("phrases of a star alone", Many(300, _ => "\"* the * of *\"")),
        ("one phrase of many stars", "\"" + Many(1_000, _ => "*") + "\""),
        ("one phrase of frequent words", "\"" + Many(1_000, i => i % 2 == 0 ? "the" : "of") + "\""),
        ("one near phrase of frequent words", "\"" + Many(1_000, i => i % 2 == 0 ? "the" : "of") + "\"~10000"),
        ("hundreds of phrases of frequent words", Many(340, i => $"\"the {Letters[i % 26]} of\"~9999")),
        ("stars, question marks, tildes alone", Many(300, i => new[] { "*", "?", "~", "**", "?*", "*~2" }[i % 6])),
        ("mixed directions", Many(200, i => i % 2 == 0 ? "الرئيس \u202eabc\u202c" : "שלום NOT the (דג OR war)")),
        ("right to left in phrases", "\"אבג war الرئيس\" \"\u2067the\u2069 \u202eof\u202c\"~5 الر*"),
        ("a thousand combining marks", "e" + new string('\u0301', 1_000) + " wa" + new string('\u0327', 500) + "r*"),
        ("combining marks alone", Many(500, _ => "\u0301\u0327")),
        ("surrogate halves", Many(500, i => i % 2 == 0 ? "\ud83d" : "\ude00a\ud800*")),
        ("emoji", Many(300, _ => "\U0001F468\u200D\U0001F469\u200D\U0001F467") + " \U0001F600* \"\U0001F600 \U0001F1EB\U0001F1F7\""),
        ("a language the archive does not hold", "ประธานาธิบดี ນາຍົກ προεδρος பிரதமர் 大統領は東京で記者会見を行った"),
        ("two thousand characters of Chinese", string.Concat(Enumerable.Range(0, 2_000).Select(i => (char)(0x4E00 + (i * 37 % 20_000))))),
        ("nothing but minus", Many(500, _ => "-a*")),
        ("a thousand misspelt words", Many(1_000, i => $"presid{Pair(i)}nt")),
        ("a thousand dates", Many(1_000, i => $"date:20{i % 30:00}..")),
        ("a thousand quotations", Many(500, _ => "said:\"a* b\"~100")),
        ("control characters", Many(500, i => $"{(char)(i % 32)}x\u200b\ufeff")),
    ];

    private static string Many(int count, Func<int, string> word) => string.Join(' ', Enumerable.Range(0, count).Select(word));

    private static string Pair(int i) => $"{Letters[i % 26]}{Letters[i / 26 % 26]}";
}
