namespace NewsSearch.UnicodeTables;

/// <summary>Letter -> what readers type instead of it, where Unicode knows no decomposition.</summary>
/// <remarks>Chosen by us for names in the news; lower case only, capitals come here through case folding.</remarks>
internal static class LetterFoldings
{
    public static readonly IReadOnlyDictionary<int, string> All = new Dictionary<char, string>
    {
        // Letters with strokes, hooks and bars; ß -> ss is Unicode's own case folding.
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['ħ'] = "h",
        ['ŧ'] = "t",
        ['ƀ'] = "b",
        ['ɓ'] = "b",
        ['ƈ'] = "c",
        ['ɖ'] = "d",
        ['ɗ'] = "d",
        ['ƒ'] = "f",
        ['ǥ'] = "g",
        ['ɠ'] = "g",
        ['ɨ'] = "i",
        ['ƙ'] = "k",
        ['ƚ'] = "l",
        ['ɲ'] = "n",
        ['ŋ'] = "n",
        ['ƴ'] = "y",
        ['ƶ'] = "z",
        // Ligatures and letters of their own.
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
        ['ı'] = "i",
        ['ȷ'] = "j",
        ['ĸ'] = "k",
        ['ə'] = "a", // Əliyev is written Aliyev in English
        ['ɛ'] = "e",
        ['ɔ'] = "o",
        // Arabic tatweel only stretches a word.
        ['\u0640'] = "",
        // Apostrophes: left and right quote, modifier letter (full-width decomposes).
        ['\u2018'] = "'",
        ['\u2019'] = "'",
        ['\u02BC'] = "'",
    }.ToDictionary(pair => (int)pair.Key, pair => pair.Value);
}
